package org.wardlight.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThreadAccountTest {

    @Test
    void putsThreadsTogetherThatDoTheSame() {
        assertThat(ThreadAccount.work("data-plane-kafka-request-handler-1"))
                .isEqualTo("data-plane-kafka-request-handler");
        assertThat(ThreadAccount.work("wal-apply_0")).isEqualTo("wal-apply");
        assertThat(ThreadAccount.work("by patient: NEWS2 on a grid (1/1)#0")).isEqualTo("by patient: NEWS2 on a grid");
        assertThat(ThreadAccount.work("main")).isEqualTo("main");
    }

    @Test
    void countsThisThread() {
        // given
        long busy = System.nanoTime();
        while (System.nanoTime() - busy < 20_000_000) {
            Thread.onSpinWait();
        }

        // then
        String own = ThreadAccount.work(Thread.currentThread().getName());
        assertThat(ThreadAccount.nanos())
                .hasEntrySatisfying(own, nanos -> assertThat(nanos).isPositive());
    }
}

package org.wardlight.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wardlight.app.terminal.CommandFailure;

class SideBySideTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final CountDownLatch failed = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);
    private final AtomicBoolean finished = new AtomicBoolean();

    @AfterEach
    void stopsTheWorkers() {
        workers.shutdownNow();
    }

    @Test
    void waitsForTheOthersWhenOneFails() {
        assertThatThrownBy(() -> unasked().run(List.of(this::fail, this::finishAfterTheFailure), PATIENCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no port");
        assertThat(finished).isTrue();
    }

    @Test
    void waitsAlsoWhenInterruptedAndSaysSo() {
        Thread.currentThread().interrupt();

        unasked().run(List.of(failed::countDown, this::finishAfterTheFailure), PATIENCE);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(finished).isTrue();
    }

    @Test
    void givesUpWhenThePatienceIsOver() {
        assertThatThrownBy(() -> unasked().run(List.of(() -> await(never)), Duration.ofMillis(200)))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("does not answer");
    }

    @Test
    void waitsOnlyALittleOnceAskedToEnd() {
        long began = System.nanoTime();

        assertThatThrownBy(() -> new SideBySide(workers, () -> true).run(List.of(() -> await(never)), PATIENCE))
                .isInstanceOf(CommandFailure.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SideBySide.LEFT_WHEN_ASKED.plusSeconds(3));
    }

    private SideBySide unasked() {
        return new SideBySide(workers, () -> false);
    }

    private void fail() {
        failed.countDown();
        throw new IllegalArgumentException("no port");
    }

    private void finishAfterTheFailure() {
        await(failed);
        finished.set(true);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.wardlight.simulators.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private final Ledger ledger = new Ledger();

    @Test
    void countsDifferentMessagesHoweverOftenTheyAreSent() {
        ledger.published("mon-01", 9, 1);
        ledger.published("mon-01", 9, 1);
        ledger.published("mon-01", 9, 2);
        ledger.published("mon-02", 9, 1);
        ledger.acknowledged("mon-01", 9, 1);
        ledger.acknowledged("mon-01", 9, 1);

        assertThat(ledger.publishedCount()).isEqualTo(3);
        assertThat(ledger.acknowledgedCount()).isEqualTo(1);
    }

    @Test
    void tellsWhichMessagesWereAcknowledged() {
        ledger.published("mon-01", 9, 1);
        ledger.acknowledged("mon-01", 9, 2);
        ledger.acknowledged("mon-01", 9, 4);

        assertThat(ledger.acknowledged()).hasEntrySatisfying("mon-01", acknowledged -> {
            assertThat(acknowledged.boots()).containsExactly(9L);
            assertThat(acknowledged.count()).isEqualTo(2);
            assertThat(acknowledged.seqs(9).boxed()).containsExactly(2L, 4L);
            assertThat(acknowledged.contains(9, 4)).isTrue();
            assertThat(acknowledged.contains(9, 1)).isFalse();
            assertThat(acknowledged.contains(8, 4)).isFalse();
            assertThat(acknowledged.contains(9, Long.MAX_VALUE)).isFalse();
        });
    }

    @Test
    void keepsWhatADeviceCountedBeforeItsStartApart() {
        ledger.acknowledged("mon-01", 9, 1);
        ledger.acknowledged("mon-01", 4, 1);
        ledger.acknowledged("mon-01", 4, 2);

        assertThat(ledger.acknowledgedCount()).isEqualTo(3);
        assertThat(ledger.acknowledged()).hasEntrySatisfying("mon-01", acknowledged -> {
            assertThat(acknowledged.boots()).containsExactlyInAnyOrder(4L, 9L);
            assertThat(acknowledged.seqs(4).boxed()).containsExactly(1L, 2L);
            assertThat(acknowledged.seqs(9).boxed()).containsExactly(1L);
        });
    }

    @Test
    void losesNothingWhenManyThreadsWrite() {
        IntStream.range(0, 40_000).parallel().forEach(i -> ledger.acknowledged("mon-" + i % 4, 1, i / 4));

        assertThat(ledger.acknowledgedCount()).isEqualTo(40_000);
    }
}

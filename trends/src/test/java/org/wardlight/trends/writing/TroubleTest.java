package org.wardlight.trends.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.wardlight.trends.store.StoreAnswer.TryAgain;

class TroubleTest {

    private static final TryAgain SILENT = new TryAgain("silent", "the store does not answer", null);

    private final AtomicLong nanos = new AtomicLong(5);
    private final Trouble trouble = new Trouble(nanos::get);

    @Test
    void pausesGrowToACapAndNeverEnd() {
        for (int attempt = 1; attempt <= 1000; attempt++) {
            trouble.failed(SILENT);
            assertThat(trouble.pause()).isBetween(Duration.ofMillis(100), Duration.ofMillis(15_000));
            if (attempt > 10) {
                assertThat(trouble.pause()).isGreaterThan(Duration.ofSeconds(7));
            }
        }
    }

    @Test
    void waitsAsLongAsTheStoreAsksForWithinReason() {
        trouble.failed(new TryAgain("busy", "the store is busy", Duration.ofSeconds(4)));
        assertThat(trouble.pause()).isEqualTo(Duration.ofSeconds(4));

        trouble.failed(new TryAgain("busy", "the store is busy", Duration.ofHours(4)));
        assertThat(trouble.pause()).isEqualTo(Trouble.LONGEST_PAUSE);
    }

    @Test
    void isWorthASentenceAfterTenSeconds() {
        trouble.failed(SILENT);
        nanos.addAndGet(Duration.ofMillis(9_999).toNanos());
        trouble.failed(SILENT);
        assertThat(trouble.sentence()).isEmpty();

        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(trouble.sentence()).hasValue("Trends are delayed by 10 s: the store does not answer.");

        trouble.over();
        assertThat(trouble.sentence()).isEmpty();
        assertThat(trouble.pause()).isZero();
    }
}

package org.wardlight.ingest.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5), new Random(1));

    @Test
    void doublesUpToItsCapWithJitterDownToAHalf() {
        for (long most : new long[] {200, 400, 800, 1600, 3200, 5000, 5000}) {
            assertThat(backoff.next().toMillis()).isBetween(most / 2, most);
        }
    }

    @Test
    void beginsAgainAfterAReset() {
        // given
        backoff.next();
        backoff.next();

        // when
        backoff.reset();

        // then
        assertThat(backoff.next().toMillis()).isBetween(100L, 200L);
    }
}

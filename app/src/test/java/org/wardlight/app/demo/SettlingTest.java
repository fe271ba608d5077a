package org.wardlight.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SettlingTest {

    private static final Duration OFTEN = Duration.ofMillis(100);

    private final AtomicLong looks = new AtomicLong();

    @Test
    void waitsBeyondItsPatienceWhileSomethingArrives() throws Exception {
        Settling settling = new Settling(Duration.ofMillis(500), OFTEN);

        long arrived = settling.await(looks::incrementAndGet, () -> 10, () -> false); // 900 ms in all

        assertThat(arrived).isEqualTo(10);
    }

    @Test
    void endsWhenNothingArrivesAnyMore() throws Exception {
        Settling settling = new Settling(Duration.ofMillis(300), OFTEN);

        long arrived = settling.await(() -> Math.min(3, looks.incrementAndGet()), () -> 10, () -> false);

        assertThat(arrived).isEqualTo(3);
        assertThat(looks).hasValueGreaterThan(3);
    }

    @Test
    void endsAtOnceWhenThereIsNoTime() throws Exception {
        Settling settling = new Settling(Duration.ofMinutes(5), OFTEN);

        assertThat(settling.await(looks::incrementAndGet, () -> 10, () -> looks.get() > 1))
                .isEqualTo(2);
    }

    @Test
    void goesOnWhileThereComeMoreToWaitFor() throws Exception {
        Settling settling = new Settling(Duration.ofMinutes(5), OFTEN);

        assertThat(settling.await(looks::incrementAndGet, () -> Math.min(5, looks.get() + 1), () -> false))
                .isEqualTo(5);
    }
}

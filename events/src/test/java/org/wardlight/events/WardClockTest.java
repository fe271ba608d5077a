package org.wardlight.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WardClockTest {

    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

    private final HandSetClock wall = new HandSetClock();

    @Test
    void acceleratedWardTimeStartsAtThePresentAndRunsFaster() {
        WardClock clock = WardClock.accelerated(wall, 60);
        assertThat(clock.instant()).isEqualTo(START);

        wall.advance(Duration.ofMillis(1500));

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(90));
    }

    @Test
    void slowedWardTimeRunsSlower() {
        WardClock clock = WardClock.accelerated(wall, 0.5);

        wall.advance(Duration.ofSeconds(10));

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(5));
    }

    @Test
    void atSpeedOneWardTimeIsWallTime() {
        WardClock clock = WardClock.accelerated(wall, 1);

        wall.advance(Duration.ofNanos(1));

        assertThat(clock.instant()).isEqualTo(wall.instant());
        assertThat(clock.wallTime(Duration.ofSeconds(7))).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void waitingTheWallTimeLetsTheWardTimePass() {
        WardClock clock = WardClock.accelerated(wall, 20);
        Duration wardTime = Duration.ofSeconds(30);

        Duration wait = clock.wallTime(wardTime);
        wall.advance(wait);

        assertThat(wait).isEqualTo(Duration.ofMillis(1500));
        assertThat(clock.instant()).isEqualTo(START.plus(wardTime));
    }

    @Test
    void aLongRunDoesNotDrift() {
        WardClock clock = WardClock.accelerated(wall, 10);

        wall.advance(Duration.ofDays(30));

        assertThat(Duration.between(clock.instant(), START.plus(Duration.ofDays(300)))
                        .abs())
                .isLessThan(Duration.ofMillis(1));
    }

    @Test
    void realWardClockIsTheSystemsClock() {
        InstantSource system = InstantSource.system();
        Instant before = system.instant();

        Instant now = WardClock.real().instant();

        assertThat(now).isBetween(before, system.instant());
        assertThat(WardClock.real().speed()).isEqualTo(1.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 0.09, 3601, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesASpeedThatNobodyMeans(double speed) {
        assertThatThrownBy(() -> WardClock.accelerated(wall, speed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("speed");
    }

    private static final class HandSetClock implements InstantSource {

        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        void advance(Duration duration) {
            now = now.plus(duration);
        }
    }
}

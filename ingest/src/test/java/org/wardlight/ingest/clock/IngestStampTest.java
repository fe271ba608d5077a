package org.wardlight.ingest.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardlight.events.WardClock;
import org.wardlight.ingest.ManualClock;

class IngestStampTest {

    private static final long START = ManualClock.START.toEpochMilli();
    private static final Duration TICK = Duration.ofMillis(250);

    private final ManualClock clock = new ManualClock();
    private final IngestStamp stamp = new IngestStamp(clock.asWardClock(), clock::nanos);

    @Test
    void followsTheClockWhileItGoesForward() {
        assertThat(stamp.nextMillis()).isEqualTo(START);
        clock.advance(TICK);
        assertThat(stamp.nextMillis()).isEqualTo(START + 250);
        clock.step(Duration.ofMinutes(10));
        assertThat(stamp.nextMillis()).isEqualTo(START + 250 + 600_000);
        assertThat(stamp.aheadOfClock()).isZero();
    }

    @Test
    void goesOnTickByTickAfterTheClockWasSetForwardAndBack() {
        // given
        stamp.nextMillis();
        clock.step(Duration.ofMinutes(10));
        long before = stamp.nextMillis();
        clock.step(Duration.ofMinutes(-10));

        // when
        List<Long> steps = new ArrayList<>();
        for (int tick = 0; tick < 240; tick++) {
            clock.advance(TICK);
            long now = stamp.nextMillis();
            steps.add(now - before);
            before = now;
        }

        // then a delay lasts as long as before, to 2 %
        assertThat(steps).allSatisfy(step -> assertThat(step).isBetween(244L, 250L));
        assertThat(before).isEqualTo(START + 600_000 + 58_800);
        assertThat(stamp.aheadOfClock()).isEqualTo(Duration.ofMillis(600_000 - 1_200));
    }

    @Test
    void losesNothingWhenAskedMoreOftenThanEveryMillisecond() {
        // given
        stamp.nextMillis();
        clock.step(Duration.ofMinutes(-10));

        // when
        for (int n = 0; n < 10_000; n++) {
            clock.advance(Duration.ofNanos(100_000));
            stamp.nextMillis();
        }

        // then
        assertThat(stamp.nextMillis()).isEqualTo(START + 980);
    }

    @Test
    void followsTheClockAgainOnceItIsAhead() {
        // given
        stamp.nextMillis();
        clock.step(Duration.ofMinutes(-10));
        clock.advance(TICK);
        stamp.nextMillis();

        // when it is set right again
        clock.step(Duration.ofMinutes(10));
        clock.advance(TICK);

        // then
        assertThat(stamp.nextMillis()).isEqualTo(START + 500);
        assertThat(stamp.aheadOfClock()).isZero();
    }

    @Test
    void aClockThatStaysBehindCatchesUpAndIsNeverOvertakenBackwards() {
        // given the stamps are a minute ahead
        stamp.nextMillis();
        clock.step(Duration.ofMinutes(-1));

        // when
        List<Long> stamps = new ArrayList<>();
        for (int second = 0; second < 3_100; second++) {
            clock.advance(Duration.ofSeconds(1));
            stamps.add(stamp.nextMillis());
        }

        // then 2 % of 50 minutes later it is followed again
        assertThat(stamps).isSorted();
        assertThat(stamp.aheadOfClock()).isZero();
        assertThat(stamps.get(3_099)).isEqualTo(clock.millis());
        assertThat(stamps.get(2_900)).isGreaterThan(START - 60_000 + 2_901_000);
    }

    @Test
    void goesOnFromWhatAlreadyStandsInTheLog() {
        // given
        stamp.notBefore(START + 60_000);

        // when
        clock.advance(Duration.ofSeconds(10));

        // then
        assertThat(stamp.nextMillis()).isEqualTo(START + 60_000 + 9_800);
    }

    @Test
    void goesOnAtTheSpeedOfTheWard() {
        // given
        IngestStamp fast = new IngestStamp(WardClock.accelerated(clock, 60), clock::nanos);
        fast.nextMillis();
        clock.step(Duration.ofMinutes(-10));

        // when
        clock.advance(Duration.ofSeconds(1));

        // then
        assertThat(fast.nextMillis()).isEqualTo(START + 58_800);
    }
}

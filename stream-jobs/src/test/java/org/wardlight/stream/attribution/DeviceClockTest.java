package org.wardlight.stream.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeviceClockTest {

    private static final long HOUR = 3_600_000;

    private final DeviceClock clock = new DeviceClock(new ClockState());

    @Test
    void correctsAClockThatThreeMessagesAgreeOn() {
        send(1, 2, HOUR);
        assertThat(clock.offsetMillis()).isZero();

        send(3, 3, HOUR);

        assertThat(clock.offsetMillis()).isEqualTo(HOUR);
    }

    @Test
    void leavesASmallDifferenceAlone() {
        send(1, 60, 1500);

        assertThat(clock.offsetMillis()).isZero();
    }

    @Test
    void isNotMovedByOneMessageThatClaimsTomorrow() {
        send(1, 30, 50);
        send(31, 31, -24 * HOUR);
        send(32, 60, 50);

        assertThat(clock.offsetMillis()).isZero();
    }

    @Test
    void followsAClockThatWasSetForward() {
        send(1, 30, 50);

        send(31, 33, -300_000);

        assertThat(clock.offsetMillis()).isEqualTo(-300_000);
    }

    @Test
    void followsAClockThatWasSetBackOnceTenSecondsAgree() {
        send(1, 30, -300_000);
        send(31, 38, 50);
        assertThat(clock.offsetMillis()).isEqualTo(-300_000);

        send(39, 45, 50);

        assertThat(clock.offsetMillis()).isZero();
    }

    @Test
    void isNotMovedByABacklogThatDrains() {
        send(1, 30, 50);
        for (int second = 31; second < 45; second++) {
            // Twenty times as fast as it was written: each second the delay shrinks by nineteen.
            clock.observe(second * 1000L - (300_000 - (second - 30) * 19_000L), second * 1000L);
        }

        assertThat(clock.offsetMillis()).isZero();
    }

    @Test
    void judgesATimeThatCannotBeAtTheArrival() {
        assertThat(clock.correct(HOUR, 1000)).isEqualTo(new DeviceClock.Corrected(1000, true));
        assertThat(clock.correct(900, 1000)).isEqualTo(new DeviceClock.Corrected(900, false));
    }

    /** One message a second, whose ingest − sent is this. */
    private void send(int from, int to, long difference) {
        for (int second = from; second <= to; second++) {
            clock.observe(second * 1000L - difference, second * 1000L);
        }
    }
}

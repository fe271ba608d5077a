package org.wardlight.stream.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wardlight.stream.signal.SignalWatch.SignalEvent;
import org.wardlight.stream.signal.SignalWatch.Trouble;

class SignalWatchTest {

    private static final long PUT_ON = 1_800_000_000_000L;
    private static final long MINUTE = 60_000;

    private final SignalState state = new SignalState();
    private final SignalWatch watch = new SignalWatch(state);

    @Test
    void givesWhatWasJustPutOnAMinuteToBeHeard() {
        expectWithin(10_000);

        watch.begin(PUT_ON);

        assertThat(watch.nextDueMillis()).isEqualTo(PUT_ON + MINUTE);
    }

    @Test
    void losesASignalThatIsNotHeardInThatMinute() {
        expectWithin(10_000);
        watch.begin(PUT_ON);

        SignalEvent lost = watch.fire();

        assertThat(lost).isEqualTo(new SignalEvent(Trouble.NO_SIGNAL, true, PUT_ON, PUT_ON + MINUTE));
        assertThat(watch.present()).isFalse();
    }

    @Test
    void waitsForASlowDeviceAsLongAsItsTimeOut() {
        expectWithin(4 * 60 * MINUTE);

        watch.begin(PUT_ON);

        assertThat(watch.nextDueMillis()).isEqualTo(PUT_ON + 4 * 60 * MINUTE);
    }

    @Test
    void hasTheUsualTimeOutFromTheFirstReadingOn() {
        expectWithin(10_000);
        watch.begin(PUT_ON);

        watch.lossEndedBy(PUT_ON + 3_000, PUT_ON + 3_100);

        assertThat(watch.nextDueMillis()).isEqualTo(PUT_ON + 13_100);
    }

    @Test
    void hasTheUsualTimeOutAfterALossThatEnded() {
        expectWithin(10_000);
        watch.begin(PUT_ON);
        watch.fire();

        watch.lossEndedBy(PUT_ON + 90_000, PUT_ON + 90_000);

        assertThat(watch.nextDueMillis()).isEqualTo(PUT_ON + 100_000);
    }

    @Test
    void countsASignalOfAStateThatKnowsOfNoWaitAsHeard() {
        expectWithin(10_000);
        state.lastMillis = PUT_ON;

        assertThat(watch.nextDueMillis()).isEqualTo(PUT_ON + 10_000);
    }

    @Test
    void awaitsTheFirstReadingOfTheNextWearerToo() {
        expectWithin(10_000);
        watch.begin(PUT_ON);
        watch.lossEndedBy(PUT_ON, PUT_ON);
        watch.fire();

        watch.begin(PUT_ON + 30_000);

        assertThat(watch.present()).isTrue();
        assertThat(watch.nextDueMillis()).isEqualTo(PUT_ON + 30_000 + MINUTE);
    }

    private void expectWithin(long timeoutMillis) {
        state.timeoutMillis = timeoutMillis;
    }
}

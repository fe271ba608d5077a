package org.wardlight.alerting.alarm;

/**
 * The timers of an alarm. What the main one means follows from the alarm's state: until it runs out, a person may answer,
 * may turn an acceptance into deeds, nobody may be asked, or an acknowledgement holds.
 *
 * @param started how many were ever started; each has the next number
 * @param main number of the main timer, 0 when none runs
 * @param receipt number of the timer that waits for a receipt, 0 when none runs
 */
public record RunningTimers(int started, int main, int receipt) {

    static final RunningTimers NONE = new RunningTimers(0, 0, 0);

    RunningTimers startMain() {
        return new RunningTimers(started + 1, started + 1, receipt);
    }

    RunningTimers startReceipt() {
        return new RunningTimers(started + 1, main, started + 1);
    }

    RunningTimers without(int number) {
        return new RunningTimers(started, main == number ? 0 : main, receipt == number ? 0 : receipt);
    }
}

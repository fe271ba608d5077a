package org.wardlight.alerting.desk;

import org.wardlight.alerting.alarm.AlarmInput;

/**
 * What a person says about one alarm.
 *
 * @param by who says it, and why
 * @param input what they say
 * @param notActionable they acknowledge it as one that needed nobody; the reason says why
 * @param idempotencyKey the same for repeats of the same command; empty when there is none
 */
public record AlarmCommand(String alarmId, By by, AlarmInput input, boolean notActionable, String idempotencyKey) {

    /**
     * Who, and why.
     *
     * @param actor as authenticated by the station
     * @param reason in their words; may be empty
     */
    public record By(String actor, String reason) {}

    /** They own it. */
    public static AlarmCommand acknowledge(String alarmId, By by, String idempotencyKey) {
        return new AlarmCommand(alarmId, by, acknowledgement(by), false, idempotencyKey);
    }

    /** They own it, and nobody would have been needed. */
    public static AlarmCommand acknowledgeNotActionable(String alarmId, By by, String idempotencyKey) {
        return new AlarmCommand(alarmId, by, acknowledgement(by), true, idempotencyKey);
    }

    /** They go. */
    public static AlarmCommand accept(String alarmId, By by, String idempotencyKey) {
        return new AlarmCommand(alarmId, by, new AlarmInput.Accept(by.actor()), false, idempotencyKey);
    }

    /** They cannot go. */
    public static AlarmCommand reject(String alarmId, By by, int level, String idempotencyKey) {
        AlarmInput reject = new AlarmInput.Reject(by.actor(), level, by.reason());
        return new AlarmCommand(alarmId, by, reject, false, idempotencyKey);
    }

    private static AlarmInput acknowledgement(By by) {
        return new AlarmInput.Acknowledge(by.actor(), by.reason());
    }

    /** Whether they take the alarm upon themselves. */
    boolean takesIt() {
        return !(input instanceof AlarmInput.Reject);
    }

    /** Tells one command from another that came with the same key. */
    String fingerprint() {
        return input.getClass().getSimpleName() + "|" + alarmId + "|" + by.actor();
    }
}

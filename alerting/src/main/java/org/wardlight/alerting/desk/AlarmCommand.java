package org.wardlight.alerting.desk;

import org.wardlight.alerting.alarm.AlarmInput;

/**
 * What a person says about one alarm.
 *
 * @param actor who, as authenticated by the station
 * @param input what they say
 * @param idempotencyKey the same for repeats of the same command; empty when there is none
 */
public record AlarmCommand(String alarmId, String actor, AlarmInput input, String idempotencyKey) {

    /** They own it. */
    public static AlarmCommand acknowledge(String alarmId, String actor, String reason, String idempotencyKey) {
        return new AlarmCommand(alarmId, actor, new AlarmInput.Acknowledge(actor, reason), idempotencyKey);
    }

    /** They go. */
    public static AlarmCommand accept(String alarmId, String actor, String idempotencyKey) {
        return new AlarmCommand(alarmId, actor, new AlarmInput.Accept(actor), idempotencyKey);
    }

    /** They cannot go. */
    public static AlarmCommand reject(String alarmId, String actor, int level, String reason, String idempotencyKey) {
        return new AlarmCommand(alarmId, actor, new AlarmInput.Reject(actor, level, reason), idempotencyKey);
    }

    /** Tells one command from another that came with the same key. */
    String fingerprint() {
        return input.getClass().getSimpleName() + "|" + alarmId + "|" + actor;
    }
}

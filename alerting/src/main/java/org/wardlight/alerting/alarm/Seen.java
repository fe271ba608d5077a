package org.wardlight.alerting.alarm;

import org.wardlight.events.v1.AlarmCondition;

/**
 * Which records of the current condition have been applied, so that a replay changes nothing. Records of a condition come
 * in the order of their due time; of several at the same time, each kind is remembered as one bit.
 *
 * @param dueMillis due time of the last applied record
 * @param kinds which kinds of record have been applied at that time
 */
public record Seen(long dueMillis, int kinds) {

    static Seen first(AlarmCondition condition) {
        return new Seen(condition.getDueMs(), bit(condition));
    }

    boolean covers(AlarmCondition condition) {
        return condition.getDueMs() < dueMillis || (condition.getDueMs() == dueMillis && (kinds & bit(condition)) != 0);
    }

    Seen and(AlarmCondition condition) {
        return condition.getDueMs() == dueMillis ? new Seen(dueMillis, kinds | bit(condition)) : first(condition);
    }

    private static int bit(AlarmCondition condition) {
        int kind =
                condition.getPhaseValue() * 8 + condition.getSeverityValue() * 2 + (condition.getInputStale() ? 1 : 0);
        return 1 << (kind & 31);
    }
}

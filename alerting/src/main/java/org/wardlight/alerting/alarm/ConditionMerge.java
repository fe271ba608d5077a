package org.wardlight.alerting.alarm;

import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.Severity;

/**
 * A further record of a condition over the earlier one. What the alarm says (value, limit, deciding reading, severity)
 * changes only when its severity does: the reading that ended a condition, or the last one before its input was lost, is
 * not what is wrong.
 */
final class ConditionMerge {

    private ConditionMerge() {}

    static AlarmCondition of(AlarmCondition earlier, AlarmCondition later) {
        return saysAnew(earlier, later) ? withGapsFilled(earlier, later) : withSameWords(earlier, later);
    }

    private static boolean saysAnew(AlarmCondition earlier, AlarmCondition later) {
        return later.getPhase() != ConditionPhase.CONDITION_END
                && later.getSeverity() != Severity.SEVERITY_UNSPECIFIED
                && later.getSeverity() != earlier.getSeverity();
    }

    private static AlarmCondition withSameWords(AlarmCondition earlier, AlarmCondition later) {
        return earlier.toBuilder()
                .setPhase(later.getPhase())
                .setDueMs(later.getDueMs())
                .setEndCause(later.getEndCause())
                .setInputStale(later.getInputStale())
                .build();
    }

    private static AlarmCondition withGapsFilled(AlarmCondition earlier, AlarmCondition later) {
        return earlier.toBuilder()
                .mergeFrom(later)
                .setInputStale(later.getInputStale())
                .build();
    }
}

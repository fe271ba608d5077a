package org.wardlight.bench.reference;

import org.wardlight.events.v1.AlarmCondition;

/**
 * What is told of a condition, as far as it has to be the same: of whom and what, which step, how grave, since when and when.
 *
 * @param onset device time of the first sign, ms
 * @param due ingest clock, ms
 */
public record Told(
        String patient,
        String device,
        String vital,
        String rule,
        String phase,
        String severity,
        long onset,
        long due,
        String cause,
        boolean stale) {

    /** A record of the job in these words. */
    public static Told of(AlarmCondition condition) {
        return new Told(
                condition.getPatientRef(),
                condition.getSource().getDeviceId(),
                condition.getSource().getVital().name(),
                condition.getRule(),
                condition.getPhase().name().replace("CONDITION_", ""),
                condition.getSeverity().name().replace("SEVERITY_", ""),
                condition.getOnsetMs(),
                condition.getDueMs(),
                condition.getEndCause().name(),
                condition.getInputStale());
    }
}

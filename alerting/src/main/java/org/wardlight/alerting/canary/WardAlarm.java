package org.wardlight.alerting.canary;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.CanaryWard;
import org.wardlight.events.ConditionId;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmKind;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.ConditionSource;
import org.wardlight.events.v1.EndCause;
import org.wardlight.events.v1.Severity;

/**
 * The broken path as a technical alarm of the whole ward, for as long as Kafka and alerting are among what still works. What
 * is open is read from the log itself, so that it is not begun twice, and is ended also by a process that did not begin it.
 */
final class WardAlarm {

    /** The rule of the alarm. */
    static final String RULE = "monitoring-path-broken";

    private final CanaryWard canary;
    private final String site;
    private @Nullable AlarmCondition open;

    WardAlarm(CanaryWard canary, String site) {
        this.canary = canary;
        this.site = site;
    }

    /** A condition came by on the log. */
    synchronized void sees(AlarmCondition condition) {
        if (condition.getPatientRef().equals(canary.wholeWard().value())) {
            open = condition.getPhase() == ConditionPhase.CONDITION_END ? null : condition;
        }
    }

    /** What has to be written while this stage is broken; empty when the log has it. */
    synchronized Optional<AlarmCondition> begun(Stage stage, Instant now) {
        if (open != null) {
            return Optional.empty();
        }
        ConditionSource nobodys = ConditionSource.getDefaultInstance();
        String ref = canary.wholeWard().value();
        return Optional.of(AlarmCondition.newBuilder()
                .setConditionId(
                        ConditionId.of(ref, RULE, nobodys, now.toEpochMilli()).value())
                .setPatientRef(ref)
                .setSite(site)
                .setRule(RULE)
                .setKind(AlarmKind.TECHNICAL)
                .setSource(nobodys)
                .setPhase(ConditionPhase.CONDITION_START)
                .setSeverity(Severity.SEVERITY_HIGH)
                .setOnsetMs(now.toEpochMilli())
                .setDueMs(now.toEpochMilli())
                .setDetail("monitoring path broken at " + stage.title())
                .build());
    }

    /** What has to be written now that the path is whole; empty when the log has it. */
    synchronized Optional<AlarmCondition> ended(Instant now) {
        AlarmCondition begun = open;
        return begun == null
                ? Optional.empty()
                : Optional.of(begun.toBuilder()
                        .setPhase(ConditionPhase.CONDITION_END)
                        .setEndCause(EndCause.RETURNED_TO_NORMAL)
                        .setDueMs(now.toEpochMilli())
                        .build());
    }
}

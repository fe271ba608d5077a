package org.wardlight.alerting.alarm;

import java.util.Optional;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmKind;
import org.wardlight.events.v1.Severity;

/**
 * What pages, and how long people have.
 *
 * @param pageFrom the mildest severity that pages
 * @param times how long each level has to answer
 */
public record AlarmPolicy(Severity pageFrom, EscalationTimes times) {

    /** Why a condition pages nobody; empty when it pages. */
    Optional<WithheldReason> withheld(AlarmCondition condition) {
        if (condition.getKind() == AlarmKind.TECHNICAL) {
            return Optional.of(WithheldReason.TECHNICAL);
        }
        int severity = condition.getSeverity().getNumber();
        boolean mildAdvisory = condition.getKind() == AlarmKind.ADVISORY && severity < Severity.SEVERITY_MEDIUM_VALUE;
        return severity < pageFrom.getNumber() || mildAdvisory
                ? Optional.of(WithheldReason.BELOW_PAGE_SEVERITY)
                : Optional.empty();
    }
}

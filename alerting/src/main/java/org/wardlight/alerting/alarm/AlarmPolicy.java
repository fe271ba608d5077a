package org.wardlight.alerting.alarm;

import java.util.Optional;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmKind;
import org.wardlight.events.v1.Severity;

/**
 * What pages, and how long people have.
 *
 * @param pageFrom the mildest severity that pages
 * @param times how long people and receivers have
 * @param pauses how long anything may be kept quiet
 * @param acceptanceAcknowledges whether who accepts an alarm acknowledges it as well; the reverse always holds
 */
public record AlarmPolicy(
        Severity pageFrom, EscalationTimes times, PauseLimits pauses, boolean acceptanceAcknowledges) {

    /** Medium alarms and graver ones page, with the standard times; acceptance is no acknowledgement. */
    public static AlarmPolicy standard() {
        return new AlarmPolicy(Severity.SEVERITY_MEDIUM, EscalationTimes.standard(), PauseLimits.standard(), false);
    }

    /** The same with other times. */
    public AlarmPolicy withTimes(EscalationTimes other) {
        return new AlarmPolicy(pageFrom, other, pauses, acceptanceAcknowledges);
    }

    /** Why a condition pages nobody; empty when it pages. */
    Optional<WithheldReason> withheld(AlarmCondition condition) {
        int severity = condition.getSeverity().getNumber();
        if (condition.getKind() == AlarmKind.TECHNICAL && severity < Severity.SEVERITY_HIGH_VALUE) {
            return Optional.of(WithheldReason.TECHNICAL);
        }
        boolean mildAdvisory = condition.getKind() == AlarmKind.ADVISORY && severity < Severity.SEVERITY_MEDIUM_VALUE;
        return severity < pageFrom.getNumber() || mildAdvisory
                ? Optional.of(WithheldReason.BELOW_PAGE_SEVERITY)
                : Optional.empty();
    }
}

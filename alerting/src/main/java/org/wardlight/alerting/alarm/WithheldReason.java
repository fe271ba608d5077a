package org.wardlight.alerting.alarm;

import java.util.Locale;

/** Why nobody is paged for an alarm; recorded for each one. */
public enum WithheldReason {
    /** About equipment, not about the patient: shown on the board. */
    TECHNICAL,
    /** Milder than what pages. */
    BELOW_PAGE_SEVERITY,
    /** There is nobody to ask. */
    NO_RECEIVER;

    /** As it stands in metrics and in the audit. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

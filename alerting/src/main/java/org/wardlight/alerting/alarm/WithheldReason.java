package org.wardlight.alerting.alarm;

import java.util.Locale;

/** Why nobody is paged for an alarm; recorded for each one. */
public enum WithheldReason {
    /** About equipment, not about the patient, and not of high priority: shown on the board. */
    TECHNICAL,
    /** Milder than what pages. */
    BELOW_PAGE_SEVERITY,
    /** There is nobody to ask. */
    NO_RECEIVER,
    /** The device itself is lost, and somebody has been told that. */
    INHIBITED,
    /** The alarms of the patient are paused. */
    PAUSED,
    /** The rule is silenced for the patient. */
    SILENCED,
    /** The same alarm closed a moment ago. */
    HOLD_OFF,
    /** The receiver has not taken the page before. */
    STILL_ON_ITS_WAY;

    /** As it stands in metrics and in the audit. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

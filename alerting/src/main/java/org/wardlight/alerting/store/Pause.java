package org.wardlight.alerting.store;

import java.time.Instant;
import org.wardlight.events.v1.Severity;

/**
 * What keeps the alarms of a patient from sounding, or from asking anybody, for a while; it always has an end.
 *
 * @param id names it
 * @param rule the silenced rule; empty for all
 * @param upTo the gravest severity that it covers: a graver alarm breaks it
 * @param from since when, ward time
 * @param until when it ends, ward time
 * @param actor who asked for it, as authenticated by the station
 * @param reason in their words
 */
public record Pause(
        String id,
        Kind kind,
        String patientRef,
        String rule,
        Severity upTo,
        Instant from,
        Instant until,
        String actor,
        String reason) {

    /** What it keeps quiet; the names are those of IHE ACM. */
    public enum Kind {
        /** Sound only: people are asked all the same. */
        AUDIO,
        /** All signals and pages of the patient, during a procedure at the bed. */
        ALARM,
        /** All signals and pages of one rule. */
        RULE
    }
}

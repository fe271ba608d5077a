package org.wardlight.alerting.alarm;

import java.time.Instant;
import org.wardlight.events.v1.Severity;

/**
 * Why nobody is asked for a while; it always has an end.
 *
 * @param reason a lost device, a pause, a silence, or the hold-off after the same alarm closed
 * @param until when it ends, ward time
 * @param upTo the gravest severity that it holds; a graver alarm asks all the same
 */
public record Hold(WithheldReason reason, Instant until, Severity upTo) {

    boolean covers(Severity severity, Instant now) {
        return severity.getNumber() <= upTo.getNumber() && now.isBefore(until);
    }
}

package org.wardlight.alerting.store;

import java.time.Instant;
import org.wardlight.events.v1.Severity;

/**
 * An alarm that closed because its condition had ended.
 *
 * @param at when, ward time
 * @param severity how grave it was then
 */
public record LastClosed(Instant at, Severity severity) {}

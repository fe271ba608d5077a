package org.wardlight.app.roles;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.wardlight.app.operations.Health;
import org.wardlight.events.WardClock;

/**
 * What every role is given.
 *
 * @param meters where it registers its meters
 * @param health of the whole process
 * @param clock ward time
 */
public record RoleSurroundings(PrometheusMeterRegistry meters, Health health, WardClock clock) {}

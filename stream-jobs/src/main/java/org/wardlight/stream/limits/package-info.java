/**
 * Alarm limits on one vital: on-delay per severity, n of m readings, valid share, hysteresis, off-delay. Readings enter, starts,
 * updates and ends of conditions leave. Pure. Read {@link org.wardlight.stream.limits.LimitMachine} first.
 */
@NullMarked
package org.wardlight.stream.limits;

import org.jspecify.annotations.NullMarked;

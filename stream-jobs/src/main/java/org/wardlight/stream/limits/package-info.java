/**
 * Alarm limits on one vital: on-delay, hysteresis, off-delay, two severities. Values enter, starts, updates and ends of
 * conditions leave. Pure. Read {@link org.wardlight.stream.limits.LimitMachine} first.
 */
@NullMarked
package org.wardlight.stream.limits;

import org.jspecify.annotations.NullMarked;

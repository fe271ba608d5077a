/**
 * Carries a person's acknowledgement to alerting, which alone decides about alarms. In comes an alarm id and an actor, out
 * comes alerting's answer. Read {@link org.wardlight.station.acknowledge.AlertingClient} first.
 */
@NullMarked
package org.wardlight.station.acknowledge;

import org.jspecify.annotations.NullMarked;

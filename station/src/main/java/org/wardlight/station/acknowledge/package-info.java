/**
 * Carries what a person says about an alarm to alerting, which alone decides. In comes a command and an actor, out comes
 * alerting's answer. Read {@link org.wardlight.station.acknowledge.AlertingClient} first.
 */
@NullMarked
package org.wardlight.station.acknowledge;

import org.jspecify.annotations.NullMarked;

/**
 * Carries what a person says about an alarm to alerting, which alone decides. In comes a command and an actor, out comes
 * alerting's answer. Read {@link org.wardlight.station.alerting.AlertingClient} first.
 */
@NullMarked
package org.wardlight.station.alerting;

import org.jspecify.annotations.NullMarked;

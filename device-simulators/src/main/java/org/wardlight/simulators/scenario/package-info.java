/**
 * What goes wrong on purpose. Enters: the devices of a ward. Leaves: a script for each of them (illness, failing probe,
 * lost Wi-Fi, silence, a wrong clock, a device on the wrong patient) together with what a monitoring system has to notice. Read
 * {@link org.wardlight.simulators.scenario.Scenario} first.
 */
@NullMarked
package org.wardlight.simulators.scenario;

import org.jspecify.annotations.NullMarked;

/**
 * Simulated devices against any broker. A ward plan and a scenario, or recordings, enter; MQTT messages and a count of what was
 * acknowledged leave. Read {@link org.wardlight.app.simulation.SimCommand} first.
 */
@NullMarked
package org.wardlight.app.simulation;

import org.jspecify.annotations.NullMarked;

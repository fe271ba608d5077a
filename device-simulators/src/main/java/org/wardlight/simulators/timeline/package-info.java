/**
 * What every device of a run sends, and when: a stream of timed messages per device that needs neither network nor clock,
 * and the ground truth that follows from it. Enters: devices, a scenario or recordings, seed and start instant. Leaves: bytes that are the
 * same every time. Read {@link org.wardlight.simulators.timeline.SimulatedWard} first.
 */
@NullMarked
package org.wardlight.simulators.timeline;

import org.jspecify.annotations.NullMarked;

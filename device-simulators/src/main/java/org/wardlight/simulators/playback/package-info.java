/**
 * Plays the timelines of a ward on the ward clock. Enters: timelines and links. Leaves: each message at its moment, none
 * skipped when the machine was late, and what the devices stored before the run in between. Also where devices are silenced and woken for a demonstration. Read
 * {@link org.wardlight.simulators.playback.Playback} first.
 */
@NullMarked
package org.wardlight.simulators.playback;

import org.jspecify.annotations.NullMarked;

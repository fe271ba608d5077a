/**
 * What limits make of recordings: how many alarms a plain threshold would have given, and what delay, hysteresis and signal
 * quality make of them. {@link org.wardlight.app.limits.RecordingJudge} judges, {@link org.wardlight.app.limits.LimitsCommand}
 * prints.
 */
@NullMarked
package org.wardlight.app.limits;

import org.jspecify.annotations.NullMarked;

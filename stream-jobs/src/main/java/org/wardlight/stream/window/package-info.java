/**
 * Aggregates of each vital of a patient over 10 s and 1 min of device time. Attributed readings of all devices enter; a window
 * leaves when it is over, again when it changed, and what comes too late for it leaves as a further part. {@link
 * org.wardlight.stream.window.PatientWindows} is the pure logic, {@link org.wardlight.stream.window.WindowFunction} the Flink
 * operator around it.
 */
@NullMarked
package org.wardlight.stream.window;

import org.jspecify.annotations.NullMarked;

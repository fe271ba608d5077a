package org.wardlight.stream.patient;

/**
 * One value of a series.
 *
 * @param timeMillis corrected device time
 * @param value in the vital's unit; for a code its number
 * @param charted whether a person entered it
 * @param noSignalAfterMillis after how long without a value its device counts as silent; 0 when nothing is expected of it
 * @param freshForMillis how long it may feed a score because of how it was measured; 0 for as long as its vital may
 */
record Sample(long timeMillis, double value, boolean charted, long noSignalAfterMillis, long freshForMillis) {}

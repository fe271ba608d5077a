package org.wardlight.stream.patient;

/**
 * One value of a series.
 *
 * @param timeMillis corrected device time
 * @param value in the vital's unit; for a code its number
 * @param charted whether a person entered it
 * @param noSignalAfterMillis after how long without a value its device counts as silent; 0 when nothing is expected of it
 */
record Sample(long timeMillis, double value, boolean charted, long noSignalAfterMillis) {}

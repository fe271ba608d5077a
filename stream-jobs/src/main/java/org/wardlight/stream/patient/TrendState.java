package org.wardlight.stream.patient;

import org.wardlight.events.v1.Vital;

/** The levels of one vital of one patient at the minutes of the last quarter of an hour, oldest first. */
public class TrendState {
    /** What was measured. */
    public Vital vital = Vital.VITAL_UNSPECIFIED;
    /** Grid points, ingest clock, ms. */
    public long[] times = new long[0];
    /** Lower medians of the minute before, in the vital's unit. */
    public double[] levels = new double[0];

    /** For the state serializer. */
    public TrendState() {}
}

package org.wardlight.stream.patient;

import org.wardlight.events.v1.Vital;

/** What is usual for one vital of one patient: a histogram that slowly forgets, of fixed size. */
public class BaselineState {
    /** What is measured. */
    public Vital vital = Vital.VITAL_UNSPECIFIED;
    /** Weight of each bin. */
    public float[] weights = new float[Baseline.BINS];
    /** Levels that were learnt. */
    public int learnt;
    /** When the first of them was, ingest clock, ms. */
    public long firstMillis;
    /** When the last of them was, ingest clock, ms. */
    public long lastMillis;
    /** The usual level of the day before, in the vital's unit; NaN before there is one. */
    public double anchor = Double.NaN;
    /** When that was taken, ingest clock, ms. */
    public long anchorMillis;

    /** For the state serializer. */
    public BaselineState() {}
}

package org.wardlight.stream.patient;

import org.wardlight.events.v1.Vital;

/** The last minutes of one vital of one patient: at most one reading per slot, oldest first. */
public class SeriesState {
    /** What was measured. */
    public Vital vital = Vital.VITAL_UNSPECIFIED;
    /** Corrected device times, ms. */
    public long[] times = new long[0];
    /** Values in the vital's unit; for a code its number. */
    public double[] values = new double[0];
    /** Which of them a person entered. */
    public boolean[] charted = new boolean[0];
    /** After how long without a value the device of the newest one counts as silent, ms; 0 when nothing is expected of it. */
    public long noSignalAfterMillis;

    /** How long the newest one may feed a score because of how it was measured, ms; 0 for as long as the vital may. */
    public long freshForMillis;

    /** For the state serializer. */
    public SeriesState() {}
}

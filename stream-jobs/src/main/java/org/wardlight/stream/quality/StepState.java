package org.wardlight.stream.quality;

import org.wardlight.events.v1.Vital;

/** Keyed state of a {@link StepGate}: one vital of one device. */
public class StepState {
    /** What is measured. */
    public Vital vital = Vital.VITAL_UNSPECIFIED;
    /** The last value that was believed, in the vital's unit. */
    public double value;
    /** Its device time, ms; 0 before the first. */
    public long timeMillis;
    /** A value that lies too far from it and waits for the next one. */
    public double suspect;
    /** Its device time, ms; 0 when none waits. */
    public long suspectMillis;
    /** Its ingest time, ms. */
    public long suspectIngestMillis;
    /** The message it came in, a DecidingReading as bytes. */
    public byte[] suspectReading = new byte[0];

    /** For the state serializer. */
    public StepState() {}
}

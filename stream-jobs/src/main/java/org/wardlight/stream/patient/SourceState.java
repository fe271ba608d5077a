package org.wardlight.stream.patient;

import org.wardlight.events.v1.Vital;

/** One device that delivers one vital of a patient. */
public class SourceState {
    /** What. */
    public Vital vital = Vital.VITAL_UNSPECIFIED;
    /** From where. */
    public String deviceId = "";
    /** Ingest time of its last usable value, ms. */
    public long lastMillis;
    /** Its last three values, oldest first, in the vital's unit. */
    public double[] values = new double[0];

    /** For the state serializer. */
    public SourceState() {}
}

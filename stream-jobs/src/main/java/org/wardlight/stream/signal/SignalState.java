package org.wardlight.stream.signal;

import org.wardlight.events.v1.Vital;

/** Keyed state of {@link SignalWatch}: one expected signal of one device. */
public class SignalState {
    /** What is measured. */
    public Vital vital = Vital.VITAL_UNSPECIFIED;
    /** Without a reading for this long the signal is lost, ms. */
    public long timeoutMillis;
    /** Ingest time of the last live reading, or of the association when none came since, ms. */
    public long lastMillis;
    /** Device time of that reading, ms. */
    public long lastDeviceMillis;
    /** Whether nothing was heard of it yet since the device was put on; not so in a state that was kept before this was told. */
    public boolean awaited;
    /** Whether the loss was reported. */
    public boolean lost;
    /** Onset of the reported loss, ms. */
    public long lostOnsetMillis;
    /** Whether the device says that its sensor is off. */
    public boolean sensorOff;
    /** Onset of that, ms. */
    public long sensorOffOnsetMillis;
    /** Since when every reading is unusable, ingest clock, ms; 0 when the last one was usable. */
    public long unusableSinceMillis;
    /** Device time of the first of them, ms. */
    public long unusableOnsetMillis;
    /** Whether that was reported. */
    public boolean unusable;
    /** The value that the last readings had in common, in the vital's unit. */
    public double flatValue;
    /** How many. */
    public int flatReadings;
    /** Device time of the first of them, ms. */
    public long flatOnsetMillis;
    /** Whether that was reported. */
    public boolean flat;

    /** For the state serializer. */
    public SignalState() {}
}

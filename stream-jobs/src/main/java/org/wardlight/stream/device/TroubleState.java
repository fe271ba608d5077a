package org.wardlight.stream.device;

/** Something that is wrong with a device as a whole. */
public class TroubleState {
    /** What. */
    public DeviceTrouble trouble = DeviceTrouble.DEVICE_LOST;
    /** Device time since when, ms. */
    public long onsetMillis;
    /** When it was seen last, ingest clock, ms. */
    public long seenMillis;

    /** For the state serializer. */
    public TroubleState() {}
}

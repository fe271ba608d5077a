package org.wardlight.stream.patient;

/** Readings that arrived, but whose place on the grid is not decided before the watermark has passed. */
public class PendingNumeric {
    /** Ingest time, ms. */
    public long ingestMillis;
    /** The device, then boot and number, decide the order of what arrived in the same millisecond. */
    public String deviceId = "";
    /** Boot of the device. */
    public long boot;
    /** Number within the boot. */
    public long seq;
    /** VitalNumeric as bytes. */
    public byte[] numeric = new byte[0];

    /** For the state serializer. */
    public PendingNumeric() {}
}

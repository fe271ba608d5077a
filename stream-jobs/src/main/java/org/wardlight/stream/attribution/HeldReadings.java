package org.wardlight.stream.attribution;

/** Readings of one message that nobody wore the device for, kept for an association that may still come. */
public class HeldReadings {
    /** When they are given up, ingest clock, ms. */
    public long untilMillis;
    /** Whether a later message had been applied before this one. */
    public boolean overtaken;
    /** The observation with only those measurements, their times corrected, as bytes. */
    public byte[] observation = new byte[0];

    /** For the state serializer. */
    public HeldReadings() {}
}

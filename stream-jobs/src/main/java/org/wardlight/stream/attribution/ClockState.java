package org.wardlight.stream.attribution;

/** Keyed state of {@link DeviceClock}: the smallest ingest − sent seen in the current and in the previous ten minutes. */
public class ClockState {
    /** Start of the current ten minutes, ingest clock, ms; 0 before the first message. */
    public long bucketStartMillis;
    /** Smallest difference in the current ten minutes, ms. */
    public long smallest = Long.MAX_VALUE;
    /** Smallest difference in the ten minutes before, ms. */
    public long smallestBefore = Long.MAX_VALUE;
    /** Messages with a sent time seen so far, up to a few. */
    public int samples;

    /** For the state serializer. */
    public ClockState() {}
}

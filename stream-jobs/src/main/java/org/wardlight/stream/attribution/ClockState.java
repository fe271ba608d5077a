package org.wardlight.stream.attribution;

/** Keyed state of {@link DeviceClock}: the smallest believable ingest − sent of the current and of the previous ten minutes. */
public class ClockState {
    /** Start of the current ten minutes, ingest clock, ms; 0 before the first message. */
    public long bucketStartMillis;
    /** Smallest difference in the current ten minutes, ms. */
    public long smallest = Long.MAX_VALUE;
    /** Smallest difference in the ten minutes before, ms. */
    public long smallestBefore = Long.MAX_VALUE;
    /** A difference far from the envelope that may be a new one, ms. */
    public long candidate;
    /** How many messages in a row agree with it. */
    public int agreeing;
    /** Ingest time of the first of them, ms. */
    public long candidateSinceMillis;

    /** For the state serializer. */
    public ClockState() {}
}

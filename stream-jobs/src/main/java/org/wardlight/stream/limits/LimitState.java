package org.wardlight.stream.limits;

/** Keyed state of {@link LimitMachine}: one rule of one device's wearer. */
public class LimitState {
    /** A time that is not set. */
    public static final long NEVER = Long.MIN_VALUE;

    /** The rule's id, for example spo2-low. */
    public String rule = "";
    /** Where the condition stands. */
    public LimitPhase phase = LimitPhase.INACTIVE;
    /** Per severity level: since when it is violated without a break, ingest clock, ms. */
    public long[] violatedSince = new long[0];
    /** Device time of the first violating reading, ms. */
    public long onsetMillis = NEVER;
    /** Index of the level that was announced. */
    public int level;
    /** Since when the announced level is no longer violated, ingest clock, ms. */
    public long milderSince = NEVER;
    /** Since when the value is back inside, ingest clock, ms. */
    public long clearingSince = NEVER;
    /** Violating readings since the onset. */
    public int violations;
    /** Whether the input is lost at present: everything holds. */
    public boolean inputStale;
    /** Last value judged, in the vital's unit. */
    public double lastValue;
    /** The reading that was judged last, as bytes of a DecidingReading. */
    public byte[] lastReading = new byte[0];

    /** For the state serializer. */
    public LimitState() {}
}

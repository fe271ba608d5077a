package org.wardlight.stream.limits;

/** Keyed state of {@link LimitMachine}: one rule of one device's wearer. */
public class LimitState {
    /** A time that is not set. */
    public static final long NEVER = Long.MIN_VALUE;

    /** The rule's id, for example spo2-low. */
    public String rule = "";
    /** Where the condition stands. */
    public LimitPhase phase = LimitPhase.INACTIVE;
    /** Per step: since when it is violated without a break, ingest clock, ms. */
    public long[] violatedSince = new long[0];
    /** Per step: violating readings without one inside between them. */
    public int[] runs = new int[0];
    /** Per step: which of the last valid readings violated it; the newest is the lowest bit. */
    public int[] recent = new int[0];
    /** Ingest times of the readings within the longest on-delay, ms; the complement for one that could not be used. */
    public long[] readings = new long[0];
    /** Ingest time of the last reading, usable or not, ms. */
    public long lastMillis = NEVER;
    /** Device time of the first violating reading, ms. */
    public long onsetMillis = NEVER;
    /** Index of the level that was announced. */
    public int level;
    /** Since when the announced level is no longer violated, ingest clock, ms. */
    public long milderSince = NEVER;
    /** Since when the value is back inside, ingest clock, ms. */
    public long clearingSince = NEVER;
    /** Violating readings since the onset, as versions before 0.2 counted them. */
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

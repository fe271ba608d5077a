package org.wardlight.stream.patient;

/** Keyed state of {@link RiskCondition}. */
public class RiskState {
    /** A time that is not set. */
    public static final long NEVER = Long.MIN_VALUE;

    /** Severity announced, as the number of the Severity enum; 0 for none. */
    public int severity;
    /** Grid time of the first evaluation that led to the open condition, ms. */
    public long onsetMillis = NEVER;
    /** Severity that the last evaluation asked for. */
    public int asked;
    /** Grid time since when at least that severity is asked for, ms. */
    public long askedSince = NEVER;
    /** Lower bound of the score at the last evaluation; negative before the first. */
    public int lastLower = -1;
    /** Grid time since when a lower severity would do, ms. */
    public long milderSince = NEVER;
    /** Points of each parameter when it was last known, while the condition is open; negative when never. */
    public int[] knownPoints = new int[0];

    /** For the state serializer. */
    public RiskState() {}
}

package org.wardlight.stream.limits;

/** Where a limit condition stands. */
public enum LimitPhase {
    /** The value is inside the limit. */
    INACTIVE,
    /** Violated, but not yet for long enough. */
    PENDING,
    /** Started. */
    ACTIVE,
    /** Back inside by the hysteresis, but not yet for long enough. */
    CLEARING
}

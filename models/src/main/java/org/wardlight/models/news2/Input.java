package org.wardlight.models.news2;

import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.InputState;

/**
 * One value that a score may use, and how old it is at the moment of the score.
 *
 * @param state whether it may be used: fresh and aging values count, stale and missing ones do not
 * @param value the value; null only when missing. A stale value is kept to be shown.
 * @param ageMillis age at the time of the score, ms; {@link #NO_AGE} when missing
 * @param <V> whole number, {@link Oxygen} or a code
 */
public record Input<V>(InputState state, @Nullable V value, long ageMillis) {

    /** The age of what was never measured. */
    public static final long NO_AGE = -1;

    private static final Input<?> MISSING = new Input<>(InputState.MISSING, null, NO_AGE);

    /** @throws IllegalArgumentException when state, value and age contradict each other */
    public Input {
        boolean absent = state == InputState.MISSING;
        if (state == InputState.INPUT_STATE_UNSPECIFIED || state == InputState.UNRECOGNIZED) {
            throw new IllegalArgumentException("an input needs a state");
        }
        if (absent != (value == null) || absent != (ageMillis < 0)) {
            throw new IllegalArgumentException("an input has a value and an age unless it is missing: " + state);
        }
    }

    /** A value that was never measured. */
    @SuppressWarnings("unchecked") // holds no value, so it is of every type
    public static <V> Input<V> missing() {
        return (Input<V>) MISSING;
    }

    /**
     * A measured value. An age below zero, from a device clock a little ahead, counts as zero.
     *
     * @param ageMillis time since it was measured, ms
     * @param freshForMillis its time to live, ms; see {@link Freshness}
     */
    public static <V> Input<V> of(V value, long ageMillis, long freshForMillis) {
        long age = Math.max(0, ageMillis);
        return new Input<>(Freshness.stateOf(age, freshForMillis), value, age);
    }

    /** The value when it counts; null when it is missing or stale. */
    public @Nullable V known() {
        return state == InputState.FRESH || state == InputState.AGING ? value : null;
    }
}

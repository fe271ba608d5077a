package org.wardlight.stream.patient;

import java.util.Arrays;
import java.util.OptionalDouble;

/** How a vital went in the last quarter of an hour, a level a minute. */
final class Trend {

    private static final long MINUTE_MILLIS = 60_000;
    private static final int MINUTES = 16;

    private final TrendState state;

    /** Works on the given state, which it changes. */
    Trend(TrendState state) {
        this.state = state;
    }

    /** Takes note of a level; once a minute at most. Returns whether it did. */
    boolean add(double level, long gridMillis) {
        int n = state.times.length;
        if (n > 0 && gridMillis - state.times[n - 1] < MINUTE_MILLIS) {
            return false;
        }
        int from = Math.max(0, n + 1 - MINUTES);
        state.times = Arrays.copyOfRange(state.times, from, n + 1);
        state.levels = Arrays.copyOfRange(state.levels, from, n + 1);
        state.times[state.times.length - 1] = gridMillis;
        state.levels[state.levels.length - 1] = level;
        return true;
    }

    /** The level so long ago, a minute more at most; empty when there was none. */
    OptionalDouble ago(long agoMillis, long gridMillis) {
        for (int i = state.times.length - 1; i >= 0; i--) {
            long age = gridMillis - state.times[i];
            if (age >= agoMillis) {
                return age < agoMillis + MINUTE_MILLIS ? OptionalDouble.of(state.levels[i]) : OptionalDouble.empty();
            }
        }
        return OptionalDouble.empty();
    }
}

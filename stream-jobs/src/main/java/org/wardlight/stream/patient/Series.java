package org.wardlight.stream.patient;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Reduces the last minutes of a vital to the one real sample that stands for them: the lower median, so that a single
 * outlier never decides. Keeps one reading per slot of a thirtieth of that time, whatever the device's rate.
 */
final class Series {

    private static final int SLOTS = 30;
    private static final int ENOUGH_FOR_MEDIAN = 3;

    private final SeriesState state;
    private final long windowMillis;

    Series(SeriesState state, long windowMillis) {
        this.state = state;
        this.windowMillis = windowMillis;
        if (state.charted.length != state.times.length) {
            // A checkpoint of an earlier version does not say which were charted.
            state.charted = new boolean[state.times.length];
        }
    }

    /** Adds a reading; one older than the newest is history and changes nothing. */
    void add(Sample sample) {
        long timeMillis = sample.timeMillis();
        int n = state.times.length;
        if (n > 0 && timeMillis < state.times[n - 1]) {
            return;
        }
        boolean sameSlot = n > 0 && slot(timeMillis) == slot(state.times[n - 1]);
        int keepFrom = firstWithin(timeMillis);
        int keepTo = sameSlot ? n - 1 : n;
        keep(i -> i >= keepFrom && i < keepTo);
        append(sample);
        state.noSignalAfterMillis = sample.noSignalAfterMillis();
        state.freshForMillis = sample.freshForMillis();
    }

    /** Takes away the value that a person entered for this time; returns whether there was one. */
    boolean strikeOut(long timeMillis) {
        int before = state.times.length;
        keep(i -> !(state.charted[i] && state.times[i] == timeMillis));
        return state.times.length < before;
    }

    /**
     * A person saw something at this time that no score may use: takes away what was entered for a time before, and then nothing
     * older comes back in its place. What is known to be outdated must not count.
     */
    void outdate(long timeMillis) {
        IntPredicate outdated = i -> state.charted[i] && state.times[i] < timeMillis;
        if (IntStream.range(0, state.times.length).noneMatch(outdated)) {
            return;
        }
        boolean nothingNewer = newestMillis() < timeMillis;
        keep(i -> !nothingNewer && !outdated.test(i));
    }

    private void keep(IntPredicate kept) {
        int[] indices = IntStream.range(0, state.times.length).filter(kept).toArray();
        if (indices.length == state.times.length) {
            return;
        }
        long[] times = new long[indices.length];
        double[] values = new double[indices.length];
        boolean[] charted = new boolean[indices.length];
        for (int to = 0; to < indices.length; to++) {
            times[to] = state.times[indices[to]];
            values[to] = state.values[indices[to]];
            charted[to] = state.charted[indices[to]];
        }
        state.times = times;
        state.values = values;
        state.charted = charted;
    }

    private void append(Sample sample) {
        int last = state.times.length;
        state.times = Arrays.copyOf(state.times, last + 1);
        state.values = Arrays.copyOf(state.values, last + 1);
        state.charted = Arrays.copyOf(state.charted, last + 1);
        state.times[last] = sample.timeMillis();
        state.values[last] = sample.value();
        state.charted[last] = sample.charted();
    }

    boolean isEmpty() {
        return state.times.length == 0;
    }

    /** Device time of the newest reading, ms. */
    long newestMillis() {
        return state.times[state.times.length - 1];
    }

    /** After how long without a value the device of the newest one counts as silent, ms. */
    long noSignalAfterMillis() {
        return state.noSignalAfterMillis;
    }

    /** The newest reading. */
    double newest() {
        return state.values[state.values.length - 1];
    }

    /** The lower median of the readings within the window before a time; the newest one when there are under three. */
    double stable(long nowMillis) {
        int from = firstWithin(nowMillis);
        int n = state.times.length - from;
        if (n < ENOUGH_FOR_MEDIAN) {
            return newest();
        }
        double[] sorted = Arrays.copyOfRange(state.values, from, state.values.length);
        Arrays.sort(sorted);
        return sorted[(n - 1) / 2];
    }

    /** The lower median of the last readings; empty when there are none. */
    OptionalDouble level(long nowMillis, long spanMillis) {
        double[] recent = IntStream.range(0, state.times.length)
                .filter(i -> state.times[i] > nowMillis - spanMillis)
                .mapToDouble(i -> state.values[i])
                .sorted()
                .toArray();
        return recent.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(recent[(recent.length - 1) / 2]);
    }

    /** How long the newest reading may feed a score because of how it was measured, ms; 0 for as long as the vital may. */
    long freshForMillis() {
        return state.freshForMillis;
    }

    private int firstWithin(long nowMillis) {
        int first = 0;
        while (first < state.times.length && state.times[first] <= nowMillis - windowMillis) {
            first++;
        }
        return first;
    }

    private long slot(long timeMillis) {
        return timeMillis / Math.max(1, windowMillis / SLOTS);
    }
}

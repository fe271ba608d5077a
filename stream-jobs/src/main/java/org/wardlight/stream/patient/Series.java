package org.wardlight.stream.patient;

import java.util.Arrays;

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
        int kept = Math.max(0, (sameSlot ? n - 1 : n) - keepFrom);
        long[] times = Arrays.copyOf(Arrays.copyOfRange(state.times, keepFrom, keepFrom + kept), kept + 1);
        double[] values = Arrays.copyOf(Arrays.copyOfRange(state.values, keepFrom, keepFrom + kept), kept + 1);
        times[kept] = timeMillis;
        values[kept] = sample.value();
        state.times = times;
        state.values = values;
        state.newestCharted = sample.charted();
        state.noSignalAfterMillis = sample.noSignalAfterMillis();
    }

    /** Takes the newest value away if it is the one that a person entered for this time; returns whether it was. */
    boolean strikeOut(long timeMillis) {
        if (isEmpty() || !state.newestCharted || newestMillis() != timeMillis) {
            return false;
        }
        int kept = state.times.length - 1;
        state.times = Arrays.copyOf(state.times, kept);
        state.values = Arrays.copyOf(state.values, kept);
        state.newestCharted = false;
        return true;
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

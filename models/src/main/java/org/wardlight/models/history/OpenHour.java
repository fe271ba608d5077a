package org.wardlight.models.history;

import java.util.Arrays;
import java.util.stream.IntStream;

/** An hour that readings are still added to, in slots of five minutes. Its value is the median of its slots' means. */
public class OpenHour {
    /** None. */
    public static final long NONE = Long.MIN_VALUE;

    static final int SLOTS = 12;

    /** Which: hours since 1970. */
    public long index = NONE;
    /** Sum of the panes in each slot. */
    public double[] sums = new double[SLOTS];
    /** How many panes each slot has. */
    public int[] counts = new int[SLOTS];

    /** For the state serializer. */
    public OpenHour() {}

    void begin(long hour) {
        index = hour;
        sums = new double[SLOTS];
        counts = new int[SLOTS];
    }

    void add(int slot, double value) {
        sums[slot] += value;
        counts[slot]++;
    }

    /** How many slots have a value. */
    int known() {
        return (int) Arrays.stream(counts).filter(count -> count > 0).count();
    }

    /** NaN when there is none. */
    double value() {
        return Robust.median(IntStream.range(0, SLOTS)
                .filter(slot -> counts[slot] > 0)
                .mapToDouble(slot -> sums[slot] / counts[slot])
                .toArray());
    }

    OpenHour copy() {
        OpenHour copy = new OpenHour();
        copy.index = index;
        copy.sums = sums.clone();
        copy.counts = counts.clone();
        return copy;
    }
}

package org.wardlight.models.history;

import java.util.Arrays;

/** Levels and spreads that one wild reading does not move. */
public final class Robust {

    /** Makes the median absolute deviation of a normal distribution its standard deviation. */
    private static final double NORMAL = 1.4826;

    private Robust() {}

    /** The middle value, or the mean of the two in the middle; NaN of nothing. */
    public static double median(double[] values) {
        int n = values.length;
        if (n == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    /** The median distance from a level, as a standard deviation; NaN of nothing. */
    public static double spread(double[] values, double level) {
        return NORMAL
                * median(Arrays.stream(values)
                        .map(value -> Math.abs(value - level))
                        .toArray());
    }

    static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}

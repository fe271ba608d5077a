package org.wardlight.models.features;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.wardlight.models.history.Robust;
import org.wardlight.models.history.VitalHistory;

/** Statistics of one input over hours, at one moment. NaN is unknown. */
final class HourStatistics {

    private static final int SIX_HOURS = 6;
    private static final int FARTHEST_CHANGE = 12;
    private static final int ENOUGH_FOR_USUAL = 2;
    private static final int ENOUGH_FOR_SLOPE = 3;

    /** The present hour first, as its level now where there is one; then back. */
    private final double[] hours;

    private final double now;

    HourStatistics(VitalHistory history, long atMillis, long levelMillis) {
        int end = VitalHistory.paneOf(atMillis) + 1;
        int panes = (int) (levelMillis / VitalHistory.PANE_MILLIS);
        double level = Robust.median(history.panes(end - panes, end));
        this.hours = history.hours(VitalHistory.hourOf(atMillis), VitalHistory.HOURS + 1);
        if (!Double.isNaN(level)) {
            // What changes now must not wait until it fills half of the hour.
            hours[0] = level;
        }
        this.now = newest(0, hours.length);
    }

    double of(Statistic statistic) {
        return switch (statistic) {
            case NOW -> now;
            case AGE_H -> age();
            case MEAN_6H -> folded(Double::sum) / lastSix().length;
            case MIN_6H -> folded(Math::min);
            case MAX_6H -> folded(Math::max);
            case SD_6H -> deviation();
            case CHANGE_1H -> now - newest(1, FARTHEST_CHANGE + 1);
            case CHANGE_6H -> now - newest(SIX_HOURS, FARTHEST_CHANGE + 1);
            case SLOPE_6H -> slope();
            case FROM_USUAL -> now - usual();
            default -> throw new IllegalArgumentException(statistic.id() + " is none of hours");
        };
    }

    /** What is usual with this patient: the median of the hours before this one. */
    double usual() {
        double[] before = known(1, hours.length);
        return before.length < ENOUGH_FOR_USUAL ? Double.NaN : Robust.median(before);
    }

    private double age() {
        return IntStream.range(0, hours.length)
                .filter(back -> !Double.isNaN(hours[back]))
                .mapToDouble(back -> back)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** The newest known hour from so many back (inclusive) to so many (exclusive). */
    private double newest(int from, int to) {
        return Arrays.stream(known(from, to)).findFirst().orElse(Double.NaN);
    }

    private double[] known(int from, int to) {
        return Arrays.stream(hours, from, to)
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    private double[] lastSix() {
        return known(0, SIX_HOURS);
    }

    private double folded(DoubleBinaryOperator operator) {
        return Arrays.stream(lastSix()).reduce(operator).orElse(Double.NaN);
    }

    private double deviation() {
        double[] values = lastSix();
        if (values.length < 2) {
            return Double.NaN;
        }
        double mean = Arrays.stream(values).sum() / values.length;
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / values.length);
    }

    private double slope() {
        double[] values = lastSix();
        if (values.length < ENOUGH_FOR_SLOPE) {
            return Double.NaN;
        }
        double[] times = IntStream.range(0, SIX_HOURS)
                .filter(back -> !Double.isNaN(hours[back]))
                .mapToDouble(back -> -back)
                .toArray();
        double meanTime = Arrays.stream(times).sum() / times.length;
        double meanValue = Arrays.stream(values).sum() / values.length;
        double together = 0;
        double alone = 0;
        for (int i = 0; i < times.length; i++) {
            together += (times[i] - meanTime) * (values[i] - meanValue);
            alone += (times[i] - meanTime) * (times[i] - meanTime);
        }
        return together / alone;
    }
}

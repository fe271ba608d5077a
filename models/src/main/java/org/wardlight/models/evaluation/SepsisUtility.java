package org.wardlight.models.evaluation;

import java.util.List;

/**
 * The utility of the Challenge 2019 (Reyna et al., Crit Care Med 2020;48(2):210-217): what an hourly alarm is worth, most six
 * hours before sepsis; an alarm for nothing costs 0.05 an hour, a sepsis without one up to 2. Labels stand six hours early.
 */
public final class SepsisUtility {

    private static final int LABELS_EARLY = 6;
    private static final int TOO_EARLY = -12;
    private static final int BEST = -6;
    private static final int TOO_LATE = 3;
    private static final double FALSE_ALARM = -0.05;
    private static final double MISSED = -2;

    private double sum;
    private double sumOfBest;
    private double sumOfNone;

    /** Adds a stay: its labels and what was predicted, hour by hour. */
    public void add(List<Boolean> labels, boolean[] predictions) {
        int onset = onset(labels);
        for (int hour = 0; hour < predictions.length; hour++) {
            sum += worth(onset, hour, predictions[hour]);
            sumOfNone += worth(onset, hour, false);
            boolean best = onset >= 0 && hour >= onset + TOO_EARLY && hour <= onset + TOO_LATE;
            sumOfBest += worth(onset, hour, best);
        }
    }

    /** The sum over all stays. */
    public double sum() {
        return sum;
    }

    /** 0 is never to alarm, 1 the best there is; NaN when no stay was septic. */
    public double normalised() {
        return (sum - sumOfNone) / (sumOfBest - sumOfNone);
    }

    /** The hour of sepsis; negative when there was none. */
    private static int onset(List<Boolean> labels) {
        int first = labels.indexOf(true);
        return first < 0 ? -1 : first + LABELS_EARLY;
    }

    private static double worth(int onset, int hour, boolean alarm) {
        if (onset < 0) {
            return alarm ? FALSE_ALARM : 0;
        }
        int late = hour - onset;
        if (late > TOO_LATE) {
            return 0;
        }
        if (alarm) {
            return late <= BEST
                    ? Math.max((late - TOO_EARLY) / 6.0, FALSE_ALARM)
                    : (double) (TOO_LATE - late) / (TOO_LATE - BEST);
        }
        return late <= BEST ? 0 : MISSED * (late - BEST) / (TOO_LATE - BEST);
    }
}

package org.wardlight.bench.reference;

import java.util.ArrayList;
import java.util.List;

/**
 * What a two-step limit has to make of a series of readings, told again from the clinical rules in one thread, for the bench to
 * compare with: a condition starts when readings have violated a limit for its on-delay (at least two of them); it gets worse
 * when the next limit is violated for its own; it ends when the value has been inside by the hysteresis for the off-delay.
 * Lost readings end nothing. Times in s, values in the vital's unit; low limits are violated strictly below.
 */
public final class LimitReference {

    /**
     * A limit and its steps.
     *
     * @param low whether the side is low; else high
     * @param medium threshold of the medium step
     * @param mediumDelay its on-delay, s
     * @param high threshold of the high step, farther out
     * @param highDelay its on-delay, s
     * @param hysteresis how far inside a value must be to end it
     * @param offDelay for how long, s
     */
    public record Limit(
            boolean low,
            double medium,
            double mediumDelay,
            double high,
            double highDelay,
            double hysteresis,
            double offDelay) {
        private double beyond(double value, double threshold) {
            return low ? threshold - value : value - threshold;
        }
    }

    /** A reading. */
    public record Reading(double time, double value) {}

    /**
     * A step of a condition.
     *
     * @param what {@code start}, {@code worse} or {@code end}
     * @param time when it is due, s
     * @param severity {@code medium} or {@code high}
     */
    public record Step(String what, double time, String severity) {}

    private final Limit limit;
    private final List<Step> steps = new ArrayList<>();
    private double violatedSince = Double.NaN;
    private double highSince = Double.NaN;
    private double insideSince = Double.NaN;
    private int violations;
    private String open = "";

    private LimitReference(Limit limit) {
        this.limit = limit;
    }

    /** Every step that a series has to lead to, readings in the order of time. */
    public static List<Step> steps(Limit limit, List<Reading> readings) {
        LimitReference reference = new LimitReference(limit);
        readings.forEach(reference::take);
        return List.copyOf(reference.steps);
    }

    private void take(Reading reading) {
        boolean violates = limit.beyond(reading.value, limit.medium) > 0;
        boolean violatesHigh = limit.beyond(reading.value, limit.high) > 0;
        boolean inside = limit.beyond(reading.value, limit.medium) <= -limit.hysteresis;
        violatedSince = violates ? since(violatedSince, reading.time) : Double.NaN;
        violations = violates ? violations + 1 : 0;
        highSince = violatesHigh ? since(highSince, reading.time) : Double.NaN;
        if (open.isEmpty()) {
            start(reading.time);
        } else {
            goOn(reading.time, inside);
        }
    }

    private void start(double time) {
        if (violations >= 2 && time - violatedSince >= limit.mediumDelay) {
            open = "medium";
            steps.add(new Step("start", violatedSince + limit.mediumDelay, open));
            insideSince = Double.NaN;
        }
        worsen(time, "start");
    }

    private void goOn(double time, boolean inside) {
        worsen(time, "worse");
        insideSince = inside ? since(insideSince, time) : violations > 0 ? Double.NaN : insideSince;
        if (!Double.isNaN(insideSince) && time - insideSince >= limit.offDelay) {
            steps.add(new Step("end", insideSince + limit.offDelay, open));
            open = "";
            insideSince = Double.NaN;
        }
    }

    private void worsen(double time, String what) {
        boolean due = violations >= 2 && time - highSince >= limit.highDelay;
        if (due && !open.equals("high")) {
            boolean first = open.isEmpty();
            open = "high";
            steps.add(new Step(
                    first ? "start" : what.equals("start") ? "worse" : what, highSince + limit.highDelay, open));
        }
    }

    private static double since(double before, double now) {
        return Double.isNaN(before) ? now : before;
    }
}

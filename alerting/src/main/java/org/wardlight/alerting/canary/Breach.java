package org.wardlight.alerting.canary;

import org.wardlight.events.v1.LimitLevel;
import org.wardlight.events.v1.LimitRule;
import org.wardlight.events.v1.LimitSide;
import org.wardlight.events.v1.Severity;
import org.wardlight.events.v1.Vital;

/**
 * The limits of a canary, and how it breaches each. They lie close together and around values that no score minds. There are
 * several because the same alarm asks nobody again within the hold-off after it closed. Of medium priority: a high one would
 * outlive its breach until somebody acknowledged it.
 */
enum Breach {
    HEART_RATE_LOW("canary-heart-rate-low", Vital.HEART_RATE, LimitSide.LOW),
    PULSE_RATE_LOW("canary-pulse-rate-low", Vital.PULSE_RATE, LimitSide.LOW),
    HEART_RATE_HIGH("canary-heart-rate-high", Vital.HEART_RATE, LimitSide.HIGH),
    PULSE_RATE_HIGH("canary-pulse-rate-high", Vital.PULSE_RATE, LimitSide.HIGH);

    /** What both vitals are while nothing is breached, per minute. */
    static final double USUAL = 75;

    private static final double LIMIT_DISTANCE = 5;
    private static final double BREACH_DISTANCE = 10;
    private static final long DELAY_MILLIS = 1_000;

    private final String rule;
    private final Vital vital;
    private final LimitSide side;

    Breach(String rule, Vital vital, LimitSide side) {
        this.rule = rule;
        this.vital = vital;
        this.side = side;
    }

    /** The id of the limit rule that is breached. */
    String rule() {
        return rule;
    }

    /** What a vital is during this breach, per minute. */
    double valueOf(Vital of) {
        return of == vital ? away(BREACH_DISTANCE) : USUAL;
    }

    /** The rule as the register tells it. */
    LimitRule limit() {
        return LimitRule.newBuilder()
                .setRule(rule)
                .setVital(vital)
                .setSide(side)
                .addLevels(LimitLevel.newBuilder()
                        .setSeverity(Severity.SEVERITY_MEDIUM)
                        .setThreshold(away(LIMIT_DISTANCE))
                        .setOnDelayMs(DELAY_MILLIS))
                .setOffDelayMs(DELAY_MILLIS)
                .setSource("Wardlight canary")
                .build();
    }

    private double away(double distance) {
        return side == LimitSide.LOW ? USUAL - distance : USUAL + distance;
    }
}

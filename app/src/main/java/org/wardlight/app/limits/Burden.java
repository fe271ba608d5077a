package org.wardlight.app.limits;

import java.util.List;

/**
 * What became of the alarms of plain thresholds.
 *
 * @param recordings how many
 * @param hours that they last together
 * @param plain alarms of plain thresholds
 * @param raised those that became conditions
 * @param byDelay those that were over before the on-delay was
 * @param byHysteresis those within a condition that had not ended yet
 * @param byQuality those that were over before the on-delay was, with readings that could not be believed
 * @param sustained those that lasted for half a minute or longer, and for their on-delay
 * @param missed sustained ones that were neither raised nor within a condition
 */
record Burden(
        int recordings,
        double hours,
        int plain,
        int raised,
        int byDelay,
        int byHysteresis,
        int byQuality,
        int sustained,
        List<String> missed) {

    private static final double DAY_HOURS = 24;

    Burden {
        missed = List.copyOf(missed);
    }

    double plainPerDay() {
        return plain * DAY_HOURS / hours;
    }

    double raisedPerDay() {
        return raised * DAY_HOURS / hours;
    }
}

package org.wardlight.models.features;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What of an input's history a feature tells. The present hour counts by its level of the last minutes, so that what changes
 * now is seen now; the hours before by their medians. Those of hours are the same however often a device measures; those of minutes
 * need a reading every few seconds.
 */
public enum Statistic {
    /** Level of the last five minutes ({@link FeatureRows#LEVEL_MILLIS}), else the value of the newest hour with one, up to 24 h back. */
    NOW("now"),
    /** Whole hours since the hour of the newest reading, 0 to 24. */
    AGE_H("age-h"),
    /** Mean over the known ones of the last six hours, the present one included. */
    MEAN_6H("mean-6h"),
    MIN_6H("min-6h"),
    MAX_6H("max-6h"),
    /** Standard deviation of the known ones of the last six hours; needs two. */
    SD_6H("sd-6h"),
    /** Now, less the newest known hour at least one hour back, at most 12. */
    CHANGE_1H("change-1h"),
    /** Now, less the newest known hour at least six hours back, at most 12. */
    CHANGE_6H("change-6h"),
    /** Least squares over the known ones of the last six hours, unit per hour; needs three. */
    SLOPE_6H("slope-6h"),
    /** Now, less the patient's usual: the median of the known ones of the 24 hours before; needs two. */
    FROM_USUAL("from-usual"),
    /** Level of the last minute, less the patient's own of the quarter of an hour before, in its spreads. */
    Z_1M("z-1m"),
    /** The same of the last three minutes. */
    Z_3M("z-3m"),
    /** Level of the last minute less that of the one before, in the same spreads. */
    STEP_1M("step-1m"),
    /** Natural logarithm of the spread within the last minute over the patient's own. */
    SPREAD_1M("spread-1m");

    private final String id;

    Statistic(String id) {
        this.id = id;
    }

    /** As it stands behind the dot of a feature's name. */
    public String id() {
        return id;
    }

    boolean isOfMinutes() {
        return compareTo(Z_1M) >= 0;
    }

    /**
     * The statistic of this id.
     *
     * @throws IllegalArgumentException naming all that there are, when there is no such statistic
     */
    public static Statistic byId(String id) {
        return Arrays.stream(values())
                .filter(statistic -> statistic.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no statistic \"" + id + "\"; there are "
                        + Arrays.stream(values()).map(Statistic::id).collect(Collectors.joining(", "))));
    }
}

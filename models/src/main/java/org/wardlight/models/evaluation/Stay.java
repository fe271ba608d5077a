package org.wardlight.models.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.Vital;
import org.wardlight.models.features.Demographics;

/**
 * A recorded stay.
 *
 * @param id as its data set calls it
 * @param ageYears null when not recorded
 * @param hours how many hours it has, at least one
 * @param readings in the order of time, in the units of the vital catalogue
 * @param labels per hour whether an alarm was due; empty where the data set does not tell
 */
public record Stay(String id, @Nullable Integer ageYears, int hours, List<Reading> readings, List<Boolean> labels) {

    /** @throws IllegalArgumentException when it has no hour, or not one label an hour */
    public Stay {
        readings = List.copyOf(readings);
        labels = List.copyOf(labels);
        if (hours < 1 || (!labels.isEmpty() && labels.size() != hours)) {
            throw new IllegalArgumentException("the stay " + id + " needs an hour, and one label an hour if any");
        }
    }

    /**
     * One value.
     *
     * @param millis since the stay began
     * @param vital what was measured
     * @param value in its unit; a code's number; consciousness and oxygen as {@code ModelInput} has them
     */
    public record Reading(long millis, Vital vital, double value) {}

    /** Whether an alarm was ever due. */
    public boolean isPositive() {
        return labels.contains(true);
    }

    /** As a model knows the patient, when the stay begins at this moment. */
    Demographics demographics(long beginMillis) {
        return new Demographics(ageYears, beginMillis);
    }
}

package org.wardlight.models.features;

import org.jspecify.annotations.Nullable;

/**
 * What a model may know of a patient beside the vitals.
 *
 * @param ageYears null when not known
 * @param admittedMillis start of the stay, ms since 1970; null when not known
 */
public record Demographics(
        @Nullable Integer ageYears, @Nullable Long admittedMillis) {

    /** Nothing is known. */
    public static final Demographics UNKNOWN = new Demographics(null, null);
}

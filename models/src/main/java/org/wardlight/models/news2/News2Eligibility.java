package org.wardlight.models.news2;

import java.util.Optional;
import org.wardlight.events.v1.Patient;

/**
 * Whom the score is made for: patients of 16 years or older, not pregnant, without an injury of the spinal cord (Royal College
 * of Physicians, NEWS2, 2017). For all others, and when the age is not known, no score is better than a wrong one.
 */
public final class News2Eligibility {

    /** Years. */
    static final int MINIMUM_AGE = 16;

    private News2Eligibility() {}

    /** Why this patient is not scored, as a sentence for the ward; empty when the patient is. */
    public static Optional<String> refusal(Patient patient) {
        if (!patient.hasAgeYears()) {
            return Optional.of("NEWS2 is not computed: the age of the patient is not known");
        }
        if (patient.getAgeYears() < MINIMUM_AGE) {
            return Optional.of("NEWS2 is not computed: the patient is younger than " + MINIMUM_AGE + " years");
        }
        if (patient.getPregnant()) {
            return Optional.of("NEWS2 is not computed: the patient is pregnant");
        }
        if (patient.getSpinalCordInjury()) {
            return Optional.of("NEWS2 is not computed: the patient has a spinal cord injury");
        }
        return Optional.empty();
    }
}

package org.wardlight.models.news2;

import java.util.Optional;
import org.wardlight.events.v1.Patient;

/**
 * Whom the score is made for: patients of 16 years or older (Royal College of Physicians, NEWS2, 2017). For all others, and
 * when the age is not known, no score is better than a wrong one. The register does not know of pregnancy, for which the
 * score is not made either: leave the age of such a stay empty.
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
        return Optional.empty();
    }
}

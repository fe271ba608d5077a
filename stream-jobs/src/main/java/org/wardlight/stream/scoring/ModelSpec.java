package org.wardlight.stream.scoring;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.Patient;
import org.wardlight.models.features.FeatureLayout;
import org.wardlight.models.features.ModelInput;
import org.wardlight.models.manifest.Manifest;
import org.wardlight.models.manifest.ManifestInput;

/** How the job uses one model: its manifest, and where the configuration goes before it. */
record ModelSpec(Manifest manifest, FeatureLayout layout, boolean promoted, ModelPolicy policy) {

    static ModelSpec of(Manifest manifest, ModelPolicy policy) {
        return new ModelSpec(manifest, manifest.layout(), policy.promoted().contains(manifest.id()), policy);
    }

    String id() {
        return manifest.id();
    }

    long everyMillis() {
        return millis(policy.every(), manifest.everySeconds());
    }

    long onDelayMillis() {
        return millis(policy.onDelay(), manifest.advisory().onDelaySeconds());
    }

    long offDelayMillis() {
        return millis(policy.offDelay(), manifest.advisory().offDelaySeconds());
    }

    /** The first moment after another one at which this patient is due. Patients are spread, so that few are due together. */
    long dueAfter(long millis, String patientRef) {
        long step = everyMillis();
        long offset = Math.floorMod((patientRef + manifest.id()).hashCode(), step);
        return Math.floorDiv(millis - offset, step) * step + offset + step;
    }

    boolean isDueAt(long millis, String patientRef) {
        return dueAfter(millis - 1, patientRef) == millis;
    }

    /** Why the model is not made for this patient; empty when it is. */
    Optional<String> refusal(Patient patient) {
        Integer minimum = manifest.population().minimumAgeYears();
        if (minimum == null) {
            return Optional.empty();
        }
        if (!patient.hasAgeYears()) {
            return Optional.of(manifest.title() + " is not computed: the age of the patient is not known");
        }
        return patient.getAgeYears() < minimum
                ? Optional.of(manifest.title() + " is not computed: the patient is younger than " + minimum + " years")
                : Optional.empty();
    }

    /** The inputs that count for completeness. */
    List<ManifestInput> required() {
        return manifest.inputs().stream().filter(ManifestInput::required).toList();
    }

    static ModelInput input(ManifestInput input) {
        return ModelInput.byId(input.id());
    }

    private static long millis(@Nullable Duration configured, int manifestSeconds) {
        return configured == null ? manifestSeconds * 1_000L : configured.toMillis();
    }
}

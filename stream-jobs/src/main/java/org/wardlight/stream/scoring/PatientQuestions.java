package org.wardlight.stream.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.ScoreFailure;
import org.wardlight.events.v1.VitalNumeric;
import org.wardlight.models.features.Demographics;
import org.wardlight.models.features.FeatureRows;
import org.wardlight.models.features.PatientHistory;
import org.wardlight.models.history.VitalHistoryState;
import org.wardlight.models.manifest.ManifestInput;
import org.wardlight.models.manifest.ModelKind;

/** Keeps what models look back on of one patient, and asks them when they are due. */
public final class PatientQuestions {

    private static final long MINUTE_MILLIS = 60_000;

    private final List<ModelSpec> specs;
    private final String patientRef;
    private final PatientHistory history;
    private final long levelMillis;

    /**
     * Of a patient.
     *
     * @param models those that are asked
     * @param states kept by the caller; vitals are added to it
     * @param levelMillis over how long a level is now taken
     */
    public PatientQuestions(ModelSpecs models, String patientRef, List<VitalHistoryState> states, long levelMillis) {
        this.specs = models.specs();
        this.patientRef = patientRef;
        this.history = new PatientHistory(states);
        this.levelMillis = levelMillis;
    }

    /** Takes the readings of a message, live or late. Codes and what is missing tell a model nothing. */
    public void add(VitalNumeric numeric) {
        if (specs.isEmpty()) {
            return;
        }
        for (Measurement measurement : numeric.getMeasurementsList()) {
            if (measurement.hasValue()) {
                history.add(measurement.getVital(), measurement.getDeviceTimeMs(), measurement.getValue());
            }
        }
    }

    /** The first moment after another one at which a model is due; {@link Long#MAX_VALUE} when there is no model. */
    public long dueAfter(long millis) {
        return specs.stream()
                .mapToLong(spec -> spec.dueAfter(millis, patientRef))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** What is asked at a moment; nothing when no model is due then. */
    public List<ModelQuestion> at(long millis, Patient patient) {
        List<ModelQuestion> questions = new ArrayList<>();
        Demographics demographics = new Demographics(
                patient.hasAgeYears() ? patient.getAgeYears() : null,
                patient.getAdmittedMs() == 0 ? null : patient.getAdmittedMs());
        FeatureRows rows = new FeatureRows(history, demographics, millis, levelMillis);
        for (ModelSpec spec : specs) {
            if (spec.isDueAt(millis, patientRef)) {
                questions.add(question(spec, rows, patient, millis));
            }
        }
        return questions;
    }

    /** That the stay is over, so that nothing of it stays open. */
    public Optional<ModelQuestion> over(long millis) {
        if (specs.isEmpty()) {
            return Optional.empty();
        }
        ModelQuestion over = new ModelQuestion();
        over.patientRef = patientRef;
        over.timeMillis = millis;
        return Optional.of(over);
    }

    private ModelQuestion question(ModelSpec spec, FeatureRows rows, Patient patient, long millis) {
        ModelQuestion question = new ModelQuestion();
        question.patientRef = patientRef;
        question.modelId = spec.id();
        question.timeMillis = millis;
        question.completeness = completeness(spec, rows);
        Optional<String> refusal = spec.refusal(patient);
        if (refusal.isPresent()) {
            question.failure = ScoreFailure.NOT_FOR_PATIENT_VALUE;
            question.refusal = refusal.get();
        } else if (question.completeness < spec.manifest().minimumCompleteness()) {
            question.failure = ScoreFailure.INPUTS_TOO_THIN_VALUE;
            question.refusal = thin(spec, rows);
        } else {
            question.row = rows.row(spec.layout());
            question.usual = rows.usualRow(spec.layout());
            question.levels = levels(spec, rows);
        }
        return question;
    }

    private static double completeness(ModelSpec spec, FeatureRows rows) {
        List<ManifestInput> required = spec.required();
        long fresh = required.stream().filter(input -> isFresh(input, rows)).count();
        return (double) fresh / required.size();
    }

    private static String thin(ModelSpec spec, FeatureRows rows) {
        List<String> lacking = spec.required().stream()
                .filter(input -> !isFresh(input, rows))
                .map(ManifestInput::label)
                .toList();
        return String.format(
                Locale.ROOT,
                "%s needs more: %s missing or too old",
                spec.manifest().title(),
                String.join(", ", lacking));
    }

    private static boolean isFresh(ManifestInput input, FeatureRows rows) {
        Long age = rows.ageMillis(ModelSpec.input(input));
        return age != null && age <= input.freshForMinutes() * MINUTE_MILLIS;
    }

    private static List<InputLevel> levels(ModelSpec spec, FeatureRows rows) {
        boolean ofMinutes = spec.manifest().kind() == ModelKind.ANOMALY;
        return spec.layout().inputs().stream()
                .filter(input -> !input.vitals().isEmpty())
                .map(input -> {
                    InputLevel level = new InputLevel();
                    level.input = input.id();
                    level.now = rows.now(input);
                    level.usual = ofMinutes ? rows.ownLevel(input) : rows.usual(input);
                    level.changePerHour = rows.slope(input);
                    return level;
                })
                .collect(Collectors.toCollection(ArrayList::new));
    }
}

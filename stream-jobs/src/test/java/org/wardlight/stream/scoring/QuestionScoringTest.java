package org.wardlight.stream.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.wardlight.stream.scoring.ShippedFolder.ANOMALY;
import static org.wardlight.stream.scoring.ShippedFolder.SEPSIS;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.ScoreFailure;
import org.wardlight.events.v1.ScoreReason;
import org.wardlight.events.v1.Vital;
import org.wardlight.models.features.PatientHistory;
import org.wardlight.models.history.VitalHistoryState;
import org.wardlight.models.onnx.OnnxModel;

class QuestionScoringTest {

    private static final long HOUR = 3_600_000;
    private static final long LAST_MINUTES = 300;
    private static final long START = 500_000 * HOUR;
    private static final String ANNA = "p-" + "a".repeat(32);
    private static final Patient ADULT = Patient.newBuilder()
            .setPatientRef(ANNA)
            .setAgeYears(71)
            .setAdmittedMs(START)
            .build();

    @TempDir
    Path folder;

    private ModelPolicy policy = ModelPolicy.NONE;
    private final List<VitalHistoryState> states = new ArrayList<>();

    @BeforeEach
    void place() {
        policy = ShippedFolder.in(folder, SEPSIS);
    }

    @Test
    void givesAValueWithReasonsOfSomebodyWhoIsGettingWorse() throws Exception {
        // given: a day as usual, then faster and lower
        dayUntil(LAST_MINUTES);
        worse();

        // when
        Score score = only(SEPSIS, ADULT);

        // then
        assertThat(score.getUnavailable()).isEmpty();
        assertThat(score.getLower()).isEqualTo(score.getUpper()).isBetween(0.0, 1.0);
        assertThat(score.getModelHash()).hasSize(64);
        assertThat(score.getCompleteness()).isEqualTo(1);
        assertThat(score.getShadow()).isFalse();
        assertThat(score.getReasonsCount()).isBetween(1, 4);
        ScoreReason first = score.getReasons(0);
        assertThat(first.getContribution()).isPositive();
        assertThat(first.getUsual()).isNotEqualTo(first.getValue());
    }

    @Test
    void isMoreWorriedAboutWhoIsWorse() throws Exception {
        dayUntil(LAST_MINUTES);
        double before = only(SEPSIS, ADULT).getLower();
        worse();

        assertThat(only(SEPSIS, ADULT).getLower()).isGreaterThan(2 * before);
    }

    @Test
    void saysWhatIsLackingInsteadOfGuessing() throws Exception {
        new PatientHistory(states).add(Vital.SPO2, START + 24 * HOUR, 97);

        Score score = only(SEPSIS, ADULT);

        assertThat(score.getFailure()).isEqualTo(ScoreFailure.INPUTS_TOO_THIN);
        assertThat(score.getUnavailable()).contains("HR", "RR");
        assertThat(score.getReasonsList()).isEmpty();
    }

    @Test
    void refusesWhomItIsNotMadeFor() throws Exception {
        day();

        assertThat(only(SEPSIS, Patient.getDefaultInstance()).getFailure()).isEqualTo(ScoreFailure.NOT_FOR_PATIENT);
        assertThat(only(SEPSIS, ADULT.toBuilder().setAgeYears(15).build()).getFailure())
                .isEqualTo(ScoreFailure.NOT_FOR_PATIENT);
    }

    @Test
    void saysThatAModelCannotBeUsedAndGoesOnWithTheOthers() throws Exception {
        // given: a damaged file before the start
        Path graph = folder.resolve(SEPSIS).resolve("model.onnx");
        byte[] damaged = Files.readAllBytes(graph);
        damaged[500] ^= 0x55;
        Files.write(graph, damaged);
        day();

        // when
        List<Score> scores = scores(ADULT);

        // then
        Score sepsis = of(SEPSIS, scores);
        assertThat(sepsis.getFailure()).isEqualTo(ScoreFailure.MODEL_FAILED);
        assertThat(sepsis.getDegraded()).contains("SHA-256");
        assertThat(of(ANOMALY, scores).getUnavailable()).isEmpty();
    }

    @Test
    void goesOnWithTheOpenedModelWhenItsFileIsDamagedLaterAndSaysSo() throws Exception {
        day();
        try (SharedModels models = Objects.requireNonNull(SharedModels.open(policy))) {
            double before = of(SEPSIS, scores(models, ADULT)).getLower();
            Files.write(folder.resolve(SEPSIS).resolve("model.onnx"), new byte[] {1, 2, 3});
            models.catalog().check();

            Score after = of(SEPSIS, scores(models, ADULT));

            assertThat(after.getLower()).isEqualTo(before);
            assertThat(after.getDegraded()).contains("SHA-256");
            assertThat(models.catalog().problems()).containsOnlyKeys(SEPSIS);
        }
    }

    @Test
    void promotesOnlyWhatIsThereAndPassesItsGates() {
        try (SharedModels models = Objects.requireNonNull(SharedModels.open(policy))) {
            models.checkPromotion(policy);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> models.checkPromotion(
                            new ModelPolicy(folder.toString(), List.of(ANOMALY, "other"), null, null, null)))
                    .withMessageContaining("job.models.promoted: anomaly may not page")
                    .withMessageContaining("there is no model \"other\"");
        }
    }

    @Test
    void opensEachModelOnceForAllWhoUseIt() {
        try (SharedModels one = Objects.requireNonNull(SharedModels.open(policy));
                SharedModels two = Objects.requireNonNull(SharedModels.open(policy))) {
            assertThat(one).isSameAs(two);
            OnnxModel model =
                    Objects.requireNonNull(one.catalog().entries().get(0).model());
            assertThat(model).isSameAs(two.catalog().entries().get(0).model());
        }
    }

    private Score only(String model, Patient patient) throws Exception {
        return of(model, scores(patient));
    }

    private static Score of(String model, List<Score> scores) {
        return scores.stream()
                .filter(score -> score.getScoreId().equals(model))
                .findFirst()
                .orElseThrow();
    }

    private List<Score> scores(Patient patient) throws Exception {
        try (SharedModels models = Objects.requireNonNull(SharedModels.open(policy))) {
            return scores(models, patient);
        }
    }

    private List<Score> scores(SharedModels models, Patient patient) throws IOException {
        PatientQuestions questions = new PatientQuestions(models.specs(policy), ANNA, states, 300_000);
        List<ModelQuestion> asked = new ArrayList<>();
        for (long at = START + 24 * HOUR; at < START + 24 * HOUR + 60_000; at = questions.dueAfter(at)) {
            asked.addAll(questions.at(at, patient));
        }
        List<Score> scores = new ArrayList<>();
        new QuestionScoring(models.catalog(), models.specs(policy).specs())
                .answer(asked, answer -> scores.add(parsed(answer)));
        return scores;
    }

    private static Score parsed(ModelAnswer answer) {
        try {
            return Score.parseFrom(answer.score);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private void day() {
        dayUntil(0);
    }

    /** A day as usual that ends so many seconds before the moment of the questions. */
    private void dayUntil(long seconds) {
        PatientHistory history = new PatientHistory(states);
        for (long minute = 0; minute < 24 * 60 - seconds / 60; minute++) {
            long at = START + minute * 60_000;
            vitals(history, at, 74, 15, 97, 122);
        }
        for (long second = 0; second < 900 - seconds; second += 5) {
            vitals(history, START + 24 * HOUR - 900_000 + second * 1_000, 74 + (double) (second % 2), 15, 97, 122);
        }
    }

    private void worse() {
        PatientHistory history = new PatientHistory(states);
        for (long second = 0; second < 60; second++) {
            vitals(history, START + 24 * HOUR - 300_000 + second * 5_000, 118, 27, 90, 96);
        }
    }

    private static void vitals(
            PatientHistory history, long at, double heart, double breath, double spo2, double pressure) {
        history.add(Vital.HEART_RATE, at, heart);
        history.add(Vital.RESPIRATORY_RATE, at, breath);
        history.add(Vital.SPO2, at, spo2);
        history.add(Vital.BODY_TEMPERATURE, at, 36.8);
        history.add(Vital.SYSTOLIC_PRESSURE, at, pressure);
        history.add(Vital.MEAN_PRESSURE, at, pressure - 35);
    }
}

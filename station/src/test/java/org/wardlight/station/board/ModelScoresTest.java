package org.wardlight.station.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.ScoreFailure;
import org.wardlight.events.v1.ScoreKind;
import org.wardlight.events.v1.ScoreReason;
import org.wardlight.station.board.Tile.ModelScore;

class ModelScoresTest {

    private static final long MINUTE = 60_000;

    private final ModelScores scores = new ModelScores();

    @Test
    void showsAProbabilityInPerCentAndWhatIsNoneInHundredths() {
        scores.take(risk(1, 0.0592));
        scores.take(risk(1, 0.0592).toBuilder()
                .setKind(ScoreKind.ANOMALY)
                .setScoreId("anomaly")
                .setLower(0.934)
                .build());

        assertThat(shown(ScoreKind.DETERIORATION).text()).isEqualTo("5.9 %");
        assertThat(shown(ScoreKind.ANOMALY).text()).isEqualTo("93/100");
    }

    @Test
    void tellsWhetherItRisesAgainstAnHourAgo() {
        scores.take(risk(0, 0.01));
        assertThat(shown(ScoreKind.DETERIORATION).trend()).isEqualTo("steady");

        scores.take(risk(30, 0.02));
        assertThat(shown(ScoreKind.DETERIORATION).trend()).isEqualTo("rising");

        scores.take(risk(85, 0.02));
        assertThat(shown(ScoreKind.DETERIORATION).trend()).isEqualTo("steady");

        scores.take(risk(86, 0.005));
        assertThat(shown(ScoreKind.DETERIORATION).trend()).isEqualTo("falling");
    }

    @Test
    void showsNoNumberWhereThereIsNone() {
        scores.take(risk(1, 0.5));
        scores.take(risk(2, 0).toBuilder()
                .setUnavailable("needs more: RR missing or too old")
                .setFailure(ScoreFailure.INPUTS_TOO_THIN)
                .build());

        ModelScore shown = shown(ScoreKind.DETERIORATION);
        assertThat(shown.value()).isNull();
        assertThat(shown.text()).isEqualTo("--");
        assertThat(shown.high()).isFalse();
        assertThat(shown.failed()).isFalse();
        assertThat(shown.unavailable()).contains("RR");
    }

    @Test
    void saysWhenTheModelItselfIsTheTrouble() {
        scores.take(risk(2, 0).toBuilder()
                .setUnavailable("not available")
                .setDegraded("the SHA-256 is another one")
                .setFailure(ScoreFailure.MODEL_FAILED)
                .build());

        assertThat(shown(ScoreKind.DETERIORATION).failed()).isTrue();
        assertThat(shown(ScoreKind.DETERIORATION).degraded()).contains("SHA-256");
    }

    @Test
    void keepsTheNewestAndTheOneThatMayPage() {
        assertThat(scores.take(risk(5, 0.5))).isTrue();
        assertThat(scores.take(risk(4, 0.4))).isFalse();
        assertThat(scores.take(risk(6, 0.1).toBuilder()
                        .setScoreId("other")
                        .setShadow(true)
                        .build()))
                .isFalse();

        assertThat(shown(ScoreKind.DETERIORATION).value()).isEqualTo(0.5);
    }

    @Test
    void isHighFromTheThresholdOn() {
        scores.take(risk(1, 0.02));
        assertThat(shown(ScoreKind.DETERIORATION).high()).isTrue();
        scores.take(risk(2, 0.0199));
        assertThat(shown(ScoreKind.DETERIORATION).high()).isFalse();
    }

    @Test
    void leavesEarlyWarningScoresAlone() {
        assertThat(scores.take(
                        risk(1, 5).toBuilder().setKind(ScoreKind.EARLY_WARNING).build()))
                .isFalse();
        assertThat(scores.of(ScoreKind.DETERIORATION)).isNull();
    }

    private ModelScore shown(ScoreKind kind) {
        return Objects.requireNonNull(scores.of(kind));
    }

    private static Score risk(int minute, double value) {
        return Score.newBuilder()
                .setScoreId("sepsis-6h-wearable")
                .setKind(ScoreKind.DETERIORATION)
                .setTitle("Sepsis within 6 h")
                .setTimeMs(1_800_000_000_000L + minute * MINUTE)
                .setLower(value)
                .setUpper(value)
                .setThreshold(0.02)
                .setCompleteness(1)
                .setPolicy("sepsis-6h-wearable/1")
                .setModelHash("abc")
                .addReasons(ScoreReason.newBuilder()
                        .setInput("respiratory-rate")
                        .setValue(24)
                        .setUsual(16)
                        .setContribution(0.01))
                .build();
    }
}

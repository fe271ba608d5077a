package org.wardlight.models.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardlight.events.v1.Code;
import org.wardlight.models.ScoringModel;
import org.wardlight.models.ScoringModel.Outcome;

class PublishedRulesTest {

    private static final float NOTHING = Float.NaN;

    @ParameterizedTest
    @CsvSource({
        "95, 115, 24, 38.6, VOICE, 8",
        "120, 72, 14, 36.8, ALERT, 0",
        "200, 101, 15, 35.0, ALERT, 4",
        "70, 130, 30, 34.9, UNRESPONSIVE, 14",
        "71, 40, 9, 38.4, PAIN, 6",
        "80, 41, 8, 38.5, CONFUSED, 8",
        "81, 50, 20, 36.0, ALERT, 3",
        "100, 51, 21, 36.0, ALERT, 3",
        "101, 100, 29, 36.0, ALERT, 2",
        "199, 110, 14, 36.0, ALERT, 1",
        "150, 111, 14, 36.0, ALERT, 2",
        "150, 129, 14, 36.0, ALERT, 2",
    })
    void computesMewsAfterSubbe(
            float systolic, float heart, float breathing, float temperature, Code code, int points) {
        float[] row = {systolic, heart, breathing, temperature, code.getNumber()};

        assertThat(only(PublishedRules.mews(), row)).isEqualTo(Outcome.of(points));
    }

    @ParameterizedTest
    @CsvSource({"22, 100, ALERT, 2", "21, 101, VOICE, 1", "21, 101, ALERT, 0", "22, 100, CONFUSED, 3"})
    void computesQuickSofa(float breathing, float systolic, Code code, int points) {
        float[] row = {breathing, systolic, code.getNumber()};

        assertThat(only(PublishedRules.qsofa(), row)).isEqualTo(Outcome.of(points));
    }

    @ParameterizedTest
    @CsvSource({
        "38.0, 90, 20, 40, 12.0, 0",
        "38.1, 91, 21, 40, 8, 3",
        "35.9, 80, 16, 40, 3.9, 2",
        "36.0, 80, 16, 31, 4.0, 1",
        "37.0, 80, 25, 31, 8.0, 1",
    })
    void computesSirs(
            float temperature, float heart, float breathing, float carbonDioxide, float leucocytes, int points) {
        float[] row = {temperature, heart, breathing, carbonDioxide, leucocytes};

        assertThat(only(PublishedRules.sirs(), row)).isEqualTo(Outcome.of(points));
    }

    @Test
    void knowsThatWhatIsMissingMayCount() {
        assertThat(only(PublishedRules.sirs(), new float[] {38.1f, 91, 21, NOTHING, NOTHING}))
                .isEqualTo(new Outcome(3, 4));
        assertThat(only(PublishedRules.mews(), new float[] {70, NOTHING, NOTHING, NOTHING, NOTHING}))
                .isEqualTo(new Outcome(3, 14));
        assertThat(only(PublishedRules.qsofa(), new float[] {NOTHING, NOTHING, NOTHING}))
                .isEqualTo(new Outcome(0, 3));
    }

    @Test
    void dividesForTheShockIndexAndHasNoneWithoutBoth() {
        ScoringModel shockIndex = new ShockIndex();

        assertThat(only(shockIndex, new float[] {110, 100}).lower()).isEqualTo(1.1, within(1e-6));
        assertThat(only(shockIndex, new float[] {70, 120}).lower()).isEqualTo(0.583, within(1e-3));
        assertThat(only(shockIndex, new float[] {70, NOTHING}).isKnown()).isFalse();
    }

    @Test
    void computesNews2FromLevels() {
        ScoringModel news2 = new News2Rule();

        assertThat(only(news2, new float[] {26, 88, 1, 86, 132, Code.VOICE_VALUE, 39.5f}))
                .isEqualTo(Outcome.of(19));
        // 38.05 is 38.1, one point, though the float lies below
        assertThat(only(news2, new float[] {16, 97, 0, 120, 70, Code.ALERT_VALUE, 38.05f}))
                .isEqualTo(Outcome.of(1));
        assertThat(only(news2, new float[] {25, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING}))
                .isEqualTo(new Outcome(3, 20));
    }

    private static Outcome only(ScoringModel model, float[] row) {
        return model.score(List.of(row)).get(0);
    }
}

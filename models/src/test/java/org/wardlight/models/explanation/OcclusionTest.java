package org.wardlight.models.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardlight.models.ScoringModel.Outcome;
import org.wardlight.models.explanation.Occlusion.Contribution;
import org.wardlight.models.features.FeatureLayout;
import org.wardlight.models.features.ModelInput;

class OcclusionTest {

    private static final FeatureLayout LAYOUT = FeatureLayout.parse(List.of(
            "heart-rate.now", "heart-rate.slope-6h", "spo2.now", "shock-index.now", "age-years", "temperature.now"));

    private static final float[] NOW = {120, 10, 88, 1.2f, 71, 37};
    private static final float[] USUAL = {70, 0, 97, 0.6f, 71, Float.NaN};

    @Test
    void putsOneInputAfterTheOtherBackToWhereItUsuallyIs() {
        Occlusion occlusion = new Occlusion(LAYOUT, NOW, USUAL);

        assertThat(occlusion.rows())
                .containsExactly(
                        NOW,
                        // heart rate, and what moves with it
                        new float[] {70, 0, 88, 0.6f, 71, 37},
                        new float[] {120, 10, 97, 1.2f, 71, 37});
    }

    @Test
    void callsTheGreatestFirstAndLeavesOutWhatIsNothing() {
        Occlusion occlusion = new Occlusion(LAYOUT, NOW, USUAL);

        List<Contribution> contributions =
                occlusion.contributions(List.of(Outcome.of(0.5), Outcome.of(0.4), Outcome.of(0.2)), 4);

        assertThat(contributions)
                .extracting(Contribution::input)
                .containsExactly(ModelInput.SPO2, ModelInput.HEART_RATE);
        assertThat(occlusion.contributions(List.of(Outcome.of(0.5), Outcome.of(0.5), Outcome.of(0.6)), 4))
                .extracting(Contribution::input)
                .containsExactly(ModelInput.SPO2);
        assertThat(occlusion.contributions(List.of(Outcome.of(0.5), Outcome.NONE, Outcome.of(0.2)), 1))
                .hasSize(1);
    }

    @Test
    void asksNothingOfWhoIsAsUsual() {
        assertThat(new Occlusion(LAYOUT, USUAL, USUAL).rows()).containsExactly(USUAL);
    }
}

package org.wardlight.models.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MeasuresTest {

    private static final double[] VALUES = {0.1, 0.4, 0.35, 0.8, 0.4, 0.7};
    private static final boolean[] HAPPENED = {false, true, false, true, true, false};

    @Test
    void ranksAsTheOfficialCodeDoes() {
        Ranking ranking = new Ranking(VALUES, HAPPENED);

        assertThat(ranking.auroc()).isEqualTo(0.777778, within(1e-6));
        assertThat(ranking.auprc()).isEqualTo(0.833333, within(1e-6));
    }

    @Test
    void countsTiesAsOneStep() {
        Ranking alike = new Ranking(new double[] {0.5, 0.5, 0.5, 0.5}, new boolean[] {true, false, false, false});

        assertThat(alike.auroc()).isEqualTo(0.5);
        assertThat(alike.auprc()).isEqualTo(0.25);
    }

    @Test
    void agreesWithCountingPairs() {
        Random random = new Random(5);
        double[] values =
                random.doubles(300).map(value -> Math.rint(value * 20) / 20).toArray();
        boolean[] happened = new boolean[300];
        for (int i = 0; i < 300; i++) {
            happened[i] = random.nextDouble() < values[i];
        }
        double pairs = 0;
        double won = 0;
        for (int i = 0; i < 300; i++) {
            for (int j = 0; j < 300; j++) {
                if (happened[i] && !happened[j]) {
                    pairs++;
                    won += values[i] > values[j] ? 1 : values[i] == values[j] ? 0.5 : 0;
                }
            }
        }

        assertThat(new Ranking(values, happened).auroc()).isEqualTo(won / pairs, within(1e-12));
    }

    @Test
    void findsWhereSensitivityAndPredictivityMeet() {
        assertThat(new Ranking(VALUES, HAPPENED).bestOfSensitivityAndPredictivity())
                .isEqualTo(0.75, within(1e-12));
        assertThat(MortalityScore.event1(
                        new boolean[] {true, true, false, false}, new boolean[] {true, false, true, false}))
                .isEqualTo(0.5);
    }

    @Test
    void refusesValuesWithoutOutcomes() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ranking(new double[2], new boolean[1]));
    }

    @Test
    void findsTheSlopeOfPredictionsThatAreTooExtreme() {
        // given: outcomes as often as sigmoid(x), predictions twice as extreme
        Random random = new Random(3);
        int n = 200_000;
        double[] predicted = new double[n];
        boolean[] happened = new boolean[n];
        for (int i = 0; i < n; i++) {
            double logit = 2 * random.nextGaussian() - 1;
            happened[i] = random.nextDouble() < sigmoid(logit);
            predicted[i] = sigmoid(2 * logit);
        }

        // when
        Calibration calibration = Calibration.of(predicted, happened);

        // then
        assertThat(calibration.slope()).isEqualTo(0.5, within(0.02));
        assertThat(calibration.intercept()).isEqualTo(0, within(0.03));
    }

    @Test
    void sumsTheTenthsOfRisksAsHosmerAndLemeshow() {
        // given: 20 risks in ten tenths of two; in each, one of two died
        double[] risks = new double[20];
        boolean[] died = new boolean[20];
        double sum = 0;
        for (int tenth = 0; tenth < 10; tenth++) {
            double risk = 0.05 + 0.1 * tenth;
            risks[2 * tenth] = risk;
            risks[2 * tenth + 1] = risk;
            died[2 * tenth] = true;
            sum += Math.pow(1 - 2 * risk, 2) / (2 * risk * (1 - risk) + 0.001);
        }

        assertThat(MortalityScore.event2(risks, died)).isEqualTo(sum / 0.9, within(1e-9));
    }

    private static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}

package org.wardlight.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wardlight.models.ScoringModel.Outcome;
import org.wardlight.models.rules.PublishedRules;

/** What holds for every score, be it a rule or a model. */
class ScoringModelContractTest {

    private static final int ROWS = 600;

    static List<ScoringModel> models() {
        List<ScoringModel> all = new ArrayList<>(PublishedRules.all());
        ModelFolder.SHIPPED.forEach(id -> all.add(ShippedModels.open(id)));
        return all;
    }

    @ParameterizedTest
    @MethodSource("models")
    void answersEachRowInItsPlace(ScoringModel model) {
        List<float[]> rows = rows(model, 0.2);

        List<Outcome> together = model.score(rows);

        assertThat(together).hasSize(ROWS);
        for (int i = 0; i < ROWS; i += 37) {
            Outcome alone = model.score(List.of(rows.get(i))).get(0);
            assertThat(together.get(i).isKnown()).isEqualTo(alone.isKnown());
            if (alone.isKnown()) {
                assertThat(together.get(i).lower()).isEqualTo(alone.lower(), within(1e-6));
                assertThat(together.get(i).upper()).isEqualTo(alone.upper(), within(1e-6));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void neverPutsTheLeastAboveTheMost(ScoringModel model) {
        for (double missing : new double[] {0, 0.5, 1}) {
            assertThat(model.score(rows(model, missing)))
                    .allMatch(outcome -> !outcome.isKnown() || outcome.lower() <= outcome.upper());
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void answersNothingToNothing(ScoringModel model) {
        assertThat(model.score(List.of())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void changesNoRow(ScoringModel model) {
        List<float[]> rows = rows(model, 0.3);
        List<float[]> before = rows.stream().map(float[]::clone).toList();

        model.score(rows);

        for (int i = 0; i < ROWS; i++) {
            assertThat(Arrays.equals(rows.get(i), before.get(i))).isTrue();
        }
    }

    private static List<float[]> rows(ScoringModel model, double missing) {
        Random random = new Random(11);
        List<float[]> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            float[] row = new float[model.layout().size()];
            for (int column = 0; column < row.length; column++) {
                row[column] = random.nextDouble() < missing ? Float.NaN : 1 + random.nextInt(180);
            }
            rows.add(row);
        }
        return rows;
    }
}

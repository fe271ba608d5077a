package org.wardlight.models.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wardlight.models.ScoringModel.Outcome;
import org.wardlight.models.features.Feature;
import org.wardlight.models.features.FeatureLayout;
import org.wardlight.models.features.ModelInput;

/**
 * What makes a value: each input in turn is put back to where it usually is with this patient, and how much the value falls
 * is its contribution. All questions of a patient are rows of one batch: the row itself first, then one for each input.
 * Heart rate over pressure moves with heart rate. Contributions need not add up: inputs work together.
 *
 * <p>Zeiler and Fergus, ECCV 2014, for occlusion; against the patient's own baseline instead of a population's, because that
 * is what a nurse compares with.
 */
public final class Occlusion {

    private final List<ModelInput> asked = new ArrayList<>();
    private final List<float[]> rows = new ArrayList<>();

    /**
     * Prepares the questions about a patient.
     *
     * @param row the patient now
     * @param usual the patient as usual; inputs that are unknown in it are not asked about
     */
    public Occlusion(FeatureLayout layout, float[] row, float[] usual) {
        rows.add(row);
        columns(layout).forEach((input, columns) -> {
            float[] changed = row.clone();
            boolean differs = false;
            for (int column : columns) {
                if (!Float.isNaN(usual[column])) {
                    changed[column] = usual[column];
                    differs |= Float.compare(changed[column], row[column]) != 0;
                }
            }
            if (differs) {
                asked.add(input);
                rows.add(changed);
            }
        });
    }

    /** The rows to be scored, the patient's own first. */
    public List<float[]> rows() {
        return List.copyOf(rows);
    }

    /**
     * What the answers mean.
     *
     * @param outcomes of {@link #rows()}, in their order
     * @param most no more contributions than this
     * @return the greatest first; those that are nothing, and those without an answer, are left out
     */
    public List<Contribution> contributions(List<Outcome> outcomes, int most) {
        double value = outcomes.get(0).lower();
        List<Contribution> found = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            double without = outcomes.get(i + 1).lower();
            if (!Double.isNaN(value - without) && value != without) {
                found.add(new Contribution(asked.get(i), value - without));
            }
        }
        return found.stream()
                .sorted(Comparator.comparingDouble((Contribution each) -> -Math.abs(each.amount()))
                        .thenComparing(Contribution::input))
                .limit(most)
                .toList();
    }

    private static Map<ModelInput, List<Integer>> columns(FeatureLayout layout) {
        Map<ModelInput, List<Integer>> columns = new LinkedHashMap<>();
        List<Feature> features = layout.features();
        for (int column = 0; column < features.size(); column++) {
            ModelInput input = features.get(column).input();
            ModelInput moved = input == ModelInput.SHOCK_INDEX ? ModelInput.HEART_RATE : input;
            if (!moved.vitals().isEmpty()) {
                columns.computeIfAbsent(moved, none -> new ArrayList<>()).add(column);
            }
        }
        return columns;
    }

    /**
     * One input's share.
     *
     * @param input which
     * @param amount how much the value would fall if the input were as usual; negative: rise
     */
    public record Contribution(ModelInput input, double amount) {}
}

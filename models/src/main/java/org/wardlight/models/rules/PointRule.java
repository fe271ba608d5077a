package org.wardlight.models.rules;

import java.util.List;
import org.wardlight.models.ScoringModel;
import org.wardlight.models.features.Feature;
import org.wardlight.models.features.FeatureLayout;
import org.wardlight.models.features.ModelInput;
import org.wardlight.models.features.Statistic;

/**
 * A rule that adds up points. An item whose inputs are missing counts from nothing to its most.
 *
 * @param id its name in records
 * @param version publication and version of this code
 * @param layout the levels that it reads, in the order of its items
 * @param items what gives points
 */
record PointRule(String id, String version, FeatureLayout layout, List<Item> items) implements ScoringModel {

    PointRule {
        items = List.copyOf(items);
    }

    static PointRule of(String id, String version, Item... items) {
        List<Feature> features = List.of(items).stream()
                .flatMap(item -> item.inputs().stream())
                .map(input -> new Feature(input, Statistic.NOW))
                .toList();
        return new PointRule(id, version, new FeatureLayout(features), List.of(items));
    }

    @Override
    public List<Outcome> score(List<float[]> rows) {
        return rows.stream().map(this::score).toList();
    }

    private Outcome score(float[] row) {
        int lower = 0;
        int upper = 0;
        int column = 0;
        for (Item item : items) {
            int known = 0;
            boolean missing = false;
            for (int i = 0; i < item.inputs().size(); i++, column++) {
                missing |= Float.isNaN(row[column]);
                known = Float.isNaN(row[column]) ? known : Math.max(known, points(item, i, row[column]));
            }
            lower += known;
            upper += missing ? item.most() : known;
        }
        return new Outcome(lower, upper);
    }

    private static int points(Item item, int input, float value) {
        // The decimal number that was measured, not the double next to the float.
        return item.points().get(input).of(Double.parseDouble(Float.toString(value)));
    }

    /**
     * What gives points: one input, or several of which the one that gives most counts.
     *
     * @param most the most it gives
     */
    record Item(List<ModelInput> inputs, int most, List<Points> points) {

        Item {
            inputs = List.copyOf(inputs);
            points = List.copyOf(points);
        }

        static Item of(ModelInput input, int most, Points points) {
            return new Item(List.of(input), most, List.of(points));
        }
    }

    /** Points of a value in the input's unit. */
    interface Points {
        int of(double value);
    }
}

package org.wardlight.models.features;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The columns of a model's rows, in order. */
public record FeatureLayout(List<Feature> features) {

    /** @throws IllegalArgumentException when there is none, or one stands there twice */
    public FeatureLayout {
        features = List.copyOf(features);
        Set<Feature> different = new HashSet<>(features);
        if (features.isEmpty() || different.size() != features.size()) {
            throw new IllegalArgumentException("a layout has at least one feature and none twice");
        }
    }

    /**
     * The layout of these names.
     *
     * @throws IllegalArgumentException with every name that is wrong
     */
    public static FeatureLayout parse(List<String> names) {
        List<Feature> features = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String name : names) {
            try {
                features.add(Feature.parse(name));
            } catch (IllegalArgumentException e) {
                problems.add("\"" + name + "\": " + e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return new FeatureLayout(features);
    }

    /** The columns' names. */
    public List<String> names() {
        return features.stream().map(Feature::name).toList();
    }

    /** How many columns. */
    public int size() {
        return features.size();
    }

    /** The inputs that it looks at, each once. */
    public List<ModelInput> inputs() {
        return features.stream().map(Feature::input).distinct().toList();
    }
}

package org.wardlight.app.features;

import java.util.ArrayList;
import java.util.List;
import org.wardlight.models.features.Feature;
import org.wardlight.models.features.FeatureLayout;
import org.wardlight.models.features.ModelInput;
import org.wardlight.models.features.Statistic;

/** The columns that are exported: everything that there is, for training to choose from. */
final class FeatureSets {

    private static final List<ModelInput> HOURLY = List.of(
            ModelInput.HEART_RATE,
            ModelInput.RESPIRATORY_RATE,
            ModelInput.SPO2,
            ModelInput.TEMPERATURE,
            ModelInput.SYSTOLIC_PRESSURE,
            ModelInput.DIASTOLIC_PRESSURE,
            ModelInput.MEAN_PRESSURE);

    private static final List<ModelInput> BY_MINUTES =
            List.of(ModelInput.HEART_RATE, ModelInput.RESPIRATORY_RATE, ModelInput.SPO2);

    private FeatureSets() {}

    /** Of hours, with age and length of the stay. */
    static FeatureLayout hourly() {
        List<Feature> features = new ArrayList<>();
        for (ModelInput input : HOURLY) {
            for (Statistic statistic : Statistic.values()) {
                if (statistic.compareTo(Statistic.Z_1M) < 0) {
                    features.add(new Feature(input, statistic));
                }
            }
        }
        features.add(new Feature(ModelInput.SHOCK_INDEX, Statistic.NOW));
        features.add(new Feature(ModelInput.AGE, Statistic.NOW));
        features.add(new Feature(ModelInput.HOURS_OBSERVED, Statistic.NOW));
        return new FeatureLayout(features);
    }

    /** Of minutes. */
    static FeatureLayout ofMinutes() {
        List<Feature> features = new ArrayList<>();
        for (ModelInput input : BY_MINUTES) {
            for (Statistic statistic :
                    List.of(Statistic.Z_1M, Statistic.Z_3M, Statistic.STEP_1M, Statistic.SPREAD_1M)) {
                features.add(new Feature(input, statistic));
            }
        }
        return new FeatureLayout(features);
    }
}

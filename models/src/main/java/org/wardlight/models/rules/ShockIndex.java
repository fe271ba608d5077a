package org.wardlight.models.rules;

import java.util.List;
import org.wardlight.models.ScoringModel;
import org.wardlight.models.features.FeatureLayout;

/**
 * Heart rate over systolic pressure; 0.5 to 0.7 is normal, from 0.9 on it is to be watched, from 1.0 on high. Allgöwer and
 * Burri, Dtsch Med Wochenschr 1967;92(43):1947-1950. Without both there is no value.
 */
final class ShockIndex implements ScoringModel {

    private static final FeatureLayout LAYOUT = FeatureLayout.parse(List.of("heart-rate.now", "systolic-pressure.now"));

    @Override
    public String id() {
        return "shock-index";
    }

    @Override
    public String version() {
        return "shock-index-1967/1";
    }

    @Override
    public FeatureLayout layout() {
        return LAYOUT;
    }

    @Override
    public List<Outcome> score(List<float[]> rows) {
        return rows.stream().map(row -> Outcome.of((double) row[0] / row[1])).toList();
    }
}

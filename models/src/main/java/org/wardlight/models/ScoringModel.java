package org.wardlight.models;

import java.util.List;
import org.wardlight.models.features.FeatureLayout;

/**
 * A score of a patient: a published rule, or a trained model. What enters are rows of features, what leaves is a value for
 * each. Missing is NaN in a row, and never normal: a rule answers with an interval, a model with what it learned of missing.
 * Safe for use by several threads.
 */
public interface ScoringModel extends AutoCloseable {

    /** Its name in records and on screen, {@code news2} or {@code sepsis-6h-wearable}. */
    String id();

    /** Which version of the rule or of the model. */
    String version();

    /** The columns of a row, in order. */
    FeatureLayout layout();

    /**
     * Scores rows together.
     *
     * @param rows each of the layout's size
     * @return one for each row, in their order
     * @throws ModelFailure when there is no answer at all
     */
    List<Outcome> score(List<float[]> rows);

    /** Lets go of what it holds. */
    @Override
    default void close() {}

    /**
     * A value, as the interval that the inputs allow.
     *
     * @param lower the least it can be: points of a rule, or a probability, 0 to 1
     * @param upper the most it can be; the same unless a rule lacks inputs. NaN, both, when there is no value.
     */
    record Outcome(double lower, double upper) {

        /** There is no value. */
        public static final Outcome NONE = new Outcome(Double.NaN, Double.NaN);

        /** A value without a doubt. */
        public static Outcome of(double value) {
            return new Outcome(value, value);
        }

        /** Whether there is a value. */
        public boolean isKnown() {
            return !Double.isNaN(lower);
        }
    }
}

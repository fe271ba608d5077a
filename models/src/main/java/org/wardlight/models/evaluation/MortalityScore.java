package org.wardlight.models.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The scores of the Challenge 2012 (Silva et al., Comput Cardiol 2012;39:245-248) for one risk of death a stay.
 */
public final class MortalityScore {

    private static final int DECILES = 10;
    private static final double NEVER_ZERO = 0.001;

    private MortalityScore() {}

    /** Event 1: the smaller of sensitivity and positive predictivity. */
    public static double event1(boolean[] predicted, boolean[] died) {
        double hits = count(i -> predicted[i] && died[i], died.length);
        double alarms = count(i -> predicted[i], died.length);
        double deaths = count(i -> died[i], died.length);
        return Math.min(hits / deaths, hits / alarms);
    }

    /**
     * Event 2: Hosmer and Lemeshow's sum over tenths of the sorted risks, over the distance of the last to the first; lower
     * is better. Fewer than ten stays over are left out, as the official code does. Infinite or NaN for risks all alike.
     */
    public static double event2(double[] risks, boolean[] died) {
        Integer[] rising = IntStream.range(0, risks.length).boxed().toArray(Integer[]::new);
        Arrays.sort(rising, Comparator.comparingDouble(i -> risks[i]));
        int size = risks.length / DECILES;
        double sum = 0;
        double[] means = new double[DECILES];
        for (int tenth = 0; tenth < DECILES; tenth++) {
            double observed = 0;
            for (int i = tenth * size; i < (tenth + 1) * size; i++) {
                observed += died[rising[i]] ? 1 : 0;
                means[tenth] += risks[rising[i]] / size;
            }
            double mean = means[tenth];
            double difference = observed - size * mean;
            sum += difference * difference / (size * mean * (1 - mean) + NEVER_ZERO);
        }
        return sum / (means[DECILES - 1] - means[0]);
    }

    private static double count(IntPredicate counts, int n) {
        return IntStream.range(0, n).filter(counts).count();
    }
}

package org.wardlight.models.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How well values put what happened before what did not. Ties count half, or as one step. */
public final class Ranking {

    private final double[] values;
    private final Integer[] falling;
    /** How many of the first ones happened. */
    private final long[] hits;

    private final long positives;

    /**
     * Of values and what became of each.
     *
     * @throws IllegalArgumentException when there is not one outcome for each value
     */
    public Ranking(double[] values, boolean[] happened) {
        if (values.length != happened.length) {
            throw new IllegalArgumentException(values.length + " values and " + happened.length + " outcomes");
        }
        this.values = values.clone();
        this.falling = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
        Arrays.sort(falling, Comparator.comparingDouble(i -> -values[i]));
        this.hits = new long[falling.length + 1];
        for (int i = 0; i < falling.length; i++) {
            hits[i + 1] = hits[i] + (happened[falling[i]] ? 1 : 0);
        }
        this.positives = hits[falling.length];
    }

    /** Area under the receiver operating characteristic: 0.5 is chance. NaN when all are alike. */
    public double auroc() {
        double above = 0;
        long negatives = 0;
        for (int from = 0; from < falling.length; ) {
            int to = endOfTie(from);
            long positive = positives(from, to);
            long negative = to - from - positive;
            above += negative * (hits[from] + positive / 2.0);
            negatives += negative;
            from = to;
        }
        return above / ((double) positives * negatives);
    }

    /** Average precision: the area under the stepped precision-recall curve; its chance level is the prevalence. */
    public double auprc() {
        double area = 0;
        for (int from = 0; from < falling.length; ) {
            int to = endOfTie(from);
            double recall = (double) positives(from, to) / positives;
            area += recall * ((double) hits[to] / to);
            from = to;
        }
        return area;
    }

    /** The threshold at which the smaller of sensitivity and positive predictivity is greatest, and what it is. */
    public double bestOfSensitivityAndPredictivity() {
        double best = 0;
        for (int from = 0; from < falling.length; ) {
            int to = endOfTie(from);
            best = Math.max(best, Math.min((double) hits[to] / positives, (double) hits[to] / to));
            from = to;
        }
        return best;
    }

    private int endOfTie(int from) {
        int to = from;
        while (to < falling.length && values[falling[to]] == values[falling[from]]) {
            to++;
        }
        return Math.max(to, from + 1);
    }

    private long positives(int from, int to) {
        return hits[to] - hits[from];
    }
}

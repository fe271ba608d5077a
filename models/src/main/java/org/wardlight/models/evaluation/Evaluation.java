package org.wardlight.models.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wardlight.models.ScoringModel;

/**
 * Measures a model on recorded stays with labels, and NEWS2 on the same rows. Missing values are what they are: a model says
 * what it says of them, NEWS2 counts what is known, values carried forward. Stays are added one by one; only labels and values are kept.
 */
public final class Evaluation {

    private static final int MOST_POINTS = 20;

    private final ScoringModel model;
    private final double threshold;
    private final HourlyReport ofModel = new HourlyReport();
    private final HourlyReport ofNews2 = new HourlyReport();
    private final Map<String, Double> lastOfModel = new LinkedHashMap<>();
    private final Map<String, Double> lastOfNews2 = new LinkedHashMap<>();

    /** Of a model whose values from this threshold on are alarms. */
    public Evaluation(ScoringModel model, double threshold) {
        this.model = model;
        this.threshold = threshold;
    }

    /**
     * What the model says of each hour of a stay.
     *
     * @return one value an hour, 0 to 1
     */
    public double[] score(Stay stay) {
        StayRows rows = StayRows.of(stay, model.layout());
        double[] values = model.score(rows.rows()).stream()
                .mapToDouble(ScoringModel.Outcome::lower)
                .toArray();
        double[] points = rows.news2().stream().mapToDouble(each -> each).toArray();
        lastOfModel.put(stay.id(), values[values.length - 1]);
        lastOfNews2.put(stay.id(), points[points.length - 1]);
        if (!stay.labels().isEmpty()) {
            ofModel.add(stay, values);
            ofNews2.add(stay, points);
        }
        return values;
    }

    /**
     * The figures of the stays with labels.
     *
     * @return by score ({@code model}, {@code news2}) and name; NEWS2 at the threshold that is best on these very stays, which
     *     flatters it
     */
    public Map<String, Map<String, Double>> figures() {
        double best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int points = 0; points <= MOST_POINTS + 1; points++) {
            double utility = ofNews2.utility(points);
            if (utility > most) {
                most = utility;
                best = points;
            }
        }
        Map<String, Map<String, Double>> figures = new LinkedHashMap<>();
        figures.put("model", ofModel.figures(threshold, true));
        figures.put("news2", ofNews2.figures(best, false));
        return figures;
    }

    /** Whether any stay had labels. */
    public boolean hasLabels() {
        return !ofModel.isEmpty();
    }

    /** The figures of the last hour of each stay against how it ended, by score and name. */
    public Map<String, Map<String, Double>> figures(Outcomes outcomes) {
        Map<String, Map<String, Double>> figures = new LinkedHashMap<>();
        figures.put("model", outcomes.figures(lastOfModel, true));
        figures.put("news2", outcomes.figures(lastOfNews2, false));
        return figures;
    }
}

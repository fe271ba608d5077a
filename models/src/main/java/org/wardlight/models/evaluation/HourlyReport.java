package org.wardlight.models.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures one score on hours of stays with labels. Begin with {@link #add}, end with {@link #figures}.
 */
final class HourlyReport {

    private static final double HOURS_OF_DAY = 24;

    private static final class Scored {
        private final List<Boolean> labels;
        private final double[] values;

        private Scored(List<Boolean> labels, double[] values) {
            this.labels = labels;
            this.values = values.clone();
        }
    }

    private final List<Scored> stays = new ArrayList<>();
    private int hours;
    private int septic;

    /** A stay: its labels, and the value of each hour. */
    void add(Stay stay, double[] values) {
        stays.add(new Scored(stay.labels(), values));
        hours += values.length;
        septic += stay.isPositive() ? 1 : 0;
    }

    boolean isEmpty() {
        return stays.isEmpty();
    }

    /** The figures when values from this threshold on are alarms; calibration only of probabilities. */
    Map<String, Double> figures(double threshold, boolean probabilities) {
        double[] values = new double[hours];
        boolean[] happened = new boolean[hours];
        int next = 0;
        for (Scored stay : stays) {
            for (int hour = 0; hour < stay.values.length; hour++, next++) {
                values[next] = stay.values[hour];
                happened[next] = stay.labels.get(hour);
            }
        }
        Ranking ranking = new Ranking(values, happened);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("stays", (double) stays.size());
        figures.put("septicStays", (double) septic);
        figures.put("rows", (double) hours);
        figures.put("utility", utility(threshold));
        figures.put("auroc", ranking.auroc());
        figures.put("auprc", ranking.auprc());
        if (probabilities) {
            Calibration calibration = Calibration.of(values, happened);
            figures.put("calibrationSlope", calibration.slope());
            figures.put("calibrationIntercept", calibration.intercept());
        }
        figures.put("threshold", threshold);
        figures.put("alertsPerPatientDay", alarmsBegun(threshold) / (hours / HOURS_OF_DAY));
        return figures;
    }

    /** The utility, normalised, when values from this threshold on are alarms. */
    double utility(double threshold) {
        SepsisUtility utility = new SepsisUtility();
        for (Scored stay : stays) {
            boolean[] alarms = new boolean[stay.values.length];
            for (int hour = 0; hour < alarms.length; hour++) {
                alarms[hour] = stay.values[hour] >= threshold;
            }
            utility.add(stay.labels, alarms);
        }
        return utility.normalised();
    }

    /** How often an alarm began: hours of alarm without one before. */
    private double alarmsBegun(double threshold) {
        double begun = 0;
        for (Scored stay : stays) {
            boolean before = false;
            for (double value : stay.values) {
                boolean alarm = value >= threshold;
                begun += alarm && !before ? 1 : 0;
                before = alarm;
            }
        }
        return begun;
    }
}

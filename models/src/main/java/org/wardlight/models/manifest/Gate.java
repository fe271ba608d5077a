package org.wardlight.models.manifest;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A condition that a model's own report has to fulfil before it may page anybody.
 *
 * @param metric which figure, {@code set.name}
 * @param atLeast null when there is no least
 * @param atMost null when there is no most
 * @param above another figure, {@code set.name}, that it has to exceed; null when there is none
 */
public record Gate(
        String metric,
        @Nullable Double atLeast,
        @Nullable Double atMost,
        @Nullable String above) {

    /** Why the report does not pass; empty when it does. A figure that is not in it does not pass. */
    Optional<String> refusal(Map<String, Map<String, Double>> report) {
        Double value = figure(report, metric);
        if (value == null || value.isNaN()) {
            return Optional.of(metric + " is not in the report");
        }
        if (atLeast != null && value < atLeast) {
            return Optional.of(metric + " is " + value + ", not at least " + atLeast);
        }
        if (atMost != null && value > atMost) {
            return Optional.of(metric + " is " + value + ", not at most " + atMost);
        }
        Double other = above == null ? null : figure(report, above);
        if (above != null && (other == null || !(value > other))) {
            return Optional.of(metric + " is " + value + ", not above " + above + ", " + other);
        }
        return Optional.empty();
    }

    private static @Nullable Double figure(Map<String, Map<String, Double>> report, String name) {
        int dot = name.indexOf('.');
        Map<String, Double> set = report.get(dot < 0 ? name : name.substring(0, dot));
        return set == null ? null : set.get(name.substring(dot + 1));
    }
}

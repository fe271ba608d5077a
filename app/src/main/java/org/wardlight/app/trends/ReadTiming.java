package org.wardlight.app.trends;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;

/**
 * How long one question took, over some runs.
 *
 * @param question what was asked
 * @param buckets in the answer
 * @param runs how often, after warming up
 * @param targetMillis what the median should not exceed
 */
record ReadTiming(
        @JsonProperty("question") String question,
        @JsonProperty("buckets") long buckets,
        @JsonProperty("runs") int runs,
        @JsonProperty("min_ms") double minMillis,
        @JsonProperty("median_ms") double medianMillis,
        @JsonProperty("p95_ms") double p95Millis,
        @JsonProperty("max_ms") double maxMillis,
        @JsonProperty("target_ms") int targetMillis) {

    static ReadTiming of(String question, long buckets, long[] nanos, int targetMillis) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new ReadTiming(
                question,
                buckets,
                sorted.length,
                at(sorted, 0),
                at(sorted, 0.5),
                at(sorted, 0.95),
                at(sorted, 1),
                targetMillis);
    }

    static String header() {
        return String.format(
                Locale.ROOT, "%-34s %8s %8s %8s %8s %8s  %s", "ms", "buckets", "min", "median", "p95", "max", "target");
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "%-34s %8d %8.1f %8.1f %8.1f %8.1f  %s",
                question,
                buckets,
                minMillis,
                medianMillis,
                p95Millis,
                maxMillis,
                (medianMillis <= targetMillis ? "within " : "over ") + targetMillis);
    }

    /** The smallest value that at least this share of the runs do not exceed. */
    private static double at(long[] sorted, double share) {
        int place = Math.max(0, (int) Math.ceil(share * sorted.length) - 1);
        return Math.round(sorted[place] / 10_000.0) / 100.0;
    }
}

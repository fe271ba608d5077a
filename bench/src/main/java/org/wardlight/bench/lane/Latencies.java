package org.wardlight.bench.lane;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.HdrHistogram.Histogram;

/**
 * Latencies in ms.
 *
 * @param count of what
 * @param p50 half took no longer
 * @param p99 of a hundred, one took longer
 * @param p999 of a thousand, one
 * @param max the longest
 */
@JsonPropertyOrder({"count", "p50", "p99", "p999", "max"})
public record Latencies(long count, double p50, double p99, double p999, double max) {

    private static final double MICROS = 1_000;

    /** Of a histogram in µs. */
    static Latencies of(Histogram micros) {
        return new Latencies(micros.getTotalCount(), at(micros, 50), at(micros, 99), at(micros, 99.9), at(micros, 100));
    }

    private static double at(Histogram micros, double percentile) {
        return Math.round(micros.getValueAtPercentile(percentile) / MICROS * 100) / 100.0;
    }
}

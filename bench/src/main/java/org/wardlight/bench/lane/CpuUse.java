package org.wardlight.bench.lane;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What a ward used over a time.
 *
 * @param whole the process, by the account of the operating system
 * @param threadsBefore its Java threads at the beginning, ns, by what they do
 * @param threadsAfter and at the end
 */
record CpuUse(Duration whole, Map<String, Long> threadsBefore, Map<String, Long> threadsAfter) {

    private static final double MICROS_PER_NANO = 1e-3;

    double microsPerReading(double readings) {
        return whole.toNanos() * MICROS_PER_NANO / readings;
    }

    Map<String, Double> microsPerReadingByWork(double readings) {
        Map<String, Double> used = new HashMap<>();
        threadsAfter.forEach((work, nanos) ->
                used.put(work, Math.max(0, nanos - threadsBefore.getOrDefault(work, 0L)) * MICROS_PER_NANO / readings));
        return used;
    }
}

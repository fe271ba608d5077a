package org.wardlight.app.bench;

import java.lang.management.ManagementFactory;
import java.util.Map;

/**
 * What some work cost.
 *
 * @param cpuNanos CPU time of the whole process, user and system, by the account of the operating system
 * @param nanos time that went by
 */
record Cost(long cpuNanos, long nanos) {

    private static final double NANOS_PER_MICRO = 1_000;

    /** What has been used up to now. */
    static Cost now() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Cost(system.getProcessCpuTime(), System.nanoTime());
    }

    /** What has been used since. */
    Cost since() {
        Cost now = now();
        return new Cost(now.cpuNanos - cpuNanos, now.nanos - nanos);
    }

    /** Microseconds for each of so many units of work. */
    Map<String, Double> perUnit(int units) {
        return Map.of(
                "cpu_us", rounded(cpuNanos / NANOS_PER_MICRO / units), "us", rounded(nanos / NANOS_PER_MICRO / units));
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}

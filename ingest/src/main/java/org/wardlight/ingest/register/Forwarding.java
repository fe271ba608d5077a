package org.wardlight.ingest.register;

import java.util.Map;
import java.util.TreeMap;

/**
 * The three loops that bring what people decide and chart into the histories: the register's changes, charted entries, and
 * quarantined readings that a registration claims.
 */
public record Forwarding(RegisterReader register, ChartReader chart, QuarantineRelease quarantine)
        implements AutoCloseable {

    /** Starts to read. */
    public void start() {
        register.start();
        chart.start();
        quarantine.start();
    }

    /** What is wrong, by part; empty when all is well. */
    public Map<String, String> problems() {
        Map<String, String> problems = new TreeMap<>(register.problems());
        problems.putAll(chart.problems());
        problems.putAll(quarantine.problems());
        return problems;
    }

    /** All of them end at once, so that it does not take three times as long when Kafka is away. */
    @Override
    public void close() {
        register.stop();
        chart.stop();
        quarantine.stop();
        register.close();
        chart.close();
        quarantine.close();
    }
}

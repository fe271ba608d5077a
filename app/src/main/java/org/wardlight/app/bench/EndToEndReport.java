package org.wardlight.app.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wardlight.bench.lane.LanePlan;
import org.wardlight.bench.lane.LaneResult;
import org.wardlight.bench.lane.Latencies;

/** What a run showed, as figures for a program and as lines for people. */
record EndToEndReport(
        LanePlan plan, LaneResult ward, @Nullable LaneResult floor) {

    private static final String BY_WORK = "cpu_us_per_reading_by_work";
    private static final double WORTH_NAMING = 0.01;

    /** By name; the first eight names are what every piece of work states. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("beds", plan.beds());
        figures.put("readings_per_s", Math.round(ward.readingsPerSecond()));
        figures.put("lost", ward.check("L1"));
        figures.put("missed_alarms", ward.check("L2") + ward.check("L5"));
        figures.put("page_latency_ms", ward.pageLatency());
        figures.put("cpu_us_per_reading", round(ward.cpuMicrosPerReading()));
        figures.put("floor_cpu_us_per_reading", floor == null ? null : round(floor.cpuMicrosPerReading()));
        figures.put("heap_kb_per_patient", round(ward.heapKilobytesPerPatient()));
        figures.put(BY_WORK, byWork());
        figures.put("seconds", plan.seconds());
        figures.put("warm_up_seconds", plan.warmUpSeconds());
        figures.put("connections", plan.connections());
        figures.put("messages", ward.messages());
        figures.put("acknowledged", ward.acknowledged());
        figures.put("pages", ward.pages());
        figures.put("expected_pages", ward.expectedPages());
        figures.put("checks", new TreeMap<>(ward.checks()));
        figures.put("puback_latency_ms", ward.pubackLatency());
        figures.put("stall_ms", ward.stall());
        figures.put("driver_latest_ms", round(ward.driverLatestMillis()));
        figures.put("floor_page_latency_ms", floor == null ? null : floor.pageLatency());
        figures.put("floor_checks", floor == null ? null : new TreeMap<>(floor.checks()));
        figures.put("floor_heap_kb_per_patient", floor == null ? null : round(floor.heapKilobytesPerPatient()));
        return figures;
    }

    /** The greatest first; small ones are put together. */
    private Map<String, Double> byWork() {
        Map<String, Double> shown = new LinkedHashMap<>();
        double small = ward.cpuMicrosPerReading() * WORTH_NAMING;
        ward.cpuMicrosPerReadingByWork().entrySet().stream()
                .filter(work -> work.getValue() >= small)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(work -> shown.put(work.getKey(), round(work.getValue())));
        double threads = ward.cpuMicrosPerReadingByWork().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        double named = shown.values().stream().mapToDouble(Double::doubleValue).sum();
        shown.put("other threads", round(Math.max(0, threads - named)));
        shown.put("compiler, collector, ended threads", round(Math.max(0, ward.cpuMicrosPerReading() - threads)));
        return shown;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        figures().forEach((name, figure) -> {
            if (name.equals(BY_WORK)) {
                lines.add("  " + name);
                byWork().forEach((work, micros) -> lines.add(String.format(Locale.ROOT, "  %10.2f  %s", micros, work)));
            } else {
                lines.add(String.format(Locale.ROOT, "  %-28s %s", name, text(figure)));
            }
        });
        return lines;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Latencies latencies) {
            return String.format(
                    Locale.ROOT,
                    "p50 %.1f   p99 %.1f   p99.9 %.1f   max %.1f   (%d)",
                    latencies.p50(),
                    latencies.p99(),
                    latencies.p999(),
                    latencies.max(),
                    latencies.count());
        }
        return value == null ? "not measured" : value.toString();
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}

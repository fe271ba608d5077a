package org.wardlight.stream.flinkmetrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.jspecify.annotations.Nullable;

/**
 * Shows the figures of Flink that say whether the job keeps up, as {@code wardlight_job_...} beside everybody else's: records
 * in and out, watermark, checkpoints, restarts, and what the operators count themselves. Labels are operator and subtask only.
 */
public final class MicrometerReporter implements MetricReporter {

    /** Records that an error of ours kept from being applied. */
    public static final String FAILED_RECORDS = "wardlight.job.failed";

    private static final String NAME = "wardlight";
    private static final Set<String> OPERATOR_FIGURES = Set.of(
            "numRecordsIn", "numRecordsOut", "currentInputWatermark", "currentOutputWatermark", "unreadable_records");
    private static final Set<String> JOB_FIGURES = Set.of(
            "numberOfCompletedCheckpoints",
            "numberOfFailedCheckpoints",
            "lastCheckpointDuration",
            "lastCheckpointSize",
            "numRestarts");
    private static final Set<String> OWN_OPERATORS = Set.of("device", "patient", "windows");

    // Flink makes its reporters itself, by name, so the registry has to wait for it here.
    private static final AtomicReference<@Nullable MeterRegistry> TARGET = new AtomicReference<>();

    private final Map<Metric, io.micrometer.core.instrument.Meter> shown = new ConcurrentHashMap<>();

    /** All reporters of this process report to this registry from now on. */
    public static void reportTo(MeterRegistry registry) {
        TARGET.set(registry);
    }

    /** Adds the reporter to Flink's settings. */
    public static void configure(Configuration settings) {
        settings.setString("metrics.reporters", NAME);
        settings.setString("metrics.reporter." + NAME + ".factory.class", MicrometerReporterFactory.class.getName());
    }

    @Override
    public void open(MetricConfig config) {}

    @Override
    public void close() {
        shown.keySet().forEach(this::hide);
    }

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        MeterRegistry registry = TARGET.get();
        Map<String, String> variables = group.getAllVariables();
        if (registry == null || !isWanted(name, variables)) {
            return;
        }
        String meterName =
                "wardlight.job." + name.replaceAll("([a-z])([A-Z])", "$1.$2").toLowerCase(Locale.ROOT);
        Tags tags =
                Tags.of("operator", operator(variables), "subtask", variables.getOrDefault("<subtask_index>", "job"));
        if (metric instanceof Counter counter) {
            shown.put(
                    metric,
                    FunctionCounter.builder(meterName, counter, Counter::getCount)
                            .tags(tags)
                            .register(registry));
        } else if (metric instanceof org.apache.flink.metrics.Gauge<?> gauge) {
            shown.put(
                    metric,
                    Gauge.builder(meterName, gauge, MicrometerReporter::number)
                            .tags(tags)
                            .register(registry));
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        hide(metric);
    }

    private void hide(Metric metric) {
        MeterRegistry registry = TARGET.get();
        io.micrometer.core.instrument.Meter meter = shown.remove(metric);
        if (registry != null && meter != null) {
            registry.remove(meter);
        }
    }

    private static boolean isWanted(String name, Map<String, String> variables) {
        if (!variables.containsKey("<operator_name>")) {
            return JOB_FIGURES.contains(name);
        }
        return OPERATOR_FIGURES.contains(name) || (OWN_OPERATORS.contains(operator(variables)) && isOwn(name));
    }

    /** The operators' own counters are spelled in lower case; Flink's are not. */
    private static boolean isOwn(String name) {
        return name.chars().allMatch(c -> c == '_' || (c >= 'a' && c <= 'z'));
    }

    private static String operator(Map<String, String> variables) {
        String name = variables.getOrDefault("<operator_name>", "job");
        if (name.startsWith("by device")) {
            return "device";
        }
        if (name.startsWith("by patient")) {
            return "patient";
        }
        // "alarm.condition: Writer" and "Source: observations" are clear enough without the decoration.
        return name.replace("Source: ", "").replaceAll(":.*", "");
    }

    private static double number(org.apache.flink.metrics.Gauge<?> gauge) {
        return gauge.getValue() instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}

package org.wardlight.app.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.core.metrics.Info;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * The one registry of a process, with the figures of the JVM in it. Every timer of ours has the same buckets, 5 ms to
 * 60 s, so that latencies of several processes can be added up.
 */
public final class Meters implements AutoCloseable {

    private static final String OURS = "wardlight.";
    private static final double[] BUCKETS_NANOS = Stream.of(
                    5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000)
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
            .toArray();

    private final PrometheusMeterRegistry registry;
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();

    private Meters(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    /** A new registry for this process. */
    public static Meters forThisProcess() {
        Meters meters = new Meters(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        meters.registry.config().meterFilter(new Buckets());
        meters.bindProcess();
        meters.bindBuild(BuildInfo.current());
        return meters;
    }

    /** Where the roles register theirs. */
    public PrometheusMeterRegistry registry() {
        return registry;
    }

    @Override
    public void close() {
        garbageCollection.close();
        registry.close();
    }

    private void bindProcess() {
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        garbageCollection.bindTo(registry);
        Gauge.builder("process.resident.memory", () -> ProcessFigures.residentBytes()
                        .orElse(0))
                .baseUnit("bytes")
                .description("Memory in use as the system sees it")
                .register(registry);
    }

    /** Straight to Prometheus: Micrometer takes the ending {@code _info} off. */
    private void bindBuild(BuildInfo build) {
        Info.builder()
                .name("wardlight_build_info")
                .help("Which Wardlight this is")
                .labelNames("version", "java")
                .register(registry.getPrometheusRegistry())
                .addLabelValues(build.version(), build.java());
    }

    private static final class Buckets implements MeterFilter {

        @Override
        public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
            if (!id.getName().startsWith(OURS) || id.getType() != Meter.Type.TIMER) {
                return config;
            }
            return DistributionStatisticConfig.builder()
                    .serviceLevelObjectives(BUCKETS_NANOS)
                    .build()
                    .merge(config);
        }
    }
}

package org.wardlight.stream.differential;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.wardlight.bench.scenario.TroubledWard;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.stream.JobConfig;
import org.wardlight.stream.MonitoringJob;
import org.wardlight.stream.device.DevicePolicy;
import org.wardlight.stream.device.Tally;
import org.wardlight.stream.flinkmetrics.MicrometerReporter;
import org.wardlight.stream.patient.ScorePolicy;
import org.wardlight.stream.protobuf.ProtobufTypeInfo;
import org.wardlight.stream.scoring.ModelPolicy;

/** The real job on a Flink in this process, over a log in memory, to its end. One run at a time. */
final class JobRun {

    private static final Queue<AlarmCondition> CONDITIONS = new ConcurrentLinkedQueue<>();
    /** Flink copies functions; what they share has to stand here. */
    private static volatile List<RawRecord> log = List.of();

    private static final Map<String, Double> COUNTED = new ConcurrentHashMap<>();

    private JobRun() {}

    /** Every condition record of a log. */
    static List<AlarmCondition> of(List<RawRecord> records, int parallelism) throws Exception {
        log = records;
        CONDITIONS.clear();
        COUNTED.clear();
        MicrometerReporter.reportTo(counting());
        Configuration settings = new Configuration();
        MicrometerReporter.configure(settings);
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofMillis(20));
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(parallelism, settings);
        DataStream<RawRecord> arriving = environment
                .fromSequence(0, records.size() - 1L)
                .setParallelism(1)
                .map(new Reading())
                .setParallelism(1)
                .returns(ProtobufTypeInfo.forRecord(RawRecord.class))
                .assignTimestampsAndWatermarks(WatermarkStrategy.<RawRecord>forBoundedOutOfOrderness(Duration.ZERO)
                        .withTimestampAssigner((record, none) -> TroubledWard.ingestMillis(record)))
                .setParallelism(1)
                // As the partitions of the log do: what concerns a device stays in order.
                .partitionCustom(
                        (device, partitions) -> Math.floorMod(device.hashCode(), partitions), MonitoringJob::historyOf);
        MonitoringJob.build(
                config(parallelism),
                arriving,
                new MonitoringJob.Sinks(new Kept<>(), new Kept<>(), new Kept<>(), new Kept<>(), new Kept<>()));
        environment.execute("differential");
        return List.copyOf(CONDITIONS);
    }

    /** How often the last run counted this, in all its tasks. */
    static long counted(Tally tally) {
        return COUNTED.getOrDefault("wardlight.job." + tally.name().toLowerCase(Locale.ROOT), 0.0)
                .longValue();
    }

    /** Flink takes its figures away when a task is done; until then they grow. */
    private static MeterRegistry counting() {
        MeterRegistry registry = new SimpleMeterRegistry();
        registry.config().onMeterRemoved(gone -> gone.measure()
                .forEach(figure -> COUNTED.merge(gone.getId().getName(), figure.getValue(), Double::sum)));
        return registry;
    }

    private static JobConfig config(int parallelism) {
        return new JobConfig(
                "none",
                parallelism,
                Duration.ZERO,
                new JobConfig.Checkpoints(URI.create("file:///none"), Duration.ofMinutes(1)),
                DevicePolicy.STANDARD,
                ScorePolicy.STANDARD,
                ModelPolicy.NONE);
    }

    private static final class Reading implements MapFunction<Long, RawRecord> {

        private static final long serialVersionUID = 1L;

        @Override
        public RawRecord map(Long number) {
            return log.get(Math.toIntExact(number));
        }
    }

    /** Keeps conditions and forgets everything else. */
    private static final class Kept<T> implements Sink<T> {

        private static final long serialVersionUID = 1L;

        @Override
        public SinkWriter<T> createWriter(WriterInitContext context) {
            return new SinkWriter<>() {
                @Override
                public void write(T record, Context at) throws IOException {
                    if (record instanceof AlarmCondition condition) {
                        CONDITIONS.add(condition);
                    }
                }

                @Override
                public void flush(boolean endOfInput) {
                    // Nothing waits.
                }

                @Override
                public void close() {
                    // It holds nothing.
                }
            };
        }
    }
}

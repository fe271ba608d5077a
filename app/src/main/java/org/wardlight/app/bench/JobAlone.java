package org.wardlight.app.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.stream.JobConfig;
import org.wardlight.stream.MonitoringJob;
import org.wardlight.stream.device.DevicePolicy;
import org.wardlight.stream.patient.ScorePolicy;
import org.wardlight.stream.protobuf.ProtobufTypeInfo;
import org.wardlight.stream.scoring.ModelPolicy;

/** The job on a Flink in this process, from a list in memory to sinks that drop everything, without checkpoints. */
final class JobAlone implements Stage {

    private static final long PATIENCE_SECONDS = 30;

    /** Flink copies functions; what they share has to stand here. One job at a time. */
    private static volatile @Nullable Feed feed;

    private final Messages messages;
    private final JobConfig config;

    JobAlone(Messages messages, Path models) {
        this.messages = messages;
        this.config = new JobConfig(
                "none",
                1,
                Duration.ZERO,
                new JobConfig.Checkpoints(URI.create("file:///none"), Duration.ofMinutes(1)),
                DevicePolicy.STANDARD,
                ScorePolicy.STANDARD,
                new ModelPolicy(models.toString(), List.of(), null, null, null));
    }

    @Override
    public Cost round() throws Exception {
        List<RawRecord> register = messages.register();
        List<RawRecord> records = new ArrayList<>(register);
        records.addAll(messages.records(0));
        Feed fed = new Feed(records, register.size());
        feed = fed;
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofMillis(50));
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(1, settings);
        DataStream<RawRecord> observations = environment
                .fromSource(new NumberSequenceSource(0, Long.MAX_VALUE), WatermarkStrategy.noWatermarks(), "numbers")
                .map(new FromFeed())
                .returns(ProtobufTypeInfo.forRecord(RawRecord.class))
                .assignTimestampsAndWatermarks(WatermarkStrategy.<RawRecord>forBoundedOutOfOrderness(Duration.ZERO)
                        .withTimestampAssigner((record, none) -> ingestMillis(record)));
        MonitoringJob.build(
                config,
                observations,
                new MonitoringJob.Sinks(
                        new DiscardingSink<>(),
                        new DiscardingSink<>(),
                        new DiscardingSink<>(),
                        new DiscardingSink<>(),
                        new DiscardingSink<>()));
        JobClient job = environment.executeAsync("bench");
        try {
            return fed.cost(job);
        } finally {
            job.cancel().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static long ingestMillis(RawRecord record) {
        return record.hasObservation()
                ? record.getObservation().getIngestTimeMs()
                : record.getRegisterChange().getIngestTimeMs();
    }

    /**
     * Gives the records, and looks at the account when the first and the last message are taken. It never ends: at its end a
     * job lives through all that is still to come, to the last timer.
     */
    private static final class Feed {

        private final List<RawRecord> records;
        private final int first;
        private final CountDownLatch taken = new CountDownLatch(1);
        private Cost before = Cost.now();
        private Cost cost = before;

        private Feed(List<RawRecord> records, int first) {
            this.records = records;
            this.first = first;
        }

        private RawRecord give(long at) throws InterruptedException {
            if (at == first) {
                before = Cost.now();
            } else if (at == records.size()) {
                cost = before.since();
                taken.countDown();
                new CountDownLatch(1).await();
            }
            return records.get(Math.toIntExact(at));
        }

        private Cost cost(JobClient job) throws Exception {
            while (!taken.await(1, TimeUnit.SECONDS)) {
                if (job.getJobStatus().get().isGloballyTerminalState()) {
                    throw new IllegalStateException("the job has ended before it had taken everything");
                }
            }
            return cost;
        }
    }

    /** From numbers to records. */
    private static final class FromFeed implements MapFunction<Long, RawRecord> {

        private static final long serialVersionUID = 1L;

        @Override
        public RawRecord map(Long number) throws InterruptedException {
            Feed current = feed;
            if (current == null) {
                throw new IllegalStateException("there is no feed in this process");
            }
            return current.give(number);
        }
    }
}

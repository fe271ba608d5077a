package org.wardlight.stream;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.models.ModelFolder;
import org.wardlight.stream.checkpoint.CheckpointSearch;
import org.wardlight.stream.flinkmetrics.MicrometerReporter;
import org.wardlight.stream.scoring.ModelPolicy;
import org.wardlight.stream.scoring.SharedModels;

/**
 * Runs the monitoring job in this process, on a Flink mini cluster, from the newest checkpoint that is whole. In a hospital
 * the same job runs on a Flink cluster.
 */
public final class JobApp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobApp.class);
    private static final String DEGRADED_MODELS = "wardlight.job.models.degraded";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final JobClient job;
    private final Path scratch;
    private final MeterRegistry metrics;
    private final @Nullable SharedModels models;

    private JobApp(JobClient job, Path scratch, MeterRegistry metrics, @Nullable SharedModels models) {
        this.job = job;
        this.scratch = scratch;
        this.metrics = metrics;
        this.models = models;
    }

    /**
     * Starts the job.
     *
     * @throws IllegalArgumentException when a model is to be promoted that may not be
     * @throws IllegalStateException when Flink does not accept it
     */
    public static JobApp start(JobConfig wanted, MeterRegistry metrics) {
        MicrometerReporter.reportTo(metrics);
        Optional<Path> checkpoint =
                CheckpointSearch.newestWhole(Path.of(wanted.checkpoints().directory()));
        LOG.info("job starts from={}", checkpoint.isPresent() ? "checkpoint" : "nothing");
        Path scratch = scratch();
        JobConfig config = wanted.withModels(placed(wanted.models(), scratch));
        SharedModels models = openModels(config.models(), scratch, metrics);
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(
                config.parallelism(), settings(config, checkpoint, scratch));
        environment.setMaxParallelism(JobConfig.MAX_PARALLELISM);
        environment.setBufferTimeout(0);
        MonitoringJob.build(
                environment, config, KafkaEdges.observations(config.kafka()), KafkaEdges.sinks(config.kafka()));
        try {
            return new JobApp(environment.executeAsync("wardlight monitoring"), scratch, metrics, models);
        } catch (Exception e) {
            close(models);
            remove(scratch);
            throw new IllegalStateException("Flink did not accept the monitoring job", e);
        }
    }

    /** Empty while the job runs; else why it does not. */
    public Map<String, String> problems() {
        try {
            JobStatus status = job.getJobStatus().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return status == JobStatus.RUNNING
                    ? failures()
                    : Map.of("job", "The monitoring job is " + status + ": no alarm is being judged.");
        } catch (ExecutionException | TimeoutException e) {
            return Map.of("job", "The monitoring job does not answer: no alarm is being judged.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of("job", "Interrupted while asking the monitoring job.");
        } catch (IllegalStateException e) {
            return Map.of("job", "The monitoring job has ended: no alarm is being judged.");
        }
    }

    private Map<String, String> failures() {
        double failed = metrics.find(MicrometerReporter.FAILED_RECORDS).functionCounters().stream()
                .mapToDouble(FunctionCounter::count)
                .sum();
        return failed == 0
                ? Map.of()
                : Map.of("records", (long) failed + " records could not be applied since the start; the log says why.");
    }

    /** Stops the job; its checkpoints stay. */
    @Override
    public void close() {
        try {
            CompletableFuture<Void> cancelled = job.cancel();
            cancelled.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | IllegalStateException e) {
            LOG.warn("job did not end in order reason={}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(models);
            remove(scratch);
        }
    }

    private static ModelPolicy placed(ModelPolicy models, Path scratch) {
        if (!models.isShipped()) {
            return models;
        }
        try {
            Path folder = scratch.resolve("models");
            ModelFolder.copyShipped(folder);
            return models.in(folder.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the models that come with Wardlight cannot be unpacked", e);
        }
    }

    private static @Nullable SharedModels openModels(ModelPolicy policy, Path scratch, MeterRegistry metrics) {
        try {
            SharedModels models = SharedModels.open(policy);
            if (models != null) {
                models.checkPromotion(policy);
                Gauge.builder(DEGRADED_MODELS, models, open -> open.catalog()
                                .problems()
                                .size())
                        .description("models that cannot be used, or whose files have changed since they were opened")
                        .register(metrics);
            }
            return models;
        } catch (IllegalArgumentException e) {
            remove(scratch);
            throw e;
        }
    }

    private static void close(@Nullable SharedModels models) {
        if (models != null) {
            models.close();
        }
    }

    /** Flink leaves files behind where it is told to put them, so it gets a folder that goes with it. */
    private static Path scratch() {
        try {
            return Files.createTempDirectory("wardlight-job-");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder for Flink", e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("temporary folder of the job stays reason={}", e.toString());
        }
    }

    private static Configuration settings(JobConfig config, Optional<Path> checkpoint, Path scratch) {
        Configuration settings = new Configuration();
        settings.set(CoreOptions.TMP_DIRS, scratch.toString());
        settings.set(WebOptions.TMP_DIR, scratch.toString());
        settings.set(BlobServerOptions.STORAGE_DIRECTORY, scratch.toString());
        settings.set(StateBackendOptions.STATE_BACKEND, "hashmap");
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofMillis(50));
        settings.set(
                CheckpointingOptions.CHECKPOINTING_INTERVAL,
                config.checkpoints().every());
        settings.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
        settings.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                config.checkpoints().directory().toString());
        settings.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 3);
        settings.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        checkpoint.ifPresent(path ->
                settings.set(StateRecoveryOptions.SAVEPOINT_PATH, path.toUri().toString()));
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, Duration.ofMillis(200));
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, Duration.ofSeconds(5));
        settings.set(TaskManagerOptions.NUM_TASK_SLOTS, config.parallelism());
        settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(16));
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(32));
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(32));
        MicrometerReporter.configure(settings);
        return settings;
    }
}

package org.wardlight.stream.savepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.models.ModelFolder;
import org.wardlight.stream.JobConfig;
import org.wardlight.stream.MonitoringJob;
import org.wardlight.stream.device.DevicePolicy;
import org.wardlight.stream.patient.ScorePolicy;
import org.wardlight.stream.scoring.ModelPolicy;

/**
 * Savepoints of earlier versions, kept here for ever, are restored by the job of today: open conditions end, a delay under way
 * is kept to the millisecond, and nothing happens twice. With a release, {@link #savesThisVersion()} adds one.
 */
class SavepointIT {

    private static final Path KEPT = Path.of("src", "test", "resources", "org", "wardlight", "stream", "savepoints");
    /** A fast heart and a low saturation, each from its start to its end. */
    private static final int CONDITIONS_OF_THE_LOG = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** More than the whole state of two patients: then a savepoint is one file. */
    private static final MemorySize INLINE = MemorySize.parse("1000kb");

    @TempDir
    Path folder;

    @BeforeEach
    void forget() {
        Collecting.CONDITIONS.clear();
    }

    static List<Path> kept() throws IOException {
        try (Stream<Path> versions = Files.list(KEPT)) {
            return versions.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("kept")
    void goesOnWhereAnEarlierVersionStopped(Path savepoint) throws Exception {
        // given: what comes of the whole log without a stop
        Set<String> whole = run(null, WardLog.all(), CONDITIONS_OF_THE_LOG);
        long pause = WardLog.time(WardLog.before() - 1);
        Set<String> after = whole.stream()
                .filter(each -> Long.parseLong(each.substring(0, each.indexOf(' '))) > pause)
                .collect(Collectors.toCollection(TreeSet::new));

        // when
        Set<String> restored = run(savepoint, WardLog.all(), after.size());

        // then
        assertThat(after).hasSize(CONDITIONS_OF_THE_LOG - 1);
        assertThat(restored).isEqualTo(after);
    }

    @Test
    @Tag("long")
    void savesThisVersion() throws Exception {
        JobClient job = start(null, WardLog.before());
        await().atMost(PATIENCE).until(() -> Collecting.CONDITIONS.size() >= 1);
        // A task that is still starting refuses.
        String at = await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> job.stopWithSavepoint(false, folder.toUri().toString(), SavepointFormatType.CANONICAL)
                                .get(),
                        path -> !path.isEmpty());
        Path into = Files.createDirectories(KEPT.resolve(System.getProperty("savepoint.name", "unnamed")));
        Files.copy(Path.of(URI.create(at)).resolve("_metadata"), into.resolve("_metadata"));
    }

    private Set<String> run(@Nullable Path savepoint, int until, int conditions) throws Exception {
        Collecting.CONDITIONS.clear();
        JobClient job = start(savepoint, until);
        await().atMost(PATIENCE).until(() -> Collecting.CONDITIONS.size() >= conditions);
        job.cancel().get();
        return Collecting.CONDITIONS.stream().map(SavepointIT::words).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String words(AlarmCondition condition) {
        return condition.getDueMs() + " " + condition.getConditionId() + " " + condition.getPhase() + " "
                + condition.getSeverity();
    }

    private JobClient start(@Nullable Path savepoint, int until) throws Exception {
        Configuration settings = new Configuration();
        settings.set(StateBackendOptions.STATE_BACKEND, "hashmap");
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(CheckpointingOptions.FS_SMALL_FILE_THRESHOLD, INLINE);
        if (savepoint != null) {
            settings.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint.toUri().toString());
        }
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(1, settings);
        environment.setMaxParallelism(128);
        MonitoringJob.build(
                environment,
                config(),
                new LogSource(until),
                new MonitoringJob.Sinks(
                        new Collecting<>(),
                        new Collecting<>(),
                        new Collecting<>(),
                        new Collecting<>(),
                        new Collecting<>()));
        return environment.executeAsync("savepoint");
    }

    private JobConfig config() {
        Path models = folder.resolve("models");
        try {
            ModelFolder.copyShipped(models);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new JobConfig(
                "nowhere:1",
                1,
                Duration.ZERO,
                new JobConfig.Checkpoints(folder.toUri(), Duration.ofSeconds(1)),
                DevicePolicy.STANDARD,
                ScorePolicy.STANDARD,
                new ModelPolicy(models.toString(), List.of("sepsis-6h-wearable"), null, null, null));
    }
}

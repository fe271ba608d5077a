package org.wardlight.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.app.embedded.EmbeddedKafka;
import org.wardlight.app.embedded.FreePorts;
import org.wardlight.app.topics.TopicAdmin;
import org.wardlight.events.Topics;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.Association;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Observation;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.events.v1.RegisterChange;
import org.wardlight.events.v1.Sequence;
import org.wardlight.events.v1.Severity;
import org.wardlight.events.v1.Tick;
import org.wardlight.events.v1.Vital;
import org.wardlight.stream.checkpoint.CheckpointSearch;

/** The job as a process of its own, killed with no chance to say goodbye while a delay is running. */
class JobKilledE2E {

    private static final String DEVICE = "mon-01";
    private static final String PATIENT = "p-" + "a".repeat(32);

    @TempDir
    private Path folder;

    private EmbeddedKafka kafka;
    private KafkaProducer<String, byte[]> producer;
    private final ScheduledExecutorService ward = Executors.newSingleThreadScheduledExecutor();
    private final List<Process> children = new ArrayList<>();
    private volatile double saturation = 96;
    private long seq;

    @BeforeEach
    void startsALog() {
        FreePorts ports = new FreePorts();
        kafka = EmbeddedKafka.start(folder.resolve("kafka"), ports.any(), ports.any());
        try (TopicAdmin topics = new TopicAdmin(kafka.bootstrapServers())) {
            topics.createMissing(Topics.all(), Optional.of((short) 1));
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all", "linger.ms", "0"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @AfterEach
    void stopsEverything() {
        ward.shutdownNow();
        children.forEach(Process::destroyForcibly);
        producer.close(Duration.ofSeconds(1));
        kafka.close();
    }

    @Test
    void findsTheConditionAtItsDueTimeOnceAfterKillMinusNine() throws IOException, InterruptedException {
        Process first = job();
        long onset = System.currentTimeMillis();
        send(onset, worn(onset));
        Future<?> beats = ward.scheduleAtFixedRate(this::beat, 0, 250, TimeUnit.MILLISECONDS);
        await().atMost(Duration.ofSeconds(40)).until(this::hasCheckpoints);

        // From now on the patient desaturates; the delay of the high limit is 10 s.
        long falls = System.currentTimeMillis();
        saturation = 84;
        await().until(() -> System.currentTimeMillis() > falls + 4000);
        first.destroyForcibly().waitFor();
        breakNewestCheckpoint();
        job();

        await().atMost(Duration.ofSeconds(60)).until(() -> !starts().isEmpty());
        assertThat(beats).as("the ward went on all the time").isNotDone();
        List<AlarmCondition> starts = starts();
        assertThat(starts)
                .extracting(AlarmCondition::getConditionId)
                .containsOnly(starts.get(0).getConditionId());
        assertThat(folder.resolve("job.log"))
                .content()
                .contains("checkpoint is not whole, trying the one before")
                .contains("job starts from=checkpoint");
        AlarmCondition start = starts.get(0);
        assertThat(start.getSeverity()).isEqualTo(Severity.SEVERITY_HIGH);
        assertThat(start.getOnsetMs()).isBetween(falls, falls + 1500);
        assertThat(start.getDueMs() - start.getOnsetMs()).isBetween(10_000L, 10_100L);
    }

    private void beat() {
        long now = System.currentTimeMillis();
        for (int partition = 0; partition < Topics.OBSERVATION_RAW.partitions(); partition++) {
            RawRecord tick = RawRecord.newBuilder()
                    .setTick(Tick.newBuilder().setIngestTimeMs(now))
                    .build();
            append(new ProducerRecord<>(Topics.OBSERVATION_RAW.name(), partition, now, null, tick.toByteArray()));
        }
        if (seq++ % 4 == 0) {
            send(now, reading(now));
        }
    }

    private RawRecord reading(long now) {
        return RawRecord.newBuilder()
                .setObservation(Observation.newBuilder()
                        .setDeviceId(DEVICE)
                        .setSequence(Sequence.newBuilder().setBoot(1).setSeq(seq / 4))
                        .setIngestTimeMs(now)
                        .addMeasurements(Measurement.newBuilder()
                                .setVital(Vital.SPO2)
                                .setDeviceTimeMs(now)
                                .setValue(saturation)))
                .build();
    }

    private static RawRecord worn(long now) {
        return RawRecord.newBuilder()
                .setRegisterChange(RegisterChange.newBuilder()
                        .setDeviceId(DEVICE)
                        .setIngestTimeMs(now)
                        .setDevice(DeviceRegistration.newBuilder()
                                .setDeviceId(DEVICE)
                                .setRevision(1)
                                .addAssociations(Association.newBuilder()
                                        .setPatientRef(PATIENT)
                                        .setFromMs(now - 60_000))))
                .build();
    }

    private void send(long now, RawRecord record) {
        append(new ProducerRecord<>(Topics.OBSERVATION_RAW.name(), null, now, DEVICE, record.toByteArray()));
    }

    private void append(ProducerRecord<String, byte[]> record) {
        Future<?> unused = producer.send(record);
    }

    private Process job() throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // A process that is killed cannot clean up after itself.
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                "org.wardlight.app.Main",
                "run",
                "job");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), "job.out")));
        builder.environment()
                .putAll(Map.of(
                        "WARDLIGHT_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                        "WARDLIGHT_JOB_CHECKPOINTS_DIRECTORY",
                                checkpoints().toUri().toString(),
                        "WARDLIGHT_JOB_CHECKPOINTS_EVERY", "500ms",
                        "WARDLIGHT_OPS_PORT", "0",
                        "WARDLIGHT_LOG", folder.resolve("job.log").toString()));
        Process process = builder.start();
        children.add(process);
        return process;
    }

    private Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    /** Two, so that there is one before the newest. */
    private boolean hasCheckpoints() throws IOException {
        try (Stream<Path> files = Files.walk(checkpoints())) {
            return files.filter(file -> file.endsWith("_metadata")).count() > 1;
        } catch (NoSuchFileException | UncheckedIOException notYet) {
            return false;
        }
    }

    /** As a crash in the middle of writing it would. */
    private void breakNewestCheckpoint() throws IOException {
        Path newest = CheckpointSearch.newestWhole(checkpoints()).orElseThrow();
        Files.write(newest.resolve("_metadata"), new byte[] {1, 2, 3});
    }

    private List<AlarmCondition> starts() {
        List<AlarmCondition> starts = new ArrayList<>();
        WholeTopic.read(kafka.bootstrapServers(), Topics.ALARM_CONDITION, record -> {
            AlarmCondition condition = AlarmCondition.parseFrom(record.value());
            if (condition.getPhase() == ConditionPhase.CONDITION_START) {
                starts.add(condition);
            }
        });
        return starts;
    }
}

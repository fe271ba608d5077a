package org.wardlight.ingest.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.MessageLite;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardlight.events.Topics;
import org.wardlight.events.v1.Association;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.PatientLimits;
import org.wardlight.events.v1.RegisterChange;
import org.wardlight.ingest.ManualClock;
import org.wardlight.ingest.Producers;
import org.wardlight.ingest.clock.ClockedLog;

class RegisterReaderTest {

    private static final DeviceRegistration DEVICE = DeviceRegistration.newBuilder()
            .setDeviceId("mon-07")
            .addAssociations(Association.newBuilder().setPatientRef("p-1"))
            .build();
    private static final Patient PATIENT =
            Patient.newBuilder().setPatientRef("p-1").build();
    private static final PatientLimits LIMITS =
            PatientLimits.newBuilder().setPatientRef("p-1").build();

    private final ManualClock clock = new ManualClock();
    private final MockProducer<String, byte[]> producer = Producers.waiting();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final RegisterReader reader = new RegisterReader(
            new Lines(() -> consumer, new ClockedLog(producer, clock.asWardClock(), clock::nanos), () -> true),
            clock.asWardClock(),
            metrics);

    @BeforeEach
    void aRegisterWithOneDeviceAndItsPatient() {
        for (Topics.Topic topic :
                List.of(Topics.REGISTER_ASSOCIATION, Topics.REGISTER_PATIENT, Topics.REGISTER_LIMITS)) {
            TopicPartition partition = new TopicPartition(topic.name(), 0);
            consumer.updatePartitions(topic.name(), List.of(new PartitionInfo(topic.name(), 0, null, null, null)));
            consumer.updateBeginningOffsets(Map.of(partition, 0L));
            consumer.updateEndOffsets(Map.of(partition, topic.equals(Topics.REGISTER_LIMITS) ? 0L : 1L));
        }
        consumer.schedulePollTask(() -> {
            add(Topics.REGISTER_PATIENT, 0, "p-1", PATIENT);
            add(Topics.REGISTER_ASSOCIATION, 0, "mon-07", DEVICE);
        });
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void writesWhatHoldsOnceItHasReadTheWholeRegister() {
        // when
        reader.start();
        awaitForwarded(3);

        // then
        assertThat(forwarded())
                .extracting(RegisterChange::getChangeCase)
                .containsExactly(
                        RegisterChange.ChangeCase.PATIENT,
                        RegisterChange.ChangeCase.DEVICE,
                        RegisterChange.ChangeCase.PATIENT);
        assertThat(producer.history()).extracting(ProducerRecord::key).containsExactly("p-1", "mon-07", "mon-07");
        assertThat(reader.problems()).isEmpty();
    }

    @Test
    void writesEachLaterChange() {
        // given
        reader.start();
        awaitForwarded(3);

        // when
        consumer.schedulePollTask(() -> add(Topics.REGISTER_LIMITS, 0, "p-1", LIMITS));
        awaitForwarded(4);

        // then
        assertThat(forwarded().get(3).getLimits()).isEqualTo(LIMITS);
        assertThat(forwarded().get(3).getIngestTimeMs()).isEqualTo(ManualClock.START.toEpochMilli());
    }

    @Test
    void repeatsWhatHoldsHourly() {
        // given
        reader.start();
        awaitForwarded(3);

        // when
        clock.advance(Duration.ofHours(1));

        // then
        awaitForwarded(6);
    }

    @Test
    void repeatsWhatHoldsWhenTheLogRefusedAChange() {
        // given
        reader.start();
        awaitForwarded(3);

        // when
        producer.errorNext(new TimeoutException("log is away"));

        // then
        awaitForwarded(6);
    }

    @Test
    void countsWhatItCannotReadAndGoesOn() {
        // given
        reader.start();
        awaitForwarded(3);

        // when
        consumer.schedulePollTask(() -> {
            addBytes(Topics.REGISTER_LIMITS, 0, "p-1", new byte[] {(byte) 0xff});
            addBytes(Topics.REGISTER_LIMITS, 1, "p-9", null);
            add(Topics.REGISTER_LIMITS, 2, "p-1", LIMITS);
        });
        awaitForwarded(4);

        // then
        assertThat(metrics.get(RegisterReader.UNREADABLE).counter().count()).isEqualTo(1);
        assertThat(reader.problems()).isEmpty();
    }

    @Test
    void saysThatTheLoopHasStopped() {
        // given
        consumer.schedulePollTask(() -> {
            throw new IllegalStateException("a bug");
        });

        // when
        reader.start();

        // then
        await().dontCatchUncaughtExceptions()
                .until(() ->
                        reader.problems().getOrDefault("ingest.register", "").equals("the register loop has stopped"));
    }

    private void awaitForwarded(int count) {
        await().until(() -> producer.history().size() >= count);
        assertThat(producer.history()).hasSize(count);
    }

    private List<RegisterChange> forwarded() {
        return Producers.raw(producer).stream()
                .map(raw -> raw.getRegisterChange())
                .toList();
    }

    private void add(Topics.Topic topic, long offset, String key, MessageLite value) {
        addBytes(topic, offset, key, value.toByteArray());
    }

    private void addBytes(Topics.Topic topic, long offset, String key, byte @Nullable [] value) {
        consumer.addRecord(new ConsumerRecord<>(topic.name(), 0, offset, key, value));
    }
}

package org.wardlight.station.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wardlight.events.Topics;
import org.wardlight.events.v1.Patient;
import org.wardlight.station.MovableClock;
import org.wardlight.station.plan.WardPlan;
import org.wardlight.station.register.RegisterCommand.SetNurse;

class OutboxPublisherTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final MovableClock clock = new MovableClock();
    private final RegisterFile file = new RegisterFile();
    private final MockProducer<String, byte[]> kafka =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());

    @AfterEach
    void close() {
        file.close();
    }

    @Test
    void writesEverythingInOrderAndForgetsIt() throws Exception {
        WardRegister register = file.demo(clock);
        register.perform(new SetNurse("01", "lindqvist"), "RN Okafor", "test");
        register.perform(new SetNurse("01", "okafor"), "RN Okafor", "test");

        try (OutboxPublisher publisher = publisher()) {
            publisher.start();
            assertThat(publisher.awaitEmptied(SOON)).isTrue();
            assertThat(publisher.problem()).isEmpty();
        }

        assertThat(file.taken(WardPlan.demo())).isEmpty();
        assertThat(kafka.history())
                .filteredOn(record -> record.topic().equals(Topics.REGISTER_ASSOCIATION.name()))
                .hasSize(16);
        List<String> nurses = kafka.history().stream()
                .filter(record -> record.topic().equals(Topics.REGISTER_PATIENT.name()))
                .map(OutboxPublisherTest::patient)
                .filter(patient -> patient.getBedId().equals("01"))
                .map(Patient::getNurse)
                .toList();
        assertThat(nurses).containsExactly("RN Okafor", "RN Lindqvist", "RN Okafor");
        assertThat(kafka.history()).allMatch(record -> record.timestamp() == clock.millis());
    }

    @Test
    void keepsEverythingWhileKafkaIsAwayAndSaysSo() throws Exception {
        file.demo(clock);
        kafka.sendException = new KafkaException("away");

        try (OutboxPublisher publisher = publisher()) {
            publisher.start();
            assertThat(publisher.awaitEmptied(Duration.ofMillis(300))).isFalse();
            assertThat(publisher.problem()).isPresent();

            kafka.sendException = null;

            assertThat(publisher.awaitEmptied(SOON)).isTrue();
            assertThat(publisher.problem()).isEmpty();
        }
        assertThat(kafka.history()).hasSize(49);
    }

    private OutboxPublisher publisher() {
        return new OutboxPublisher(file.store(WardPlan.demo()), kafka);
    }

    private static Patient patient(ProducerRecord<String, byte[]> record) {
        try {
            return Patient.parseFrom(record.value());
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }
}

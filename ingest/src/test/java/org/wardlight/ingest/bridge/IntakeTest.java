package org.wardlight.ingest.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.wardlight.events.RejectionReason;
import org.wardlight.events.Topics;
import org.wardlight.events.v1.Connection;
import org.wardlight.events.v1.DeviceStatus;
import org.wardlight.ingest.ManualClock;
import org.wardlight.ingest.Producers;
import org.wardlight.ingest.clock.ClockedLog;
import org.wardlight.ingest.decoding.Delivery;

class IntakeTest {

    private static final String TOPIC = "wardlight/v1/north/mon-07/wl";
    private static final String GOOD = "{\"measurements\":[{\"vital\":\"spo2\",\"value\":96}]}";
    private static final int LIMIT_BYTES = 256 * 1024;

    private final MockProducer<String, byte[]> producer = Producers.waiting();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final ManualClock clock = new ManualClock();
    private final Intake intake =
            new Intake(new ClockedLog(producer, clock.asWardClock(), clock::nanos), producer, LIMIT_BYTES, metrics);
    private final List<Integer> acknowledged = new ArrayList<>();
    private final List<Exception> broken = new ArrayList<>();
    private final AckGate gate = new AckGate(acknowledged::add, broken::add);

    @Test
    void acknowledgesReadingsOnlyAfterKafkaHas() {
        // when
        take(TOPIC, GOOD, 1);

        // then
        assertThat(intake.inFlight()).isEqualTo(1);
        assertThat(acknowledged).isEmpty();

        // when
        producer.completeNext();

        // then
        assertThat(acknowledged).containsExactly(1);
        assertThat(intake.inFlight()).isZero();
        assertThat(Producers.raw(producer).get(0).getObservation().getDeviceId())
                .isEqualTo("mon-07");
        assertThat(count("accepted")).isEqualTo(1);
        assertThat(metrics.get(Intake.LOG_ACK).timer().count()).isEqualTo(1);
    }

    @Test
    void acknowledgesARejectionOnlyAfterKafkaHas() {
        // when
        take(TOPIC, "{\"measurements\":[{\"vital\":\"aura\",\"value\":3}]}", 1);
        List<Integer> before = List.copyOf(acknowledged);
        producer.completeNext();

        // then
        assertThat(before).isEmpty();
        assertThat(acknowledged).containsExactly(1);
        assertThat(count("unknown-vital")).isEqualTo(1);
        ProducerRecord<String, byte[]> rejected = rejectedOnly();
        assertThat(rejected.key()).isEqualTo("mon-07");
        assertThat(new String(rejected.value(), StandardCharsets.UTF_8)).contains("aura");
        assertThat(header(rejected, RejectionReason.REASON_HEADER)).isEqualTo("unknown-vital");
        assertThat(header(rejected, RejectionReason.DETAIL_HEADER)).contains("'aura'");
        assertThat(header(rejected, RejectionReason.SOURCE_HEADER)).isEqualTo(TOPIC);
        assertThat(header(rejected, RejectionReason.LENGTH_HEADER)).isEqualTo("45");
        assertThat(rejected.headers().lastHeader(RejectedRecord.SHA256_HEADER)).isNull();
        assertThat(Producers.raw(producer)).isEmpty();
    }

    @Test
    void keepsTheBeginningAndTheHashOfWhatIsTooLarge() {
        // when
        intake.take(new Delivery(TOPIC, null, false, new byte[5_000_000], ManualClock.START), gate.arrived(1));
        producer.completeNext();

        // then
        ProducerRecord<String, byte[]> rejected = rejectedOnly();
        assertThat(rejected.value()).hasSize(64 * 1024);
        assertThat(header(rejected, RejectionReason.REASON_HEADER)).isEqualTo("too-large");
        assertThat(header(rejected, RejectionReason.LENGTH_HEADER)).isEqualTo("5000000");
        assertThat(header(rejected, RejectedRecord.SHA256_HEADER)).matches("[0-9a-f]{64}");
        assertThat(acknowledged).containsExactly(1);
    }

    @Test
    void blamesNoDeviceForAForeignTopic() {
        // when
        take("home/" + "k".repeat(5_000), "on", 1);

        // then
        ProducerRecord<String, byte[]> rejected = rejectedOnly();
        assertThat(rejected.key()).isEqualTo("unknown");
        assertThat(header(rejected, RejectionReason.REASON_HEADER)).isEqualTo("foreign-topic");
        assertThat(header(rejected, RejectionReason.SOURCE_HEADER)).hasSize(1024);
    }

    @Test
    void writesAStatusToItsOwnTopic() throws InvalidProtocolBufferException {
        // when
        take("wardlight/v1/north/mon-07/status", "{\"state\":\"lost\"}", 1);
        producer.completeNext();

        // then
        ProducerRecord<String, byte[]> status =
                Producers.sent(producer, Topics.DEVICE_STATUS).get(0);
        assertThat(status.key()).isEqualTo("mon-07");
        assertThat(DeviceStatus.parseFrom(status.value()).getConnection()).isEqualTo(Connection.LOST);
        assertThat(acknowledged).containsExactly(1);
        assertThat(count("status")).isEqualTo(1);
    }

    @Test
    void breaksTheConnectionAndNeverAcknowledgesWhenKafkaRefuses() {
        // when
        take(TOPIC, GOOD, 1);
        take(TOPIC, GOOD, 2);
        producer.errorNext(new TimeoutException("log is away"));
        producer.completeNext();

        // then
        assertThat(acknowledged).isEmpty();
        assertThat(broken).hasSize(1);
        assertThat(intake.inFlight()).isZero();
        assertThat(count("failed")).isEqualTo(1);
    }

    @Test
    void breaksTheConnectionWhenARejectionCannotBeStored() {
        // when
        take(TOPIC, "not json", 1);
        producer.errorNext(new TimeoutException("log is away"));

        // then
        assertThat(acknowledged).isEmpty();
        assertThat(broken).hasSize(1);
    }

    @Test
    void breaksTheConnectionWhenTheProducerThrows() {
        // given
        producer.sendException = new IllegalStateException("closed");

        // when
        take(TOPIC, GOOD, 1);

        // then
        assertThat(broken).hasSize(1);
        assertThat(intake.inFlight()).isZero();
    }

    @Test
    void rejectsWhatKafkaFindsTooLargeInsteadOfTryingForEver() {
        // when
        take(TOPIC, GOOD, 1);
        producer.errorNext(new RecordTooLargeException("too large"));
        producer.completeNext();

        // then
        assertThat(header(rejectedOnly(), RejectionReason.REASON_HEADER)).isEqualTo("too-large");
        assertThat(acknowledged).containsExactly(1);
        assertThat(broken).isEmpty();
        assertThat(intake.inFlight()).isZero();
    }

    private void take(String topic, String payload, int packetId) {
        intake.take(
                new Delivery(topic, null, false, payload.getBytes(StandardCharsets.UTF_8), ManualClock.START),
                gate.arrived(packetId));
    }

    private ProducerRecord<String, byte[]> rejectedOnly() {
        List<ProducerRecord<String, byte[]>> rejected = Producers.sent(producer, Topics.OBSERVATION_REJECTED);
        assertThat(rejected).hasSize(1);
        return rejected.get(0);
    }

    private double count(String result) {
        return metrics.get(Intake.MESSAGES).tag("result", result).counter().count();
    }

    private static String header(ProducerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        assertThat(header).as(name).isNotNull();
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}

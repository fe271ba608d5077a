package org.wardlight.ingest.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardlight.events.WardClock;
import org.wardlight.ingest.ManualClock;
import org.wardlight.ingest.Producers;
import org.wardlight.ingest.clock.ClockedLog;

class MqttBridgeTest {

    private static final String TOPIC = "wardlight/v1/north/mon-07/wl";
    private static final String GOOD = "{\"measurements\":[{\"vital\":\"spo2\",\"value\":96}]}";
    private static final long SOON_MILLIS = 5_000;
    private static final long NEVER_MILLIS = 300;

    private final MockProducer<String, byte[]> producer = Producers.waiting();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final ManualClock clock = new ManualClock();
    private volatile boolean logAnswers = true;
    private FakeBroker broker;
    private MqttBridge bridge;

    @BeforeEach
    void start() throws IOException {
        broker = new FakeBroker();
        WardClock wardClock = clock.asWardClock();
        Intake intake = new Intake(new ClockedLog(producer, wardClock, clock::nanos), producer, 256 * 1024, metrics);
        Broker address = new Broker(broker.uri(), List.of("#"), "bridge-1", null, null, 500);
        bridge = new MqttBridge(new MqttBridge.Lines(address, intake, () -> logAnswers), wardClock, metrics);
        bridge.start();
    }

    @AfterEach
    void stop() throws IOException {
        bridge.close();
        broker.close();
    }

    @Test
    void acknowledgesToTheBrokerOnlyAfterKafkaHas() throws Exception {
        // given
        assertThat(broker.awaitSubscription()).isTrue();

        // when
        broker.publish(7, TOPIC, GOOD);
        await().until(() -> producer.history().size() == 1);

        // then
        assertThat(broker.awaitAcknowledgement(NEVER_MILLIS)).isEqualTo(-1);

        // when
        producer.completeNext();

        // then
        assertThat(broker.awaitAcknowledgement(SOON_MILLIS)).isEqualTo(7);
    }

    @Test
    void dropsTheConnectionWhenKafkaRefusesAndComesBackToTheSameSession() throws Exception {
        // given
        assertThat(broker.awaitSubscription()).isTrue();
        broker.publish(7, TOPIC, GOOD);
        await().until(() -> producer.history().size() == 1);

        // when
        producer.errorNext(new TimeoutException("log is away"));

        // then
        assertThat(broker.awaitSubscription()).isTrue();
        assertThat(broker.awaitAcknowledgement(NEVER_MILLIS)).isEqualTo(-1);
        assertThat(broker.cleanStarts()).containsExactly(false, false);
        assertThat(metrics.get(MqttBridge.LOST).counter().count()).isEqualTo(1);

        // when the broker delivers again
        broker.publish(1, TOPIC, GOOD);
        await().until(() -> producer.history().size() == 2);
        producer.completeNext();

        // then
        assertThat(broker.awaitAcknowledgement(SOON_MILLIS)).isEqualTo(1);
    }

    @Test
    void aLateAnswerDoesNotAcknowledgeAPacketIdOfTheNextConnection() throws Exception {
        // given packet id 7 waits for Kafka when the connection breaks
        assertThat(broker.awaitSubscription()).isTrue();
        broker.publish(7, TOPIC, GOOD);
        await().until(() -> producer.history().size() == 1);
        broker.cut();
        assertThat(broker.awaitSubscription()).isTrue();

        // when the broker uses it for another message, and Kafka answers for the old one
        broker.publish(7, TOPIC, GOOD);
        await().until(() -> producer.history().size() == 2);
        producer.completeNext();

        // then
        assertThat(broker.awaitAcknowledgement(NEVER_MILLIS)).isEqualTo(-1);

        // when Kafka answers for the new one
        producer.completeNext();

        // then
        assertThat(broker.awaitAcknowledgement(SOON_MILLIS)).isEqualTo(7);
    }

    @Test
    void goesOnAfterAMessageThatCannotBeUsed() throws Exception {
        // given
        assertThat(broker.awaitSubscription()).isTrue();

        // when
        broker.publish(1, "home/kitchen", "on");
        broker.publish(2, TOPIC, "[".repeat(1_000));
        broker.publish(3, TOPIC, GOOD);
        await().until(() -> producer.history().size() == 3);
        for (int i = 0; i < 3; i++) {
            producer.completeNext();
        }

        // then
        assertThat(broker.awaitAcknowledgement(SOON_MILLIS)).isEqualTo(1);
        assertThat(broker.awaitAcknowledgement(SOON_MILLIS)).isEqualTo(2);
        assertThat(broker.awaitAcknowledgement(SOON_MILLIS)).isEqualTo(3);
        assertThat(bridge.problems()).isEmpty();
    }

    @Test
    void whatArrivesAfterTheClockWentBackIsNotOld() throws Exception {
        // given
        assertThat(broker.awaitSubscription()).isTrue();
        broker.publish(1, TOPIC, GOOD);
        await().until(() -> producer.history().size() == 1);

        // when
        clock.step(Duration.ofMinutes(-10));
        broker.publish(2, TOPIC, GOOD);
        await().until(() -> producer.history().size() == 2);

        // then
        assertThat(Producers.raw(producer))
                .extracting(record -> record.getObservation().getMeasurements(0).getDeviceTimeMs())
                .containsExactly(ManualClock.START.toEpochMilli(), ManualClock.START.toEpochMilli());
    }

    @Test
    void saysThatItIsNotConnectedAndWhy() throws Exception {
        // given
        assertThat(broker.awaitSubscription()).isTrue();
        await().until(bridge::isSubscribed);

        // when
        broker.close();

        // then
        await().until(() -> !bridge.isSubscribed());
        assertThat(bridge.problems().get("ingest.mqtt")).startsWith("not connected to the broker for ");
    }

    @Test
    void staysOffTheBrokerWhileTheLogDoesNotAnswer() throws Exception {
        // given
        assertThat(broker.awaitSubscription()).isTrue();
        logAnswers = false;

        // when
        broker.cut();

        // then
        await().until(() -> bridge.problems().getOrDefault("ingest.mqtt", "").contains("waits for the log"));

        // when
        logAnswers = true;

        // then
        assertThat(broker.awaitSubscription()).isTrue();
    }

    @Test
    void closingLetsWhatIsOnItsWayBeAcknowledgedAndTakesUnderThreeSeconds() throws Exception {
        // given
        assertThat(broker.awaitSubscription()).isTrue();
        broker.publish(7, TOPIC, GOOD);
        await().until(() -> producer.history().size() == 1);

        // when
        long from = System.nanoTime();
        Thread closing = new Thread(bridge::close);
        closing.start();
        await().until(() -> !bridge.isSubscribed());
        producer.completeNext();
        closing.join();

        // then
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(3));
        assertThat(broker.awaitAcknowledgement(SOON_MILLIS)).isEqualTo(7);
    }
}

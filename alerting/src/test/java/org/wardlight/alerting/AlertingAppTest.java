package org.wardlight.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wardlight.alerting.TestWard.start;
import static org.wardlight.events.v1.Severity.SEVERITY_HIGH;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.alerting.commands.ApiSettings;
import org.wardlight.alerting.paging.Delivery;
import org.wardlight.alerting.paging.PagingSettings;
import org.wardlight.alerting.paging.Receiver;
import org.wardlight.alerting.paging.ScriptedReceiver;
import org.wardlight.database.DatabaseSettings;
import org.wardlight.events.Topics;
import org.wardlight.events.WardClock;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.AlarmTransition;

/** The whole role, with Kafka's own fakes for the log. */
class AlertingAppTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final TopicPartition CONDITIONS = new TopicPartition(Topics.ALARM_CONDITION.name(), 0);
    private static final TopicPartition PATIENTS = new TopicPartition(Topics.REGISTER_PATIENT.name(), 0);
    private static final TopicPartition ROTAS = new TopicPartition(Topics.REGISTER_ROTA.name(), 0);

    @TempDir
    private Path directory;

    private final ScriptedReceiver receiver = new ScriptedReceiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void carriesAConditionToAPageAndAnAcknowledgement() throws Exception {
        // given
        Log log = new Log();
        try (AlertingApp app =
                AlertingApp.start(config(), new SimpleMeterRegistry(), WardClock.real(), log.clients())) {
            log.isRead();

            // when
            log.write(0, start("a", SEVERITY_HIGH, 15));

            // then
            await().atMost(SOON).until(() -> receiver.received.size() == 1);
            String bed = new ObjectMapper()
                    .readTree(receiver.received.get(0).body())
                    .at("/data/bed")
                    .asText();
            assertThat(bed).isEqualTo("12B");
            assertThat(acknowledge(app.port(), "a")).isEqualTo(200);
            await().atMost(SOON).until(() -> log.transitions()
                    .containsAll(
                            List.of(AlarmTransition.RAISED, AlarmTransition.PAGE_SENT, AlarmTransition.ACKNOWLEDGED)));
            assertThat(app.problems()).isEmpty();
        }
    }

    @Test
    void pagesAtOnceWithoutWaitingForAnyPoll() {
        // given
        Log log = new Log();
        try (AlertingApp app =
                AlertingApp.start(config(), new SimpleMeterRegistry(), WardClock.real(), log.clients())) {
            log.isRead();
            List<Long> micros = new ArrayList<>();

            // when
            for (int i = 0; i < 200; i++) {
                int number = i;
                long written = System.nanoTime();
                log.write(
                        i,
                        start("a" + i, SEVERITY_HIGH, 15).toBuilder()
                                .setRule("rule-" + i + "-low")
                                .build());
                await().pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(1))
                        .atMost(SOON)
                        .until(() -> receiver.received.size() == number + 1);
                micros.add((receiver.received.get(number).nanos() - written) / 1000);
            }

            // then
            List<Long> warm = micros.subList(100, 200).stream().sorted().toList();
            assertThat(warm.get(50)).isLessThan(100_000);
            assertThat(app.problems()).isEmpty();
        }
    }

    @Test
    void goesOnReadingWhereItStoppedAndSendsWhatWasUnsent() {
        // given
        receiver.thenHang();
        Log before = new Log();
        try (AlertingApp app =
                AlertingApp.start(config(), new SimpleMeterRegistry(), WardClock.real(), before.clients())) {
            before.isRead();
            before.write(0, start("a", SEVERITY_HIGH, 15));
            await().atMost(SOON).until(() -> receiver.received.size() == 1);
            assertThat(app.problems()).isEmpty();
        }

        // when
        Log after = new Log();
        long closing = System.nanoTime();
        try (AlertingApp app =
                AlertingApp.start(config(), new SimpleMeterRegistry(), WardClock.real(), after.clients())) {
            after.isRead();
            after.write(0, start("a", SEVERITY_HIGH, 15));
            after.write(1, start("a", SEVERITY_HIGH, 15));

            // then
            await().atMost(SOON).until(() -> after.transitions().contains(AlarmTransition.PAGE_SENT));
            assertThat(after.position()).isEqualTo(2);
            assertThat(receiver.received)
                    .extracting(ScriptedReceiver.Received::id)
                    .containsExactly("a-1-1", "a-1-1");
            assertThat(app.problems()).isEmpty();
            closing = System.nanoTime();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - closing)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void pagesTheChargeNurseWhenTheTimeWasUpBeforeARestartWithARegisterThatAnswersLate() throws Exception {
        // given
        TestWard.SteppedTime time = new TestWard.SteppedTime();
        WardClock clock = WardClock.accelerated(time, 1.0);
        Log before = new Log();
        try (AlertingApp app = AlertingApp.start(config(), new SimpleMeterRegistry(), clock, before.clients())) {
            before.isRead();
            before.write(0, start("a", SEVERITY_HIGH, 15));
            await().atMost(SOON).until(() -> before.transitions().contains(AlarmTransition.PAGE_SENT));
            assertThat(app.problems()).isEmpty();
        }
        time.advance(TestWard.POLICY.times().answer().high().plusSeconds(5));

        // when
        Log after = Log.withSilentRegister();
        try (AlertingApp app = AlertingApp.start(config(), new SimpleMeterRegistry(), clock, after.clients())) {
            await().during(Duration.ofMillis(1500)).atMost(SOON).until(() -> after.transitions()
                    .isEmpty());
            after.registerAnswers();

            // then
            await().atMost(SOON).until(() -> receiver.received.size() == 2);
            await().atMost(SOON).until(() -> after.transitions().contains(AlarmTransition.PAGE_SENT));
            assertThat(after.transitions()).contains(AlarmTransition.ESCALATED);
            assertThat(after.transitions()).doesNotContain(AlarmTransition.EXHAUSTED);
            assertThat(receiver.received.get(1).body()).contains("CN Lindqvist");
            assertThat(app.problems()).isEmpty();
        }
    }

    private int acknowledge(int port, String alarm) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/alarms/" + alarm + "/acknowledge"))
                .header("Authorization", "Bearer " + TestWard.TOKEN)
                .header("X-Wardlight-Actor", "RN Okafor")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private AlertingConfig config() {
        return new AlertingConfig(
                new KafkaSettings("localhost:9092"),
                new DatabaseSettings.SqliteFile(directory.resolve("data/alerting.db")),
                ApiSettings.loopback(0, TestWard.TOKEN),
                TestWard.POLICY,
                new PagingSettings(
                        Map.of("pager", Receiver.webhook(receiver.uri(), TestWard.SECRET)),
                        List.of("pager"),
                        true,
                        Delivery.standard()));
    }

    /** The three connections to a log that lives in this process. */
    private static final class Log {

        private final MockConsumer<String, byte[]> conditions = consumer();
        private final MockConsumer<String, byte[]> register = consumer();
        private final MockProducer<String, byte[]> events =
                new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());

        Log() {
            this(true);
        }

        private Log(boolean registerAnswers) {
            if (registerAnswers) {
                registerAnswers();
            }
            partitions(conditions, Map.of(CONDITIONS, 0L));
            partitions(register, Map.of(PATIENTS, 1L, ROTAS, 1L));
        }

        static Log withSilentRegister() {
            return new Log(false);
        }

        void registerAnswers() {
            register.schedulePollTask(() -> {
                register.addRecord(new ConsumerRecord<>(
                        PATIENTS.topic(),
                        0,
                        0,
                        TestWard.PATIENT_REF,
                        TestWard.patient().toByteArray()));
                register.addRecord(new ConsumerRecord<>(
                        ROTAS.topic(), 0, 0, "W3", TestWard.rota().toByteArray()));
            });
        }

        KafkaClients clients() {
            return new KafkaClients(conditions, register, events);
        }

        void isRead() {
            await().atMost(SOON).until(() -> conditions.assignment().contains(CONDITIONS));
        }

        void write(long offset, AlarmCondition condition) {
            conditions.addRecord(new ConsumerRecord<>(
                    CONDITIONS.topic(), 0, offset, condition.getPatientRef(), condition.toByteArray()));
        }

        long position() {
            return conditions.position(CONDITIONS);
        }

        List<AlarmTransition> transitions() {
            List<AlarmTransition> transitions = new ArrayList<>();
            events.history().forEach(record -> {
                try {
                    transitions.add(AlarmEvent.parseFrom(record.value()).getTransition());
                } catch (com.google.protobuf.InvalidProtocolBufferException e) {
                    throw new AssertionError(e);
                }
            });
            return transitions;
        }

        private static void partitions(MockConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
            Map<TopicPartition, Long> beginnings = new HashMap<>();
            ends.keySet().forEach(partition -> {
                beginnings.put(partition, 0L);
                consumer.updatePartitions(
                        partition.topic(),
                        List.of(new PartitionInfo(partition.topic(), partition.partition(), null, null, null)));
            });
            consumer.updateBeginningOffsets(beginnings);
            consumer.updateEndOffsets(ends);
        }

        private static MockConsumer<String, byte[]> consumer() {
            return new MockConsumer<>("earliest") {
                @Override
                public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
                        Map<TopicPartition, Long> times) {
                    return Map.of();
                }

                /** The real one waits for records; without a pause, two loops would keep the processor busy. */
                @Override
                public synchronized ConsumerRecords<String, byte[]> poll(Duration timeout) {
                    ConsumerRecords<String, byte[]> records = super.poll(timeout);
                    if (records.isEmpty()) {
                        LockSupport.parkNanos(200_000);
                    }
                    return records;
                }
            };
        }
    }
}

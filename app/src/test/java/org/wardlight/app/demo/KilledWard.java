package org.wardlight.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.wardlight.app.embedded.EmbeddedKafka;
import org.wardlight.app.embedded.FreePorts;
import org.wardlight.app.topics.TopicAdmin;
import org.wardlight.events.Topics;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.AlarmKind;
import org.wardlight.events.v1.AlarmState;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.ConditionSource;
import org.wardlight.events.v1.EndCause;
import org.wardlight.events.v1.Severity;

/** A Kafka, a receiver, and an alerting process that is killed again and again. */
final class KilledWard implements AutoCloseable {

    private static final Duration ANSWER = Duration.ofSeconds(1);
    private static final Duration AFTER_THE_START = Duration.ofSeconds(5);

    private final Path folder;
    private final Map<String, List<Long>> received = new ConcurrentHashMap<>();
    private final Set<String> closed = new HashSet<>();
    private final Map<String, NavigableSet<Long>> seqs = new TreeMap<>();
    private final Map<KillPoint, Figures> figures = new EnumMap<>(KillPoint.class);
    private final EmbeddedKafka kafka;
    private final KafkaProducer<String, byte[]> producer;
    private final Consumer<String, byte[]> events;
    private final HttpServer receiver;
    private final ClassArchive classes;
    private KillableProcess alerting;
    private int starts;

    /** What the kills at one point have cost. */
    record Figures(int kills, int duplicates, long latestMillis) {

        Figures with(Figures other) {
            return new Figures(
                    kills + other.kills, duplicates + other.duplicates, Math.max(latestMillis, other.latestMillis));
        }
    }

    static KilledWard open(Path folder) throws Exception {
        return new KilledWard(folder, new FreePorts());
    }

    private KilledWard(Path folder, FreePorts ports) throws Exception {
        this.folder = folder;
        kafka = EmbeddedKafka.start(folder.resolve("kafka"), ports.any(), ports.any());
        try (TopicAdmin topics = new TopicAdmin(kafka.bootstrapServers())) {
            topics.createMissing(Topics.all(), Optional.of((short) 1));
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all", "linger.ms", "0"),
                new StringSerializer(),
                new ByteArraySerializer());
        events = reader(kafka.bootstrapServers());
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::receive);
        receiver.setExecutor(Executors.newCachedThreadPool());
        receiver.start();
        starts++;
        classes = ClassArchive.of(folder.resolve("classes"), role(), environment(), this::isStarted);
        alerting = launch();
    }

    Map<KillPoint, Figures> figures() {
        return figures;
    }

    @Override
    public void close() {
        alerting.killNow();
        receiver.stop(0);
        producer.close(Duration.ofSeconds(1));
        events.close();
        kafka.close();
    }

    /** Kills it at this point of an alarm's way, and starts it again. */
    void kill(KillPoint point, String alarm) throws Exception {
        alerting.killAt(point);
        long decided = System.nanoTime();
        tell(alarm, ConditionPhase.CONDITION_START);
        assertThat(alerting.diesWithin(Duration.ofSeconds(20)))
                .as("%s is reached", point)
                .isTrue();

        alerting = launch();
        long started = System.nanoTime();

        String first = alarm + "-1-1";
        String second = alarm + "-2-2";
        await().atMost(Duration.ofSeconds(20)).until(() -> received.containsKey(first) && received.containsKey(second));
        long firstLate = late(first, Math.max(decided, started));
        long secondLate = late(second, Math.max(decided + ANSWER.toNanos(), started));
        assertThat(List.of(firstLate, secondLate))
                .as("%s: after its deadline, or the start", alarm)
                .allMatch(late -> late <= AFTER_THE_START.toMillis());
        tell(alarm, ConditionPhase.CONDITION_END);
        await().atMost(Duration.ofSeconds(20)).until(() -> isClosed(alarm));

        int duplicates = received.getOrDefault(first, List.of()).size() - 1;
        assertThat(duplicates).as("%s: duplicates", alarm).isLessThanOrEqualTo(1);
        assertThat(received.getOrDefault(second, List.of())).hasSize(1);
        figures.merge(point, new Figures(1, duplicates, Math.max(firstLate, secondLate)), Figures::with);
    }

    private long late(String page, long deadline) {
        long first = received.getOrDefault(page, List.of()).get(0);
        return Duration.ofNanos(first - deadline).toMillis();
    }

    private KillableProcess launch() throws Exception {
        List<String> command = new ArrayList<>(classes.options());
        command.addAll(role());
        KillableProcess started = KillableProcess.start(command, environment(), folder.resolve("alerting.out"));
        starts++;
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(this::isStarted);
        return started;
    }

    private List<String> role() throws IOException {
        return List.of("org.wardlight.app.Main", "run", "alerting", "--config", config().toString());
    }

    private Map<String, String> environment() {
        return Map.of("WARDLIGHT_LOG", log().toString());
    }

    private Path log() {
        return folder.resolve("alerting.log");
    }

    private boolean isStarted() {
        try {
            return Files.exists(log()) && occurrences(log(), "part=alerting started") == starts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path config() throws IOException {
        return Files.writeString(folder.resolve("alerting.yaml"), """
                wardlight:
                  kafka:
                    bootstrap-servers: %s
                  ops:
                    port: 0
                  alerting:
                    store:
                      file: %s
                    http:
                      port: 0
                      service-token: 0123456789abcdef
                    escalation:
                      high: %ds
                    paging:
                      allow-private-targets: true
                      default-receivers: [nurse, charge]
                      receivers:
                        nurse: {uri: "%s", secret: whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=}
                        charge: {uri: "%s", secret: whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=}
                """.formatted(
                        kafka.bootstrapServers(), folder.resolve("alarms.db"), ANSWER.toSeconds(), target(), target()));
    }

    private String target() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/";
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String page = exchange.getRequestHeaders().getFirst("webhook-id");
            received.computeIfAbsent(page, each -> new CopyOnWriteArrayList<>()).add(System.nanoTime());
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private void tell(String alarm, ConditionPhase phase) throws ExecutionException, InterruptedException {
        long now = System.currentTimeMillis();
        AlarmCondition condition = AlarmCondition.newBuilder()
                .setConditionId(alarm)
                .setPatientRef("p-" + alarm)
                .setRule("spo2-low")
                .setKind(AlarmKind.PHYSIOLOGICAL)
                .setSource(ConditionSource.newBuilder().setDeviceId("mon-01"))
                .setSeverity(Severity.SEVERITY_HIGH)
                .setPhase(phase)
                .setEndCause(
                        phase == ConditionPhase.CONDITION_END ? EndCause.CONTEXT_ENDED : EndCause.END_CAUSE_UNSPECIFIED)
                .setOnsetMs(now)
                .setDueMs(now)
                .build();
        producer.send(new ProducerRecord<>(Topics.ALARM_CONDITION.name(), 0, alarm, condition.toByteArray()))
                .get();
    }

    /** Whether the log says so; what it says is kept. */
    private boolean isClosed(String alarm) throws InvalidProtocolBufferException {
        for (ConsumerRecord<String, byte[]> record : events.poll(Duration.ofMillis(100))) {
            AlarmEvent event = AlarmEvent.parseFrom(record.value());
            seqs.computeIfAbsent(event.getAlarmId(), each -> new TreeSet<>()).add(event.getSeq());
            if (event.getState() == AlarmState.CLOSED) {
                closed.add(event.getAlarmId());
            }
        }
        return closed.contains(alarm);
    }

    private static Consumer<String, byte[]> reader(String kafka) {
        Consumer<String, byte[]> reader = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        reader.assign(reader.partitionsFor(Topics.ALARM_EVENT.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList());
        return reader;
    }

    void assertNoEventIsMissing() {
        assertThat(seqs).isNotEmpty().allSatisfy((alarm, seqs) -> {
            assertThat(seqs.first()).isEqualTo(1);
            assertThat(seqs.last()).as("%s has gaps: %s", alarm, seqs).isEqualTo(seqs.size());
        });
    }

    private static long occurrences(Path file, String text) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.contains(text)).count();
        }
    }
}

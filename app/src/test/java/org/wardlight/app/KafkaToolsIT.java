package org.wardlight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.app.embedded.EmbeddedKafka;
import org.wardlight.app.embedded.FreePorts;
import org.wardlight.app.terminal.Terminal;
import org.wardlight.app.topics.TopicAdmin;
import org.wardlight.events.RejectionReason;
import org.wardlight.events.Topics;

/** One Kafka from empty to restarted, and the tools that look into it. */
@TestMethodOrder(OrderAnnotation.class)
final class KafkaToolsIT {

    @TempDir
    static Path folder;

    private static EmbeddedKafka kafka;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeAll
    static void start() {
        FreePorts ports = new FreePorts();
        kafka = EmbeddedKafka.start(folder, ports.any(), ports.any());
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    @Order(1)
    void findsNoDeadLettersBeforeThereIsATopic() {
        assertThat(run("dlq", "list")).isZero();
        assertThat(out()).isEqualTo("No dead letters: everything was understood.\n");
    }

    @Test
    @Order(2)
    void seesWhatIsMissingAndCreatesIt() {
        assertThat(run("topics", "diff")).isEqualTo(3);
        assertThat(run("topics", "apply")).isZero();
        await().untilAsserted(() -> assertThat(run("topics", "diff")).isZero());
        out.reset();

        assertThat(run("topics", "diff")).isZero();
        assertThat(run("topics", "list")).isZero();

        assertThat(out())
                .startsWith("All " + Topics.all().size() + " topics are as declared.")
                .containsPattern("wardlight\\.observation\\.raw\\.v1 +device +7 days +12 partitions")
                .containsPattern("wardlight\\.device\\.status\\.v1 +device +last of each key +6 partitions")
                .doesNotContain("missing");
    }

    @Test
    @Order(3)
    void tellsWhatItWillNotChange() throws Exception {
        Topics.Topic strange = new Topics.Topic("wardlight.strange.v1", Topics.Key.WARD, 3, Duration.ofDays(1), false);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
                TopicAdmin topics = new TopicAdmin(kafka.bootstrapServers())) {
            admin.createTopics(List.of(new NewTopic(strange.name(), Optional.of(2), Optional.empty())))
                    .all()
                    .get();

            await().until(() -> !topics.describe(List.of(strange)).isEmpty());

            topics.apply(List.of(strange), Optional.empty());

            await().untilAsserted(() -> assertThat(topics.differences(List.of(strange)))
                    .hasToString("[wardlight.strange.v1: partitions is 2, declared 3]"));
        }
    }

    @Test
    @Order(4)
    void showsDeadLettersHarmlessly() throws Exception {
        reject("d1", RejectionReason.MALFORMED, "{\"spo2\": \u001b[2J".getBytes(StandardCharsets.UTF_8), 15);
        reject("d2", RejectionReason.UNKNOWN_VITAL, "{\"aura\": 7}".getBytes(StandardCharsets.UTF_8), 11);
        reject("d3", RejectionReason.TOO_LARGE, new byte[] {(byte) 0xff, 0, 1, 2}, 5_000_000);

        assertThat(run("dlq", "list")).isZero();
        assertThat(out().lines()).hasSize(3);
        assertThat(out()).contains("malformed", "unknown-vital", "too-large", "5000 kB", "wardlight/v1/demo/d1/wl");

        out.reset();
        assertThat(run("dlq", "list", "--reason", "too-large", "--json")).isZero();
        assertThat(out()).matches("\\{\"id\":\"\\d+-\\d+\",.*\"reason\":\"too-large\",.*\"length\":5000000}\n");

        String id = out().replaceAll("(?s)\\{\"id\":\"([^\"]+)\".*", "$1");
        out.reset();
        assertThat(run("dlq", "show", id)).isZero();
        assertThat(out()).contains("payload (beginning)\n00000000  ff 00 01 02");
        assertThat(run("dlq", "show", "0-999999")).isEqualTo(1);
        assertThat(run("dlq", "show", "77-0")).isEqualTo(1);

        out.reset();
        assertThat(run("dlq", "list", "--limit", "1")).isZero();
        assertThat(out().lines()).hasSize(1);
    }

    @Test
    @Order(5)
    void keepsEverythingOverARestart() {
        kafka.close();
        start();

        assertThat(run("topics", "diff")).isZero();
        assertThat(run("dlq", "list", "--reason", "malformed")).isZero();
        assertThat(out()).contains("malformed").doesNotContain("\u001b");
    }

    private static void reject(String device, RejectionReason reason, byte[] payload, int length) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> record =
                    new ProducerRecord<>(Topics.OBSERVATION_REJECTED.name(), device, payload);
            header(record, RejectionReason.REASON_HEADER, reason.id());
            header(record, RejectionReason.DETAIL_HEADER, "Said by \u001b[31ma test");
            header(record, RejectionReason.SOURCE_HEADER, "wardlight/v1/demo/" + device + "/wl");
            header(record, RejectionReason.LENGTH_HEADER, Integer.toString(length));
            producer.send(record).get();
        }
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private int run(String... args) {
        Terminal terminal =
                new Terminal(out, new ByteArrayOutputStream(), Terminal.Look.of(Map.of("LANG", "C.UTF-8"), false));
        String[] all = Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--kafka";
        all[args.length + 1] = kafka.bootstrapServers();
        return Main.run(all, terminal);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }
}

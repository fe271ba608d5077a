package org.wardlight.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.events.RejectionReason;
import org.wardlight.events.Topics;
import org.wardlight.events.v1.DeviceRegistration;

/** A ward where nobody is ill: it does not page, survives bad input, takes in a new device and hears silence. */
@TestMethodOrder(OrderAnnotation.class)
class QuietWardE2E {

    private static final int SPEED = 5;

    private static EmbeddedWard ward;
    private static BoardClient board;

    @BeforeAll
    static void startsAWard() throws InterruptedException {
        ward = Wards.start(4, "stable", SPEED);
        board = new BoardClient(ward.view());
        assertThat(new DemoRun(ward, DemoOptions.standard()).awaitFirstValue()).isPresent();
    }

    @AfterAll
    static void stopsIt() {
        ward.close();
    }

    @Test
    @Order(1)
    void rejectsEachKindOfBadInputWithItsReasonAndGoesOn() throws MqttException {
        withDevice("bad-device", device -> {
            publish(device, "wardlight/v1/demo/bad-device/wl", "{not json");
            publish(device, "wardlight/v1/demo/bad-device/wl", "{\"measurements\":[{\"vital\":\"aura\",\"value\":1}]}");
            publish(
                    device,
                    "wardlight/v1/demo/bad-device/wl",
                    "{\"measurements\":[{\"vital\":\"spo2\",\"value\":400}]}");
            publish(device, "wardlight/v1/demo/bad-device/wl", "x".repeat(5 * 1024 * 1024));
            publish(device, "somebody/elses/topic", "{}");
        });

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(rejected())
                .containsEntry(RejectionReason.MALFORMED.id(), 1)
                .containsEntry(RejectionReason.UNKNOWN_VITAL.id(), 1)
                .containsEntry(RejectionReason.IMPOSSIBLE_VALUE.id(), 1)
                .containsEntry(RejectionReason.TOO_LARGE.id(), 1)
                .containsEntry(RejectionReason.FOREIGN_TOPIC.id(), 1));
        assertThat(board.text("/metrics")).contains("wardlight_ingest_messages_total{result=\"unknown-vital\"");
        assertThat(board.get("/healthz").path("status").asText()).isEqualTo("up");
    }

    @Test
    @Order(2)
    void putsAPersonsOwnDeviceOnTheBoard() throws MqttException {
        String reading = "{\"measurements\":[{\"vital\":\"pulse-rate\",\"value\":71}]}";
        withDevice("my-watch", watch -> {
            publish(watch, "wardlight/v1/demo/my-watch/wl", reading);
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(ward7().path("unassignedDevices"))
                    .anyMatch(device -> device.path("device").asText().equals("my-watch")));

            long since = ward.clock().millis() - 600_000;
            var answer = board.post(
                    "/api/v1/wards/ward-7/beds/" + emptyBed() + "/device",
                    "{\"device\":\"my-watch\",\"profile\":\"wrist-wearable\",\"from\":" + since + "}",
                    "okafor");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            String patient = board.json(answer).path("patientRef").asText();

            // What was in quarantine is released to whoever wore the watch then, as history.
            await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(
                            board.get("/api/v1/patients/" + patient + "/trends?vital=pulse-rate&step=10s&from=" + since)
                                    .path("series")
                                    .path(0)
                                    .path("points"))
                    .anyMatch(point ->
                            point.path(2).asDouble() == 71 && point.path(5).asLong() == 1));

            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                publish(watch, "wardlight/v1/demo/my-watch/wl", reading.replace("71", "72"));
                assertThat(ward7().toString()).contains("\"value\":72.0");
            });
        });
    }

    @Test
    @Order(3)
    void changesTheRegisterFromAShell(@TempDir Path folder) throws IOException {
        Shell shell = Shell.at(ward.view(), folder);

        assertThat(shell.run("show")).contains("01", "M.K. 71", "mon-01 (bedside-monitor)");
        shell.run("add-bed", "18", "--nurse", "okafor");
        shell.run(
                "admit",
                "18",
                "--initials",
                "Q.R.",
                "--age",
                "44",
                "--since",
                "10m",
                "--device",
                "patch-18",
                "--profile",
                "chest-patch");
        assertThat(shell.run("show")).contains("Q.R. 44", "patch-18 (chest-patch)");
        shell.run("chart", "add", "18", "--consciousness", "A", "--oxygen-flow", "0", "--vital", "respiratory-rate=16");
        String entry = shell.run("chart", "list", "18");
        assertThat(entry).contains("respiratory-rate 16");
        shell.run("chart", "correct", "18", firstWord(entry), "--vital", "respiratory-rate=18", "--reason", "typo");
        shell.run("care", "limit", "18", "spo2-low", "medium", "91", "--delay", "20s", "--reason", "as ordered");
        shell.run("care", "limit", "18", "spo2-low", "low", "93", "--delay", "30s", "--reason", "as ordered");
        shell.run("care", "limit", "18", "spo2-low", "high", "none", "--reason", "as ordered");
        assertThat(shell.run("care", "limits", "18")).contains("low 93.0 after 30 s, medium 91.0 after 20 s");
        shell.run("demographics", "18", "--age", "unknown", "--reason", "documents lost");
        shell.run("demographics", "18", "--age", "45", "--initials", "Q.S.");
        assertThat(shell.run("show")).contains("Q.S. 45");
        shell.run("care", "scale", "18", "2", "--ordered-by", "Dr Moreau", "--reason", "hypercapnia");
        shell.run("nurse", "18", "lindqvist");
        String worn = shell.run("device", "history", "patch-18");
        shell.run("device", "correct", firstWord(worn), "--from", "1m", "--reason", "put on earlier");
        shell.run("device", "take-off", "patch-18");
        Path rota = Files.writeString(folder.resolve("rota.yaml"), shell.run("rota", "show"));
        shell.run("rota", "set", rota.toString(), "--reason", "as it was");
        shell.run("discharge", "18");
        shell.run("remove-bed", "18", "--reason", "not needed");
        assertThat(shell.run("show")).doesNotContain("Q.S.");
        assertThat(shell.run("changes")).contains("not needed", "hypercapnia");
        assertThat(shell.fails("care", "limit", "01", "spo2-low", "low", "90", "--reason", "none"))
                .contains("spo2-low has no low level");
        assertThat(shell.fails("discharge", "99")).contains("no bed 99");
    }

    @Test
    @Order(4)
    void knowsWhatReplayedDevicesDeliver(@TempDir Path folder) throws IOException {
        Shell shell = Shell.at(ward.view(), folder);
        Path table = Files.writeString(folder.resolve("stay.csv"), "hour,HR\n0,71\n1,72\n");
        Path mapping = Files.writeString(folder.resolve("stay.yaml"), """
                id: my-hourly
                interval: 1h
                time: { column: hour, unit: h }
                columns:
                  HR: { vital: heart-rate, unit: /min, no-signal-after: 4h }
                """);

        String said = shell.replay(
                table.toString(),
                "--mapping",
                mapping.toString(),
                "--mqtt",
                ward.view().mqtt().toString(),
                "--prefix",
                "own-",
                "--speed",
                Integer.toString(SPEED),
                "--for",
                "3s");
        shell.run("device", "assign", "04", "own-rec-01", "--profile", "my-hourly");

        assertThat(said).contains("The ward knows them as my-hourly", "1 acknowledged");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(registration("own-rec-01"))
                .satisfies(device ->
                        assertThat(device.getSignals(0).getNoSignalAfterMs()).isEqualTo(4 * 3_600_000)));
        shell.run("device", "take-off", "own-rec-01");
    }

    @Test
    @Order(5)
    void neverPagesForPeopleWhoAreWell() {
        long started = ward.simulators().startedAt().toEpochMilli();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> ward.clock().instant().toEpochMilli() > started + 180_000);

        assertThat(ward.station().pages()).isEmpty();
        assertThat(board.alarms("all", alarm -> alarm.path("kind").asText().equals("physiological")))
                .isEmpty();
    }

    @Test
    @Order(6)
    void hearsThatOneDeviceIsSilent() {
        ward.simulators().silence("mon-02");
        long silenced = ward.clock().instant().toEpochMilli();

        await().atMost(Duration.ofSeconds(20)).until(() -> !lost("02").isEmpty());

        // 10 s of silence are reported within 2 s; a second more for the last reading before it and the poll of this
        // test.
        long seen = ward.clock().instant().toEpochMilli();
        assertThat(seen - silenced).isLessThan(10_000 + 2_000 * SPEED);
        assertThat(lost("02").get(0).path("due").asLong() - silenced).isBetween(8_500L, 10_500L);
        assertThat(lost("03")).isEmpty();
    }

    @Test
    @Order(7)
    void hearsThatEverythingIsSilent() {
        ward.simulators().silenceAll();

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            for (String bed : List.of("01", "02", "03", "04")) {
                assertThat(lost(bed)).as("bed " + bed).isNotEmpty();
            }
        });
        assertThat(ward.station().pages())
                .as("technical conditions page nobody")
                .isEmpty();
    }

    /** What the job was told of a device. */
    private static DeviceRegistration registration(String device) {
        List<DeviceRegistration> told = new ArrayList<>();
        WholeTopic.read(ward.view().kafka(), Topics.REGISTER_ASSOCIATION, record -> {
            if (record.value() != null && device.equals(new String(record.key(), StandardCharsets.UTF_8))) {
                told.add(DeviceRegistration.parseFrom(record.value()));
            }
        });
        return told.isEmpty() ? DeviceRegistration.getDefaultInstance() : told.get(told.size() - 1);
    }

    private static String firstWord(String text) {
        return text.substring(0, text.indexOf(' '));
    }

    private static List<JsonNode> lost(String bed) {
        return board.alarms(
                "open",
                alarm -> alarm.path("rule").asText().equals("device-lost")
                        && alarm.path("bed").asText().equals(bed));
    }

    private static JsonNode ward7() {
        return board.get("/api/v1/wards/ward-7");
    }

    private static String emptyBed() {
        for (JsonNode tile : ward7().path("tiles")) {
            if (tile.path("state").asText().equals("empty")) {
                return tile.path("bed").asText();
            }
        }
        throw new AssertionError("no empty bed");
    }

    private interface Use {
        void with(MqttClient device) throws MqttException;
    }

    private static void withDevice(String id, Use use) throws MqttException {
        MqttClient client = new MqttClient(ward.view().mqtt().toString(), id, new MemoryPersistence());
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setConnectionTimeout(10);
        client.connect(options);
        try {
            use.with(client);
        } finally {
            client.disconnect();
            client.close();
        }
    }

    private static void publish(MqttClient client, String topic, String payload) throws MqttException {
        client.publish(topic, payload.getBytes(StandardCharsets.UTF_8), 1, false);
    }

    /** Dead letters by reason. */
    private static Map<String, Integer> rejected() {
        Map<String, Integer> reasons = new TreeMap<>();
        WholeTopic.read(ward.view().kafka(), Topics.OBSERVATION_REJECTED, record -> {
            byte[] reason =
                    record.headers().lastHeader(RejectionReason.REASON_HEADER).value();
            reasons.merge(new String(reason, StandardCharsets.UTF_8), 1, Integer::sum);
        });
        return reasons;
    }
}

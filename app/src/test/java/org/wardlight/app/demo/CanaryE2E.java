package org.wardlight.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.app.embedded.FreePorts;
import org.wardlight.events.Topics;
import org.wardlight.events.v1.AlarmEvent;

/** The canary as a process of its own beside a whole ward, whose job ends: named within a minute, and whole again with it. */
@Tag("kills")
class CanaryE2E {

    private static final Duration A_MINUTE = Duration.ofSeconds(60);
    private static final String SECRET = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final List<JsonNode> told = new CopyOnWriteArrayList<>();
    private final List<Long> beats = new CopyOnWriteArrayList<>();
    private HttpServer people;
    private EmbeddedWard ward;
    private Process canary;
    private int hook;

    @BeforeEach
    void startsAWardAndItsCanary() throws IOException {
        people = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        people.createContext("/page", this::page);
        people.createContext("/beat", this::beat);
        people.start();
        hook = new FreePorts().any();
        URI pages = URI.create("http://127.0.0.1:" + hook + "/page");
        ward = Wards.start(
                DemoOptions.standard().withBeds(2).drivenFromOutside(new DemoOptions.PageTarget(pages, SECRET)));
        canary = launch();
    }

    @AfterEach
    void stopsEverything() throws InterruptedException {
        canary.destroy();
        if (!canary.waitFor(10, TimeUnit.SECONDS)) {
            canary.destroyForcibly();
        }
        ward.close();
        people.stop(0);
    }

    @Test
    void namesTheJobWithinAMinuteOfItsEndAndIsWholeAgainWithIt() throws Exception {
        // given: the whole way has been gone, and the monitor outside knows
        await().atMost(A_MINUTE).until(() -> beats.size() >= 2);
        assertThat(told).isEmpty();

        // when
        ward.stopJob();
        long stopped = System.nanoTime();
        int beatsSoFar = beats.size();

        // then
        await().atMost(A_MINUTE).until(() -> !told.isEmpty());
        long named = Duration.ofNanos(System.nanoTime() - stopped).toMillis();
        System.out.println("monitoring path broken: named " + named + " ms after the job had ended");
        assertThat(told.get(0).path("stage").asText()).isEqualTo("job");
        assertThat(told.get(0).path("ward").asText()).isEqualTo(wardId());
        await().atMost(Duration.ofSeconds(10)).until(() -> openOnTheBoard().size() == 1);
        assertThat(openOnTheBoard().get(0).path("text").asText()).isEqualTo("monitoring path broken at stream job");
        assertThat(beats)
                .as("the monitor outside hears of the round that was under way at most")
                .hasSizeLessThanOrEqualTo(beatsSoFar + 1);

        // when
        ward.startJob();

        // then
        await().atMost(A_MINUTE).until(() -> last().path("text").asText().contains("whole again"));
        await().atMost(A_MINUTE).until(() -> beats.size() > beatsSoFar + 1);
        await().atMost(Duration.ofSeconds(10)).until(() -> openOnTheBoard().isEmpty());
        assertThat(new BoardClient(ward.view()).alarms("all"))
                .as("the board knows no canary and no device of one")
                .allMatch(alarm -> alarm.path("ward").asText().equals(wardId()))
                .noneMatch(alarm -> alarm.path("rule").asText().equals("unassigned-device"));
        assertThat(wardsOfAlarms()).contains("canary/" + wardId());

        // and: a canary that was stopped sings again, once nothing is held off any more that the outage had delayed
        restartCanary();
        int before = beats.size();
        await().atMost(A_MINUTE.multipliedBy(2)).until(() -> beats.size() > before);
        assertThat(last().path("text").asText()).contains("whole again");
    }

    private void restartCanary() throws IOException, InterruptedException {
        canary.destroy();
        assertThat(canary.waitFor(20, TimeUnit.SECONDS)).isTrue();
        canary = launch();
    }

    private JsonNode last() {
        return told.get(told.size() - 1);
    }

    private String wardId() {
        return ward.view().plan().ward().id();
    }

    /** The ward's own alarm, as people see it. */
    private List<JsonNode> openOnTheBoard() {
        return new BoardClient(ward.view())
                .alarms("open", alarm -> alarm.path("rule").asText().equals("monitoring-path-broken"));
    }

    private List<String> wardsOfAlarms() {
        List<String> wards = new CopyOnWriteArrayList<>();
        WholeTopic.read(
                ward.view().kafka(),
                Topics.ALARM_EVENT,
                record -> wards.add(AlarmEvent.parseFrom(record.value()).getWardId()));
        return wards;
    }

    private void page(HttpExchange exchange) throws IOException {
        try (exchange) {
            told.add(JSON.readTree(exchange.getRequestBody()).path("data"));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private void beat(HttpExchange exchange) throws IOException {
        try (exchange) {
            beats.add(System.nanoTime());
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private Process launch() throws IOException {
        String addressed = "http://127.0.0.1:" + people.getAddress().getPort();
        Path config = Files.writeString(folder.resolve("canary.yaml"), """
                wardlight:
                  kafka:
                    bootstrap-servers: %s
                  ops:
                    port: 0
                  canary:
                    wards: [%s]
                    mqtt:
                      uri: %s
                    hook:
                      port: %d
                      receiver: demo-pager
                      secret: %s
                    allow-private-targets: true
                    receivers:
                      engineer: {uri: "%s/page", secret: %s}
                    heartbeat: %s/beat
                """.formatted(
                        ward.view().kafka(), wardId(), ward.view().mqtt(), hook, SECRET, addressed, SECRET, addressed));
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.wardlight.app.Main",
                        "run",
                        "canary",
                        "--config",
                        config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("canary.out").toFile());
        builder.environment().put("WARDLIGHT_LOG", folder.resolve("canary.log").toString());
        return builder.start();
    }
}

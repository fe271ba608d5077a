package org.wardlight.station.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wardlight.database.DatabaseSettings.SqliteFile;
import org.wardlight.station.MovableClock;
import org.wardlight.station.StationConfig;
import org.wardlight.station.StationEdge;
import org.wardlight.station.access.Sessions;
import org.wardlight.station.alerting.AlertingClient;
import org.wardlight.station.board.Board;
import org.wardlight.station.board.Frames.DemoNote;
import org.wardlight.station.burden.MonitoredStore;
import org.wardlight.station.burden.Monitoring;
import org.wardlight.station.pager.DemoPager;
import org.wardlight.station.plan.WardPlan;
import org.wardlight.station.register.RegisterFile;
import org.wardlight.station.register.WardRegister;
import org.wardlight.station.trends.MemoryTrends;

/** The real HTTP server over a board that the test feeds, with a register in a file and alerting played by a fake. */
final class TestStation implements AutoCloseable {

    static final String PASSWORD = "k7f-2mq";
    static final String TOKEN = "service-token-of-the-test";
    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final ObjectMapper JSON = new ObjectMapper();

    final MovableClock clock = new MovableClock();
    final RegisterFile registerFile = new RegisterFile();
    final FakeAlerting alerting = new FakeAlerting();
    final Map<String, String> problems = new TreeMap<>();
    final WardRegister register = registerFile.register(WardPlan.demo(), clock);
    final Board board = new Board(WardPlan.demo(), clock, register::stay);
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final MemoryTrends trends = new MemoryTrends();
    final StationHttp http;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    TestStation(boolean anonymousView) throws IOException {
        this(anonymousView, true);
    }

    TestStation(boolean anonymousView, boolean withPager) throws IOException {
        register.onBeds(board::furnish);
        register.onKept(board::apply);
        register.open(Duration.ZERO);
        DemoPager.Clocks clocks = new DemoPager.Clocks(InstantSource.system(), clock);
        http = StationHttp.start(
                config(anonymousView),
                new StationHttp.Parts(
                        board,
                        register,
                        new Sessions(WardPlan.demo(), PASSWORD, InstantSource.system()),
                        new AlertingClient(alerting.uri(), TOKEN),
                        new Monitoring(new MonitoredStore(registerFile.database(), "ward-7"), clock),
                        withPager ? new DemoPager(SECRET, clocks, JSON, metrics) : null,
                        clock,
                        new StationEdge(() -> "wardlight_test 1\n", () -> problems),
                        JSON,
                        metrics,
                        trends));
    }

    private StationConfig config(boolean anonymousView) {
        return new StationConfig(
                new StationConfig.Http("127.0.0.1", 0, false),
                "127.0.0.1:1",
                new StationConfig.Alerting(alerting.uri(), TOKEN),
                WardPlan.demo(),
                new StationConfig.Register(new SqliteFile(Path.of("unused"))),
                null,
                PASSWORD,
                anonymousView,
                new DemoNote("DEMO", List.of("Not a medical device.")),
                new StationConfig.Pager(SECRET));
    }

    /** Who lies in the bed. */
    String patientIn(String bed) {
        String ref = board.tile(bed).orElseThrow().patientRef();
        if (ref == null) {
            throw new AssertionError("nobody in bed " + bed);
        }
        return ref;
    }

    Call call(String method, String path) {
        return new Call(method, path);
    }

    EventReader events(String path, @Nullable String actor) throws IOException, InterruptedException {
        Call call = call("GET", path).header("Accept", "text/event-stream");
        if (actor != null) {
            call.as(actor);
        }
        HttpResponse<InputStream> response = client.send(call.builder.build(), BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new AssertionError("stream answered " + response.statusCode());
        }
        return new EventReader(response.body());
    }

    Answer deliverPage(String id, String body) throws IOException, InterruptedException, WebhookSigningException {
        long seconds = InstantSource.system().instant().getEpochSecond();
        return call("POST", "/pager/hook")
                .body(body)
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(seconds))
                .header("webhook-signature", new Webhook(SECRET).sign(id, seconds, body))
                .send();
    }

    /** How many streams of the ward are open. */
    int streams() {
        return (int) metrics.get("wardlight.station.streams")
                .tag("stream", "ward")
                .gauge()
                .value();
    }

    @Override
    public void close() {
        http.close();
        alerting.close();
        registerFile.close();
    }

    /** One request. */
    final class Call {

        private final String method;
        private final HttpRequest.Builder builder;
        private HttpRequest.BodyPublisher publisher = HttpRequest.BodyPublishers.noBody();

        private Call(String method, String path) {
            this.method = method;
            this.builder = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http.port() + path));
        }

        Call as(String actor) {
            return basic(actor, PASSWORD);
        }

        Call basic(String actor, String password) {
            byte[] pair = (actor + ":" + password).getBytes(StandardCharsets.UTF_8);
            return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }

        Call header(String name, String value) {
            builder.header(name, value);
            return this;
        }

        Call body(String json) {
            publisher = HttpRequest.BodyPublishers.ofString(json);
            return header("Content-Type", "application/json");
        }

        Answer send() throws IOException, InterruptedException {
            HttpRequest request = builder.method(method, publisher).build();
            return new Answer(client.send(request, BodyHandlers.ofString()));
        }
    }

    /** One response. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String text() {
            return response.body();
        }

        JsonNode json() throws JsonProcessingException {
            return JSON.readTree(response.body());
        }
    }
}

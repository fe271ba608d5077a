package org.wardlight.app.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wardlight.app.terminal.CommandFailure;

final class OpsServerTest {

    private final Meters meters = Meters.forThisProcess();
    private final Health health = new Health();
    private final OpsServer server = OpsServer.start("127.0.0.1", 0, meters.registry(), health);

    @AfterEach
    void stop() {
        server.close();
        meters.close();
    }

    @Test
    void showsMetersOfJvmBuildAndRoles() throws Exception {
        Timer.builder("wardlight.ingest.append").register(meters.registry()).record(Duration.ofMillis(7));

        HttpResponse<String> response = get("/metrics");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .containsPattern("wardlight_build_info\\{.*version=\"0\\.")
                .contains("jvm_memory_used_bytes")
                .contains("wardlight_ingest_append_seconds_bucket{le=\"0.005\"} 0")
                .contains("wardlight_ingest_append_seconds_bucket{le=\"0.01\"} 1");
    }

    @Test
    void isUpWhileNothingIsWrong() throws Exception {
        health.watch("ingest", Map::of);

        HttpResponse<String> response = get("/healthz");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"status\":\"up\"}");
    }

    @Test
    void isDownWithTheReasonWhileSomethingIsWrong() throws Exception {
        AtomicReference<Map<String, String>> problems = new AtomicReference<>(Map.of("mqtt", "The broker is away."));
        health.watch("ingest", problems::get);
        health.watch("job", () -> {
            throw new IllegalStateException("gone");
        });

        HttpResponse<String> response = get("/healthz");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body())
                .contains("\"status\":\"down\"")
                .contains("\"ingest.mqtt\":\"The broker is away.\"")
                .contains("\"job.health\":\"does not answer");
    }

    @Test
    void saysWhichPortIsInUse() {
        int port = server.uri().getPort();

        assertThatThrownBy(() -> OpsServer.start("127.0.0.1", port, meters.registry(), health))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("Port " + port);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = server.uri().resolve(path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}

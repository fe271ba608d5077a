package org.wardlight.app.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.app.terminal.ExitCode;

/**
 * {@code GET /metrics} in Prometheus text, {@code GET /healthz}: 200 while all is well, 503 with the problems while it is
 * not. No patient, bed or device is named in either.
 */
public final class OpsServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final Javalin server;
    private final URI uri;

    private OpsServer(Javalin server, URI uri) {
        this.server = server;
        this.uri = uri;
    }

    /**
     * Starts answering.
     *
     * @param host address to listen on; loopback unless scraped from elsewhere
     * @param port to listen on; 0 takes a free one
     * @throws CommandFailure when the port is in use
     */
    public static OpsServer start(String host, int port, PrometheusMeterRegistry meters, Health health) {
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.routes.get(
                    "/metrics", context -> context.contentType(PROMETHEUS_TEXT).result(meters.scrape(PROMETHEUS_TEXT)));
            config.routes.get("/healthz", context -> answer(context, health.problems()));
        });
        try {
            server.start(host, port);
        } catch (JavalinException e) {
            throw new CommandFailure(
                    "Port " + port + " for metrics and health is in use, or " + host + " is not an address of ours.",
                    "Choose another with wardlight.ops.port (WARDLIGHT_OPS_PORT).",
                    ExitCode.NOT_READY,
                    e);
        }
        return new OpsServer(server, URI.create("http://" + host + ":" + server.port()));
    }

    /** Base address. */
    public URI uri() {
        return uri;
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void answer(Context context, Map<String, String> problems) throws JsonProcessingException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", problems.isEmpty() ? "up" : "down");
        if (!problems.isEmpty()) {
            body.put("problems", problems);
        }
        context.status(problems.isEmpty() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .contentType("application/json")
                .result(JSON.writeValueAsString(body));
    }
}

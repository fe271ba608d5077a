package org.wardlight.alerting.commands;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.alerting.desk.AlarmDesk;
import org.wardlight.alerting.paging.TestPages;
import org.wardlight.alerting.store.AlarmStore;

/**
 * The command API: what people say about alarms, and what is known of them. Every request brings the service token, every
 * command the person who gives it.
 */
public final class AlarmApi implements AutoCloseable {

    /** Header: the person who gives a command. */
    public static final String ACTOR_HEADER = "X-Wardlight-Actor";
    /** Header: the same for repeats of the same command. */
    public static final String IDEMPOTENCY_HEADER = "Idempotency-Key";

    private static final Logger LOG = LoggerFactory.getLogger(AlarmApi.class);
    private static final int LARGEST_BODY_BYTES = 16_384;

    private final byte[] token;
    private final Javalin server;

    private AlarmApi(ApiSettings settings, Parts parts) {
        this.token = ("Bearer " + settings.serviceToken()).getBytes(StandardCharsets.UTF_8);
        this.server = Javalin.create(config -> configure(config, settings, parts));
    }

    /** What commands are given to. */
    public record Parts(AlarmStore store, AlarmDesk desk, TestPages tests) {}

    /** Listens. */
    public static AlarmApi start(ApiSettings settings, Parts parts) {
        AlarmApi api = new AlarmApi(settings, parts);
        api.server.start();
        return api;
    }

    /** The port that it listens on. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private void configure(JavalinConfig config, ApiSettings settings, Parts parts) {
        config.startup.showJavalinBanner = false;
        config.jetty.host = settings.host();
        config.jetty.port = settings.port();
        config.http.maxRequestSize = LARGEST_BODY_BYTES;
        config.routes.before(this::authenticate);
        new AlarmRoutes(parts.store(), parts.desk()).addTo(config.routes);
        new PauseRoutes(parts.desk().pauses()).addTo(config.routes);
        new BurdenRoutes(parts.store()).addTo(config.routes);
        new ReceiverRoutes(parts.tests(), parts.desk()).addTo(config.routes);
        config.routes.exception(ApiProblem.class, (problem, context) -> answer(context, problem));
        config.routes.exception(
                HttpResponseException.class,
                (e, context) -> answer(
                        context,
                        new ApiProblem(
                                e.getStatus(), "The request cannot be answered", String.valueOf(e.getMessage()))));
        config.routes.exception(Exception.class, (e, context) -> {
            LOG.error("part=api request failed", e);
            answer(context, new ApiProblem(500, "The request failed", "It is logged under the reference."));
        });
    }

    private void authenticate(Context context) {
        String given = String.valueOf(context.header("Authorization"));
        if (!MessageDigest.isEqual(token, given.getBytes(StandardCharsets.UTF_8))) {
            throw new ApiProblem(401, "Not authenticated", "The service token is missing or wrong.");
        }
    }

    private static void answer(Context context, ApiProblem problem) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.info("part=api status={} reference={} title={}", problem.status(), reference, problem.title());
        Map<String, String> body = new LinkedHashMap<>();
        body.put("title", problem.title());
        body.put("detail", problem.detail());
        body.put("reference", reference);
        context.status(problem.status()).contentType("application/problem+json").result(RequestParts.json(body));
    }
}

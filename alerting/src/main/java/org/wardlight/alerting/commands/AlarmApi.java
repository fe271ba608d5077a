package org.wardlight.alerting.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.alerting.alarm.Alarm;
import org.wardlight.alerting.desk.AlarmCommand;
import org.wardlight.alerting.desk.AlarmDesk;
import org.wardlight.alerting.desk.CommandAnswer;
import org.wardlight.alerting.store.AlarmStore;
import org.wardlight.events.AlarmWords;
import org.wardlight.events.v1.AlarmState;

/**
 * The command API: {@code GET /api/v1/alarms?state=} and {@code POST /api/v1/alarms/{id}/acknowledge}, {@code /accept} and
 * {@code /reject}. Every request brings the service token, every command the person who gives it.
 */
public final class AlarmApi implements AutoCloseable {

    /** Header: the person who gives a command. */
    public static final String ACTOR_HEADER = "X-Wardlight-Actor";
    /** Header: the same for repeats of the same command. */
    public static final String IDEMPOTENCY_HEADER = "Idempotency-Key";

    private static final Logger LOG = LoggerFactory.getLogger(AlarmApi.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ACTOR = Pattern.compile("[\\p{L}\\p{N} ._@,'-]{1,100}");
    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_REASON = 500;
    private static final int LARGEST_BODY_BYTES = 16_384;
    private static final int MOST_CLOSED = 500;
    private static final String OPEN = "open";
    private static final List<AlarmState> OPEN_STATES =
            List.of(AlarmState.ACTIVE_UNACKNOWLEDGED, AlarmState.ACTIVE_ACKNOWLEDGED, AlarmState.LATCHED);

    private final AlarmStore store;
    private final AlarmDesk desk;
    private final byte[] token;
    private final Javalin server;

    private AlarmApi(ApiSettings settings, AlarmStore store, AlarmDesk desk) {
        this.store = store;
        this.desk = desk;
        this.token = ("Bearer " + settings.serviceToken()).getBytes(StandardCharsets.UTF_8);
        this.server = Javalin.create(config -> configure(config, settings));
    }

    /** Listens. */
    public static AlarmApi start(ApiSettings settings, AlarmStore store, AlarmDesk desk) {
        AlarmApi api = new AlarmApi(settings, store, desk);
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

    private void configure(JavalinConfig config, ApiSettings settings) {
        config.startup.showJavalinBanner = false;
        config.jetty.host = settings.host();
        config.jetty.port = settings.port();
        config.http.maxRequestSize = LARGEST_BODY_BYTES;
        config.routes.before(this::authenticate);
        config.routes.get("/api/v1/alarms", this::list);
        config.routes.post("/api/v1/alarms/{id}/acknowledge", this::acknowledge);
        config.routes.post("/api/v1/alarms/{id}/accept", this::accept);
        config.routes.post("/api/v1/alarms/{id}/reject", this::reject);
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

    private void list(Context context) {
        String asked = context.queryParam("state");
        List<AlarmView> alarms = alarms(states(asked == null ? OPEN : asked)).stream()
                .sorted(Comparator.comparingInt(AlarmApi::severity).reversed())
                .map(AlarmView::of)
                .toList();
        context.contentType("application/json").result(json(alarms));
    }

    /** Open alarms are never cut: the one that is left out might be the one that matters. */
    private List<Alarm> alarms(List<AlarmState> states) {
        return states.contains(AlarmState.CLOSED) ? store.closedAlarms(MOST_CLOSED) : store.alarms(states);
    }

    private static int severity(Alarm alarm) {
        return alarm.facts()
                .map(facts -> facts.condition().getSeverity().getNumber())
                .orElse(0);
    }

    private static List<AlarmState> states(String asked) {
        if (asked.equals(OPEN)) {
            return OPEN_STATES;
        }
        return Stream.concat(OPEN_STATES.stream(), Stream.of(AlarmState.CLOSED))
                .filter(state -> AlarmWords.state(state).equals(asked))
                .findFirst()
                .map(List::of)
                .orElseThrow(() -> new ApiProblem(
                        400,
                        "Unknown state",
                        "state is one of open, active-unacknowledged, active-acknowledged, latched, closed."));
    }

    private void acknowledge(Context context) {
        take(context, AlarmCommand.acknowledge(id(context), actor(context), reason(context), idempotencyKey(context)));
    }

    private void accept(Context context) {
        take(context, AlarmCommand.accept(id(context), actor(context), idempotencyKey(context)));
    }

    private void reject(Context context) {
        int level = body(context).path("level").asInt(0);
        if (level < 1) {
            throw new ApiProblem(400, "No level", "level must say on which level you were asked.");
        }
        take(
                context,
                AlarmCommand.reject(id(context), actor(context), level, reason(context), idempotencyKey(context)));
    }

    private void take(Context context, AlarmCommand command) {
        CommandAnswer answer = desk.command(command, alarm -> json(AlarmView.of(alarm)));
        switch (answer.outcome()) {
            case DONE -> context.contentType("application/json").result(answer.body());
            case UNKNOWN -> throw new ApiProblem(404, "No such alarm", "There is no alarm with this id.");
            case CLOSED -> throw new ApiProblem(409, "The alarm is closed", "It ended before.");
            case NOT_ASKED ->
                throw new ApiProblem(
                        409,
                        "It is not your turn",
                        "Somebody else is asked by now, or nobody is waiting for an answer.");
            case KEY_REUSED ->
                throw new ApiProblem(
                        422, "Idempotency key reused", "This key came with another command, alarm or person before.");
        }
    }

    private static String id(Context context) {
        return context.pathParam("id");
    }

    private static String actor(Context context) {
        String actor = context.header(ACTOR_HEADER);
        if (actor == null || !ACTOR.matcher(actor.strip()).matches()) {
            throw new ApiProblem(400, "No actor", ACTOR_HEADER + " must name the person who acknowledges.");
        }
        return actor.strip();
    }

    private static String idempotencyKey(Context context) {
        String key = context.header(IDEMPOTENCY_HEADER);
        if (key != null && key.length() > LONGEST_KEY) {
            throw new ApiProblem(400, "Idempotency key too long", "It has at most 200 characters.");
        }
        return key == null ? "" : key;
    }

    private static String reason(Context context) {
        String reason = body(context).path("reason").asText("");
        if (reason.length() > LONGEST_REASON) {
            throw new ApiProblem(400, "Unusable body", "The reason has at most 500 characters.");
        }
        return reason;
    }

    private static JsonNode body(Context context) {
        if (context.body().isBlank()) {
            return JSON.createObjectNode();
        }
        try {
            JsonNode body = JSON.readTree(context.body());
            if (!body.isObject()) {
                throw new ApiProblem(400, "Unusable body", "The body is an object.");
            }
            return body;
        } catch (JsonProcessingException e) {
            throw new ApiProblem(400, "Unusable body", "The body is not JSON.");
        }
    }

    private static void answer(Context context, ApiProblem problem) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.info("part=api status={} reference={} title={}", problem.status(), reference, problem.title());
        Map<String, String> body = new LinkedHashMap<>();
        body.put("title", problem.title());
        body.put("detail", problem.detail());
        body.put("reference", reference);
        context.status(problem.status()).contentType("application/problem+json").result(json(body));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write JSON", e);
        }
    }
}

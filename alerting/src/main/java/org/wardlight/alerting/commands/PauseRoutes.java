package org.wardlight.alerting.commands;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Locale;
import org.wardlight.alerting.desk.PauseDesk;
import org.wardlight.alerting.desk.PauseRequest;
import org.wardlight.alerting.store.Pause;

/** Pauses of a patient: sound, all alarms, or one rule; always with an end, an author and a reason. */
final class PauseRoutes {

    private static final Duration SHORTEST = Duration.ofSeconds(10);

    private final PauseDesk pauses;

    PauseRoutes(PauseDesk pauses) {
        this.pauses = pauses;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/v1/pauses", this::all);
        routes.get("/api/v1/patients/{ref}/pauses", this::list);
        routes.post("/api/v1/patients/{ref}/pauses", this::begin);
        routes.post("/api/v1/pauses/{id}/end", this::end);
    }

    private void all(Context context) {
        answer(context, pauses.inForce().stream().map(PauseView::of).toList());
    }

    private void list(Context context) {
        answer(
                context,
                pauses.inForce(context.pathParam("ref")).stream()
                        .map(PauseView::of)
                        .toList());
    }

    private void begin(Context context) {
        JsonNode body = RequestParts.body(context);
        Pause.Kind kind = kind(body);
        String rule = body.path("rule").asText("");
        if (rule.isEmpty() == (kind == Pause.Kind.RULE)) {
            throw new ApiProblem(400, "Which rule", "rule names what is silenced, for the kind rule and no other.");
        }
        String reason = RequestParts.reason(context);
        if (reason.isBlank() && kind != Pause.Kind.AUDIO) {
            throw new ApiProblem(400, "No reason", "Say why nobody is to be asked.");
        }
        PauseRequest request = new PauseRequest(
                kind, context.pathParam("ref"), rule, lasting(body, kind), RequestParts.actor(context), reason);
        context.status(201);
        answer(context, PauseView.of(pauses.begin(request)));
    }

    private void end(Context context) {
        Pause ended = pauses.end(context.pathParam("id"), RequestParts.actor(context))
                .orElseThrow(() -> new ApiProblem(404, "No such pause", "It has ended, or there never was one."));
        answer(context, PauseView.of(ended));
    }

    private static Pause.Kind kind(JsonNode body) {
        try {
            return Pause.Kind.valueOf(body.path("kind").asText("").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ApiProblem(400, "Unknown kind", "kind is audio, alarm or rule.");
        }
    }

    private Duration lasting(JsonNode body, Pause.Kind kind) {
        Duration longest = pauses.longest(kind);
        Duration lasting = Duration.ofSeconds(body.path("seconds").asLong(0));
        if (lasting.compareTo(SHORTEST) < 0 || lasting.compareTo(longest) > 0) {
            throw new ApiProblem(
                    400,
                    "Not this long",
                    "seconds must lie between " + SHORTEST.toSeconds() + " and " + longest.toSeconds() + ".");
        }
        return lasting;
    }

    private static void answer(Context context, Object body) {
        context.contentType("application/json").result(RequestParts.json(body));
    }
}

package org.wardlight.station.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** What keeps a patient's alarms quiet for a while: sound, everything during a procedure, or one rule. Alerting decides. */
final class PauseRoutes {

    private static final String NOT_PAUSED = "Nothing is paused.";

    private final AlertingDesk alerting;

    PauseRoutes(AlertingDesk alerting) {
        this.alerting = alerting;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/v1/patients/{ref}/pauses", this::list, Access.VIEW);
        routes.post("/api/v1/patients/{ref}/pauses", this::begin, Access.NURSE);
        routes.post("/api/v1/patients/{ref}/silences", this::silence, Access.CHARGE);
        routes.post("/api/v1/pauses/{id}/end", this::end, Access.NURSE);
    }

    private void list(Context ctx) {
        ctx.json(alerting.get(of(ctx)));
    }

    private void begin(Context ctx) {
        JsonNode body = Bodies.object(ctx, "kind", "seconds", "reason");
        if (body.path("kind").asText().equals("rule")) {
            throw Problem.invalid("A rule is silenced by /silences.");
        }
        ctx.status(201).json(alerting.post(ctx, of(ctx), body, NOT_PAUSED));
    }

    /** Silencing a rule lasts for hours and hides a kind of alarm: it is the charge nurse's to decide. */
    private void silence(Context ctx) {
        JsonNode body = Bodies.object(ctx, "rule", "seconds", "reason");
        JsonNode request = Bodies.with(body, "kind", "rule");
        ctx.status(201).json(alerting.post(ctx, of(ctx), request, NOT_PAUSED));
    }

    private void end(Context ctx) {
        String path = "/api/v1/pauses/" + AlertingDesk.id(ctx, "id") + "/end";
        ctx.json(alerting.post(ctx, path, Bodies.object(ctx), "The pause goes on."));
    }

    private static String of(Context ctx) {
        return "/api/v1/patients/" + AlertingDesk.id(ctx, "ref") + "/pauses";
    }
}

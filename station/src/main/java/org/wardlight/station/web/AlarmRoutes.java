package org.wardlight.station.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.wardlight.station.board.Alarm;
import org.wardlight.station.board.Board;

/** Alarms, and what people say about them. Alerting decides; the board then hears of it like of everything else. */
final class AlarmRoutes {

    private static final Set<String> STATES =
            Set.of("active-unacknowledged", "active-acknowledged", "latched", "closed");
    private static final int LONGEST_REASON = 500;
    /** The record of it is usually there within some tens of milliseconds. */
    private static final Duration RECORD_EXPECTED_WITHIN = Duration.ofSeconds(1);

    private final Board board;
    private final AlertingDesk alerting;
    private final Guard guard;
    private final InstantSource clock;

    AlarmRoutes(Board board, AlertingDesk alerting, Guard guard, InstantSource clock) {
        this.board = board;
        this.alerting = alerting;
        this.guard = guard;
        this.clock = clock;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/v1/alarms", this::alarms, Access.VIEW);
        routes.get("/api/v1/alarms/{id}/history", this::history, Access.VIEW);
        routes.post("/api/v1/alarms/{id}/acknowledge", this::acknowledge, Access.NURSE);
        routes.post("/api/v1/alarms/{id}/accept", this::accept, Access.NURSE);
        routes.post("/api/v1/alarms/{id}/reject", this::reject, Access.NURSE);
    }

    private void alarms(Context ctx) {
        String state = ctx.queryParam("state");
        ctx.json(new AlarmList(clock.millis(), inState(state == null ? "open" : state)));
    }

    private List<Alarm> inState(String state) {
        List<Alarm> all = Stream.concat(board.openAlarms().stream(), board.closedAlarms().stream())
                .toList();
        if (state.equals("all")) {
            return all;
        }
        if (state.equals("open")) {
            return board.openAlarms();
        }
        if (!STATES.contains(state)) {
            throw Problem.invalid(
                    "The state is open, active-unacknowledged, active-acknowledged, latched, closed or all.");
        }
        return all.stream().filter(alarm -> alarm.state().equals(state)).toList();
    }

    private void history(Context ctx) {
        ctx.json(alerting.get("/api/v1/alarms/" + AlertingDesk.id(ctx, "id") + "/history"));
    }

    private void acknowledge(Context ctx) {
        JsonNode body = body(ctx, "reason", "actionable");
        JsonNode actionable = body.path("actionable");
        if (!actionable.isMissingNode() && !actionable.isBoolean()) {
            throw Problem.invalid("actionable is true or false.");
        }
        String id = say(ctx, "acknowledge", body, "The alarm is not acknowledged.");
        Alarm known = after(id, alarm -> alarm.acknowledgedBy() != null);
        ctx.json(known.isUnacknowledged() ? known.acknowledged(guard.actor(ctx).name(), clock.millis()) : known);
    }

    private void accept(Context ctx) {
        String id = say(ctx, "accept", body(ctx, "reason"), "The alarm is not accepted.");
        ctx.json(after(id, alarm -> alarm.responsibility().acceptedBy() != null));
    }

    private void reject(Context ctx) {
        JsonNode body = body(ctx, "reason", "level");
        int level = body.path("level").asInt(0);
        String id = say(ctx, "reject", body, "The alarm is not passed on.");
        ctx.json(after(id, alarm -> alarm.level() > level));
    }

    private String say(Context ctx, String command, JsonNode body, String failed) {
        String id = AlertingDesk.id(ctx, "id");
        alerting.post(ctx, "/api/v1/alarms/" + id + "/" + command, body, failed);
        return id;
    }

    private static JsonNode body(Context ctx, String... known) {
        JsonNode body = Bodies.object(ctx, known);
        JsonNode reason = body.path("reason");
        if (!reason.isMissingNode()
                && (!reason.isTextual() || reason.textValue().length() > LONGEST_REASON)) {
            throw Problem.invalid("The reason is a text of at most " + LONGEST_REASON + " characters.");
        }
        return body;
    }

    /** The alarm as its own record says, or as it was known before when that takes long. */
    private Alarm after(String id, Predicate<Alarm> done) {
        return board.awaitAlarm(id, done, RECORD_EXPECTED_WITHIN)
                .orElseThrow(() -> new Problem(
                        502, "It is done.", "The board has not heard of this alarm yet: its records are late."));
    }

    private record AlarmList(long serverTime, List<Alarm> alarms) {}
}

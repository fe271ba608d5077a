package org.wardlight.station.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wardlight.station.access.Actor;
import org.wardlight.station.acknowledge.AlertingClient;
import org.wardlight.station.board.Alarm;
import org.wardlight.station.board.Board;

/** Alarms, and acknowledging one. Alerting decides; the board then hears of it like of everything else. */
final class AlarmRoutes {

    private static final Pattern ALARM_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");
    private static final Set<String> STATES =
            Set.of("active-unacknowledged", "active-acknowledged", "latched", "closed");
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_KEY = 200;
    /** The record of it is usually there within some tens of milliseconds. */
    private static final Duration RECORD_EXPECTED_WITHIN = Duration.ofSeconds(1);

    private final Board board;
    private final AlertingClient alerting;
    private final Guard guard;
    private final InstantSource clock;

    AlarmRoutes(Board board, AlertingClient alerting, Guard guard, InstantSource clock) {
        this.board = board;
        this.alerting = alerting;
        this.guard = guard;
        this.clock = clock;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/v1/alarms", this::alarms, Access.VIEW);
        routes.post("/api/v1/alarms/{id}/acknowledge", this::acknowledge, Access.NURSE);
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

    private void acknowledge(Context ctx) {
        String id = ctx.pathParam("id");
        if (!ALARM_ID.matcher(id).matches()) {
            throw Problem.notFound("There is no such alarm.");
        }
        JsonNode body = Bodies.object(ctx, "reason");
        JsonNode reason = body.path("reason");
        if (!reason.isMissingNode()
                && (!reason.isTextual() || reason.textValue().length() > LONGEST_REASON)) {
            throw Problem.invalid("The reason is a text of at most " + LONGEST_REASON + " characters.");
        }
        Actor actor = guard.actor(ctx);
        switch (alerting.acknowledge(id, actor, key(ctx), body.toString())) {
            case DONE -> ctx.json(afterwards(id, actor));
            case UNKNOWN_ALARM -> throw Problem.notFound("Alerting knows no such alarm.");
            case NOT_POSSIBLE ->
                throw new Problem(
                        409,
                        "The alarm cannot be acknowledged now.",
                        "It has ended, or somebody was faster. Look again.");
            case STATION_REFUSED ->
                throw new Problem(
                        502,
                        "The alarm is not acknowledged.",
                        "Alerting does not accept this station. Tell the engineer.");
            case FAILED ->
                throw new Problem(
                        502,
                        "The alarm is not acknowledged.",
                        "Alerting could not do it. Try again; go to the patient.");
            case SILENT ->
                throw new Problem(
                        502,
                        "It is not known whether the alarm is acknowledged.",
                        "Alerting does not answer. Try again; go to the patient.");
        }
    }

    /** The alarm as its own record says, or, when that takes long, as alerting's answer means. */
    private Alarm afterwards(String id, Actor actor) {
        Optional<Alarm> alarm = board.awaitAlarm(id, a -> a.acknowledgedBy() != null, RECORD_EXPECTED_WITHIN);
        Alarm known = alarm.orElseThrow(() -> new Problem(
                502, "The alarm is acknowledged.", "The board has not heard of this alarm yet: its records are late."));
        return known.isUnacknowledged() ? known.acknowledged(actor.name(), clock.millis()) : known;
    }

    private static String key(Context ctx) {
        String key = ctx.header("Idempotency-Key");
        if (key == null) {
            return UUID.randomUUID().toString();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw Problem.invalid("An Idempotency-Key has 1 to " + LONGEST_KEY + " visible ASCII characters.");
        }
        return key;
    }

    private record AlarmList(long serverTime, List<Alarm> alarms) {}
}

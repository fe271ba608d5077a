package org.wardlight.alerting.commands;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.wardlight.alerting.alarm.Alarm;
import org.wardlight.alerting.desk.AlarmCommand;
import org.wardlight.alerting.desk.AlarmDesk;
import org.wardlight.alerting.desk.CommandAnswer;
import org.wardlight.alerting.store.AlarmStore;
import org.wardlight.events.AlarmWords;
import org.wardlight.events.v1.AlarmState;

/** Alarms, what became of them, and what people say about them. */
final class AlarmRoutes {

    private static final int MOST_CLOSED = 500;
    private static final String OPEN = "open";
    private static final List<AlarmState> OPEN_STATES =
            List.of(AlarmState.ACTIVE_UNACKNOWLEDGED, AlarmState.ACTIVE_ACKNOWLEDGED, AlarmState.LATCHED);

    private final AlarmStore store;
    private final AlarmDesk desk;

    AlarmRoutes(AlarmStore store, AlarmDesk desk) {
        this.store = store;
        this.desk = desk;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/v1/alarms", this::list);
        routes.get("/api/v1/alarms/{id}", this::show);
        routes.get("/api/v1/alarms/{id}/history", this::history);
        routes.post("/api/v1/alarms/{id}/acknowledge", this::acknowledge);
        routes.post("/api/v1/alarms/{id}/accept", this::accept);
        routes.post("/api/v1/alarms/{id}/reject", this::reject);
    }

    private void list(Context context) {
        String asked = context.queryParam("state");
        List<AlarmView> alarms = alarms(states(asked == null ? OPEN : asked)).stream()
                .sorted(Comparator.comparingInt(AlarmRoutes::severity).reversed())
                .map(AlarmView::of)
                .toList();
        context.contentType("application/json").result(RequestParts.json(alarms));
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

    private void show(Context context) {
        AlarmView alarm = store.alarm(id(context))
                .map(AlarmView::of)
                .orElseThrow(() -> new ApiProblem(404, "No such alarm", "There is no alarm with this id."));
        context.contentType("application/json").result(RequestParts.json(alarm));
    }

    private void history(Context context) {
        List<AuditView> history =
                store.auditOf(id(context)).stream().map(AuditView::of).toList();
        if (history.isEmpty()) {
            throw new ApiProblem(404, "No such alarm", "There is no alarm with this id.");
        }
        context.contentType("application/json").result(RequestParts.json(history));
    }

    private void acknowledge(Context context) {
        AlarmCommand.By by = by(context);
        String key = RequestParts.idempotencyKey(context);
        if (RequestParts.body(context).path("actionable").asBoolean(true)) {
            take(context, AlarmCommand.acknowledge(id(context), by, key));
            return;
        }
        if (by.reason().isBlank()) {
            throw new ApiProblem(400, "No reason", "Say why nobody would have been needed.");
        }
        take(context, AlarmCommand.acknowledgeNotActionable(id(context), by, key));
    }

    private static AlarmCommand.By by(Context context) {
        return new AlarmCommand.By(RequestParts.actor(context), RequestParts.reason(context));
    }

    private void accept(Context context) {
        take(context, AlarmCommand.accept(id(context), by(context), RequestParts.idempotencyKey(context)));
    }

    private void reject(Context context) {
        int level = RequestParts.body(context).path("level").asInt(0);
        if (level < 1) {
            throw new ApiProblem(400, "No level", "level must say on which level you were asked.");
        }
        take(context, AlarmCommand.reject(id(context), by(context), level, RequestParts.idempotencyKey(context)));
    }

    private void take(Context context, AlarmCommand command) {
        CommandAnswer answer = desk.command(command, alarm -> RequestParts.json(AlarmView.of(alarm)));
        switch (answer.outcome()) {
            case DONE -> context.contentType("application/json").result(answer.body());
            case UNKNOWN -> throw new ApiProblem(404, "No such alarm", "There is no alarm with this id.");
            case CLOSED -> throw new ApiProblem(409, "The alarm is closed", "It ended before.");
            case NOT_ASKED ->
                throw new ApiProblem(
                        409,
                        "It is not your turn",
                        "Somebody else is asked by now, or nobody is waiting for an answer.");
            case OFF_ROTA ->
                throw new ApiProblem(
                        403,
                        "You are not on the rota",
                        "You are not on this ward's rota now. Say why you take the alarm: with a reason you may.");
            case KEY_REUSED ->
                throw new ApiProblem(
                        422, "Idempotency key reused", "This key came with another command, alarm or person before.");
        }
    }

    private static String id(Context context) {
        return context.pathParam("id");
    }
}

package org.wardlight.alerting.commands;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import org.wardlight.alerting.burden.Burden;
import org.wardlight.alerting.store.AlarmStore;

/** What alarms cost the people of a ward in a time. */
final class BurdenRoutes {

    private static final Duration LONGEST = Duration.ofDays(31);

    private final AlarmStore store;

    BurdenRoutes(AlarmStore store) {
        this.store = store;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/v1/wards/{ward}/burden", this::burden);
    }

    private void burden(Context context) {
        Instant from = time(context, "from");
        Instant to = time(context, "to");
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new ApiProblem(400, "Not this time", "from lies before to, by 31 days at most.");
        }
        Burden burden = Burden.of(store.raisedOn(context.pathParam("ward"), from, to));
        context.contentType("application/json").result(RequestParts.json(burden));
    }

    private static Instant time(Context context, String name) {
        String given = context.queryParam(name);
        if (given == null || !given.matches("\\d{1,15}")) {
            throw new ApiProblem(400, "No time", name + " is a time in ms since 1970.");
        }
        return Instant.ofEpochMilli(Long.parseLong(given));
    }
}

package org.wardlight.station.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.wardlight.station.board.Board;
import org.wardlight.station.burden.MonitoredStore.Hours;
import org.wardlight.station.burden.Monitoring;

/** What alarms cost the people of the ward: alerting counts them, the station knows how long there was somebody to monitor. */
final class BurdenRoutes {

    private static final int LONGEST_HOURS = 31 * 24;
    private static final double DAY_HOURS = 24;

    private final Board board;
    private final AlertingDesk alerting;
    private final Monitoring monitoring;
    private final InstantSource clock;

    BurdenRoutes(Board board, AlertingDesk alerting, Monitoring monitoring, InstantSource clock) {
        this.board = board;
        this.alerting = alerting;
        this.monitoring = monitoring;
        this.clock = clock;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/v1/wards/{ward}/burden", this::burden, Access.VIEW);
    }

    private void burden(Context ctx) {
        if (!ctx.pathParam("ward").equals(board.wardName().id())) {
            throw Problem.notFound("There is no such ward here.");
        }
        long to = clock.millis();
        long from = to - Duration.ofHours(hours(ctx)).toMillis();
        Hours monitored = monitoring.between(from, to);
        JsonNode alarms =
                alerting.get("/api/v1/wards/" + AlertingDesk.id(ctx, "ward") + "/burden?from=" + from + "&to=" + to);
        int raised = alarms.path("alarms").asInt();
        int pages = alarms.path("pages").asInt();
        ctx.json(new BurdenView(
                from,
                to,
                monitored.patients(),
                monitored.nurses(),
                Rate.of(raised, pages, monitored.patients() / DAY_HOURS),
                Rate.of(raised, pages, monitored.nurses()),
                alarms));
    }

    private static int hours(Context ctx) {
        String given = ctx.queryParam("hours");
        if (given == null) {
            return (int) DAY_HOURS;
        }
        if (!given.matches("[1-9]\\d{0,2}") || Integer.parseInt(given) > LONGEST_HOURS) {
            throw Problem.invalid("hours is a whole number from 1 to " + LONGEST_HOURS + ".");
        }
        return Integer.parseInt(given);
    }

    /**
     * The figures of a time.
     *
     * @param patientHours hours in which a patient was monitored, summed
     * @param nurseHours hours in which a nurse had a monitored patient, summed
     * @param alarms as alerting counts them
     */
    private record BurdenView(
            long from,
            long to,
            double patientHours,
            double nurseHours,
            @Nullable Rate perPatientDay,
            @Nullable Rate perNurseHour,
            JsonNode alarms) {}

    private record Rate(double alarms, double pages) {

        /** Of a quarter of an hour nothing is told: one alarm would be a hundred a day. */
        private static final double LEAST = 0.25 / DAY_HOURS;

        static @Nullable Rate of(int alarms, int pages, double per) {
            return per < LEAST ? null : new Rate(alarms / per, pages / per);
        }
    }
}

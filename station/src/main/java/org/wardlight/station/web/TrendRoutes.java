package org.wardlight.station.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wardlight.station.board.Board;
import org.wardlight.station.trends.InvalidTrendRequest;
import org.wardlight.station.trends.PatientTrends;
import org.wardlight.station.trends.TrendCsv;
import org.wardlight.station.trends.TrendRequest;
import org.wardlight.trends.reading.TrendReader;
import org.wardlight.trends.reading.TrendsUnavailable;

/** What happened before: trends of the patients who lie here now, for charts and as a table. */
final class TrendRoutes {

    /** A store that hangs must not take the threads that acknowledging and the board need. */
    private static final int MOST_AT_ONCE = 8;

    private static final Pattern SCORE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int USUAL_HOURS = 12;
    private static final int MOST_HOURS = 72;

    private final Semaphore turns = new Semaphore(MOST_AT_ONCE);
    private final Board board;
    private final @Nullable PatientTrends trends;
    private final InstantSource clock;

    TrendRoutes(Board board, @Nullable TrendReader reader, InstantSource clock) {
        this.board = board;
        this.trends = reader == null ? null : new PatientTrends(reader, clock);
        this.clock = clock;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/v1/patients/{ref}/trends", this::trends, Access.VIEW);
        routes.get("/api/v1/patients/{ref}/trends.csv", this::csv, Access.VIEW);
        routes.get("/api/v1/patients/{ref}/scores/{score}", this::scores, Access.VIEW);
    }

    private void scores(Context ctx) {
        String score = ctx.pathParam("score");
        if (!SCORE.matcher(score).matches()) {
            throw Problem.invalid("A score is named by lower-case words joined by dashes.");
        }
        Duration back = Duration.ofHours(hours(ctx));
        String ref = known(ctx);
        PatientTrends store = store();
        ctx.json(inTurn(() -> store.scores(ref, score, back)));
    }

    private static int hours(Context ctx) {
        String text = ctx.queryParam("hours");
        try {
            int hours = text == null ? USUAL_HOURS : Integer.parseInt(text);
            if (hours >= 1 && hours <= MOST_HOURS) {
                return hours;
            }
        } catch (NumberFormatException e) {
            // said below, as for a number out of range
        }
        throw Problem.invalid("hours is a whole number from 1 to " + MOST_HOURS + ".");
    }

    private void trends(Context ctx) {
        ctx.json(answered(ctx, PatientTrends::view));
    }

    /** The name of the file says nothing of the patient: it stays behind in many a folder. */
    private void csv(Context ctx) {
        boolean pseudonymised = isPseudonymised(ctx);
        String table = answered(
                ctx,
                (store, ref, request) -> pseudonymised
                        ? TrendCsv.pseudonymised(store.series(ref, request))
                        : TrendCsv.plain(ref, store.series(ref, request)));
        String name = pseudonymised ? "trends-pseudonymised.csv" : "trends.csv";
        ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        ctx.contentType("text/csv; charset=utf-8").result(table);
    }

    private <T> T answered(Context ctx, Asking<T> asking) {
        String ref = known(ctx);
        TrendRequest request = request(ctx);
        PatientTrends store = store();
        return inTurn(() -> asking.of(store, ref, request));
    }

    private String known(Context ctx) {
        String ref = ctx.pathParam("ref");
        if (board.patient(ref).isEmpty()) {
            throw Problem.notFound("Nobody on this ward has this reference.");
        }
        return ref;
    }

    private PatientTrends store() {
        if (trends == null) {
            throw new Problem(503, "No trend store is configured.", "Values and alarms go on without one.");
        }
        return trends;
    }

    private <T> T inTurn(Reading<T> reading) {
        if (!turns.tryAcquire()) {
            throw new Problem(503, "Trends are not available now.", "Too many are being read. Try again in a moment.");
        }
        try {
            return reading.read();
        } catch (TrendsUnavailable e) {
            throw new Problem(503, "Trends are not available now.", e.getMessage() == null ? "" : e.getMessage());
        } finally {
            turns.release();
        }
    }

    private TrendRequest request(Context ctx) {
        try {
            return TrendRequest.of(
                    new TrendRequest.Text(
                            ctx.queryParams("vital"),
                            ctx.queryParam("from"),
                            ctx.queryParam("to"),
                            ctx.queryParam("step")),
                    clock.instant());
        } catch (InvalidTrendRequest e) {
            throw Problem.invalid(e.getMessage() == null ? "" : e.getMessage());
        }
    }

    /** Anything but the two words is refused: an export with whose it is must not come of a slip of the pen. */
    private static boolean isPseudonymised(Context ctx) {
        String text = ctx.queryParam("pseudonymised");
        if (text == null || text.equals("false")) {
            return false;
        }
        if (!text.equals("true")) {
            throw Problem.invalid("pseudonymised is true or false.");
        }
        return true;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws TrendsUnavailable;
    }

    @FunctionalInterface
    private interface Asking<T> {
        T of(PatientTrends trends, String patientRef, TrendRequest request) throws TrendsUnavailable;
    }
}

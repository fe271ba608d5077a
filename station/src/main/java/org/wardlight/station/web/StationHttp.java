package org.wardlight.station.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.json.JavalinJackson;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.station.StationConfig;
import org.wardlight.station.StationEdge;
import org.wardlight.station.access.Sessions;
import org.wardlight.station.alerting.AlertingClient;
import org.wardlight.station.board.Board;
import org.wardlight.station.burden.Monitoring;
import org.wardlight.station.live.Broadcast;
import org.wardlight.station.pager.DemoPager;
import org.wardlight.station.register.WardRegister;
import org.wardlight.trends.reading.TrendReader;

/** The running HTTP server of the station. Knows nothing of Kafka: it shows a board and asks a register. */
public final class StationHttp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StationHttp.class);
    /** The largest body that anybody has to send is a page of alerting. */
    private static final long LARGEST_BODY_BYTES = 64 * 1024;
    /** Beside those that serve the two streams. */
    private static final int THREADS_FOR_REQUESTS = 32;

    private final LiveWard live;
    private final Javalin server;

    private StationHttp(LiveWard live, Javalin server) {
        this.live = live;
        this.server = server;
    }

    /** Starts to serve. */
    public static StationHttp start(StationConfig config, Parts parts) {
        LiveWard live = new LiveWard(parts.board(), parts.clock(), parts.json(), config.demo(), parts.metrics());
        Guard guard = new Guard(
                parts.sessions(),
                config.anonymousView(),
                config.http().isLoopback() && !config.http().behindTls());
        Javalin server = Javalin.create(javalin -> {
            basics(javalin, parts.json());
            protect(javalin, guard);
            routes(javalin, config, parts, new Serving(live, guard));
        });
        server.start(config.http().host(), config.http().port());
        live.start();
        return new StationHttp(live, server);
    }

    /** The port that is listened on. */
    public int port() {
        return server.port();
    }

    /** Why the browsers get nothing new; empty when they do. */
    public Optional<String> problem() {
        return live.problem();
    }

    @Override
    public void close() {
        live.close();
        server.stop();
    }

    /** For the test that holds the contract against what is served. */
    Javalin server() {
        return server;
    }

    private static void basics(JavalinConfig javalin, ObjectMapper json) {
        javalin.startup.showJavalinBanner = false;
        javalin.startup.showOldJavalinVersionWarning = false;
        javalin.startup.startupWatcherEnabled = false;
        javalin.http.maxRequestSize = LARGEST_BODY_BYTES;
        javalin.jsonMapper(new JavalinJackson(json, false));
        QueuedThreadPool threads = new QueuedThreadPool(THREADS_FOR_REQUESTS + 2 * Broadcast.MOST_READERS, 4);
        threads.setName("wardlight-station-http");
        threads.setDaemon(true);
        javalin.jetty.threadPool = threads;
    }

    private static void protect(JavalinConfig javalin, Guard guard) {
        javalin.routes.beforeMatched(guard::checkAccess);
        javalin.routes.exception(Problem.class, (problem, ctx) -> problem.answer(ctx));
        javalin.routes.exception(HttpResponseException.class, StationHttp::standardProblem);
        javalin.routes.exception(Exception.class, (e, ctx) -> {
            Problem problem =
                    new Problem(500, "Something went wrong here.", "Try again; give the reference to the engineer.");
            LOG.error("request failed reference={}", problem.answer(ctx), e);
        });
    }

    private static void routes(JavalinConfig javalin, StationConfig config, Parts parts, Serving access) {
        Guard guard = access.guard();
        LiveWard live = access.live();
        Pages pages = new Pages();
        ContentPolicy policy = new ContentPolicy(pages.contents());
        javalin.routes.before(ctx -> {
            policy.apply(ctx);
            guard.checkHost(ctx);
        });
        pages.register(javalin);
        new WardRoutes(parts.board(), live, guard).register(javalin.routes);
        RegisterDesk desk = new RegisterDesk(parts.register(), parts.board(), guard);
        new BedRoutes(desk).register(javalin.routes);
        new DeviceRoutes(desk).register(javalin.routes);
        new StayRoutes(desk).register(javalin.routes);
        new ChartRoutes(desk).register(javalin.routes);
        AlertingDesk alerting = new AlertingDesk(parts.alerting(), guard);
        new AlarmRoutes(parts.board(), alerting, guard, parts.clock()).register(javalin.routes);
        new BurdenRoutes(parts.board(), alerting, parts.monitoring(), parts.clock()).register(javalin.routes);
        new PauseRoutes(alerting).register(javalin.routes);
        new ReceiverRoutes(alerting).register(javalin.routes);
        new SessionRoutes(config.plan(), parts.sessions(), guard, config.http().behindTls()).register(javalin.routes);
        new TrendRoutes(parts.board(), parts.trends(), parts.clock()).register(javalin.routes);
        new SystemRoutes(parts.edge()).register(javalin.routes);
        DemoPager pager = parts.pager();
        if (pager != null) {
            new PagerRoutes(pager, live).register(javalin.routes);
        }
    }

    private static void standardProblem(HttpResponseException e, Context ctx) {
        String title =
                switch (e.getStatus()) {
                    case 404 -> "Not found.";
                    case 405 -> "This address does not do that.";
                    case 413 -> "This is too large.";
                    default -> "This request cannot be understood.";
                };
        String reference =
                new Problem(e.getStatus(), title, "Look at /api/openapi.yaml for what there is.").answer(ctx);
        LOG.debug("request refused status={} reference={}", e.getStatus(), reference);
    }

    /**
     * What is served. {@code clock} is the ward's; {@code pager} and {@code trends} are absent when there is no demo pager
     * and no trend store.
     */
    public record Parts(
            Board board,
            WardRegister register,
            Sessions sessions,
            AlertingClient alerting,
            Monitoring monitoring,
            @Nullable DemoPager pager,
            InstantSource clock,
            StationEdge edge,
            ObjectMapper json,
            MeterRegistry metrics,
            @Nullable TrendReader trends) {}

    private record Serving(LiveWard live, Guard guard) {}
}

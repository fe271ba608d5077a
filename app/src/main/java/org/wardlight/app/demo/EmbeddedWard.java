package org.wardlight.app.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.alerting.AlertingApp;
import org.wardlight.app.embedded.EmbeddedBroker;
import org.wardlight.app.embedded.EmbeddedKafka;
import org.wardlight.app.operations.Health;
import org.wardlight.app.operations.Meters;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.app.terminal.ExitCode;
import org.wardlight.app.terminal.Step;
import org.wardlight.app.terminal.Terminal;
import org.wardlight.app.topics.TopicAdmin;
import org.wardlight.events.Topics;
import org.wardlight.events.WardClock;
import org.wardlight.ingest.IngestApp;
import org.wardlight.simulators.SimulatorApp;
import org.wardlight.station.StationApp;
import org.wardlight.station.StationEdge;
import org.wardlight.stream.JobApp;

/**
 * A whole ward in this process: MQTT broker, Kafka, the monitoring job on Flink, ingest, alerting, station and simulated
 * devices, wired as in production and bound to loopback. The roles are the production ones; only their surroundings are
 * embedded.
 */
public final class EmbeddedWard implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedWard.class);
    private static final Duration START_PATIENCE = Duration.ofSeconds(90);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(8);

    private final DemoOptions options;
    private final DemoPlaces places;
    private final DemoConfigs configs;
    private final WardClock clock;
    private final Meters meters = Meters.forThisProcess();
    private final Health health = new Health();
    private final Terminal terminal;
    private final ExecutorService starters = Executors.newCachedThreadPool();

    private @Nullable EmbeddedBroker broker;
    private @Nullable EmbeddedKafka kafka;
    private @Nullable JobApp job;
    private @Nullable AlertingApp alerting;
    private @Nullable IngestApp ingest;
    private @Nullable StationApp station;
    private @Nullable SimulatorApp simulators;
    private boolean devicesStopped;

    private EmbeddedWard(DemoOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
        this.places = DemoPlaces.choose(options);
        this.configs = new DemoConfigs(options, places);
        this.clock = options.speed() == 1.0
                ? WardClock.real()
                : WardClock.accelerated(InstantSource.system(), options.speed());
    }

    /**
     * Starts everything and returns when devices publish.
     *
     * @throws CommandFailure when a part does not start; what had started is closed again
     */
    public static EmbeddedWard start(DemoOptions options, Terminal terminal) {
        EmbeddedWard ward = new EmbeddedWard(options, terminal);
        try {
            ward.startAll();
            return ward;
        } catch (RuntimeException e) {
            ward.close();
            throw e;
        }
    }

    private void startAll() {
        places.notices().forEach(terminal::warning);
        together(List.of(
                () -> broker = step(
                        "MQTT broker",
                        () -> EmbeddedBroker.start(places.data().resolve("mqtt"), mqttPort()),
                        "mqtt://127.0.0.1:" + mqttPort()),
                () -> kafka = step("Kafka", this::openKafka, configs.kafka())));
        together(List.of(
                () -> job = step("Flink job", () -> JobApp.start(configs.job(), meters.registry()), "1 job"),
                () -> alerting = step(
                        "Alerting", () -> AlertingApp.start(configs.alerting(), meters.registry(), clock), "SQLite"),
                () -> ingest = step("Ingest", this::openIngest, "MQTT to Kafka"),
                () -> station =
                        step("Station", this::openStation, configs.board().toString())));
        watch();
        simulators = step(
                "Simulator",
                () -> SimulatorApp.start(configs.simulators(), meters.registry(), clock),
                options.beds() + " beds, "
                        + (options.replay() == null ? "scenario " + options.scenario() : "recordings"));
        health.watch("simulator", simulators()::problems);
    }

    private EmbeddedKafka openKafka() {
        EmbeddedKafka node = EmbeddedKafka.start(
                places.data().resolve("kafka"), places.kafka().port(), places.kafkaController());
        try (TopicAdmin topics = new TopicAdmin(configs.kafka())) {
            topics.createMissing(Topics.all(), Optional.of((short) 1));
        }
        return node;
    }

    private IngestApp openIngest() throws InterruptedException {
        IngestApp app = IngestApp.start(configs.ingest(), meters.registry(), clock);
        Instant giveUp = Instant.now().plus(START_PATIENCE);
        while (!app.isReady()) {
            if (Instant.now().isAfter(giveUp)) {
                throw CommandFailure.notReady(
                        "Ingest does not get ready: " + app.problems(), "The log file has the details.");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return app;
    }

    private StationApp openStation() throws IOException {
        StationEdge edge = new StationEdge(() -> meters.registry().scrape(), health::problems);
        return StationApp.start(configs.station(), meters.registry(), clock, edge);
    }

    private void watch() {
        health.watch("ingest", ingest()::problems);
        health.watch("job", job()::problems);
        health.watch("alerting", alerting()::problems);
        health.watch("station", station()::problems);
    }

    /** Where things are. */
    public WardAddresses view() {
        return new WardAddresses(configs.kafka(), configs.mqtt(), configs.board(), configs.password(), configs.plan());
    }

    /** The clock that everything here runs on. */
    public WardClock clock() {
        return clock;
    }

    /** Meters of this process. */
    public Meters meters() {
        return meters;
    }

    /** What is wrong with any part. */
    public Health health() {
        return health;
    }

    /** The devices. */
    public SimulatorApp simulators() {
        return running(simulators, "simulator");
    }

    /** The board. */
    public StationApp station() {
        return running(station, "station");
    }

    /** Ends the job at once, as a crash would, and starts it again from its newest checkpoint. */
    public void restartJob() {
        job().close();
        JobApp restarted = JobApp.start(configs.job(), meters.registry());
        job = restarted;
        health.watch("job", restarted::problems);
    }

    /** Stops the devices, waiting for the acknowledgement of what they sent. The rest of the ward goes on. */
    public void stopDevices() {
        simulators().close();
        devicesStopped = true;
    }

    /** Ends everything, upstream first; under ten seconds. */
    @Override
    public void close() {
        closeQuietly("simulator", devicesStopped ? null : simulators);
        // Nothing of these waits for another, and the broker alone takes four seconds.
        together(List.of(
                () -> closeQuietly("ingest", ingest),
                () -> closeQuietly("job", job),
                () -> closeQuietly("station", station),
                () -> closeQuietly("alerting", alerting),
                () -> closeQuietly("broker", broker)));
        closeQuietly("kafka", kafka);
        starters.shutdownNow();
        meters.close();
        places.clean();
    }

    private int mqttPort() {
        return places.mqtt().port();
    }

    private JobApp job() {
        return running(job, "job");
    }

    private AlertingApp alerting() {
        return running(alerting, "alerting");
    }

    private IngestApp ingest() {
        return running(ingest, "ingest");
    }

    private static <T> T running(@Nullable T part, String name) {
        if (part == null) {
            throw new IllegalStateException("the " + name + " of the ward has not started");
        }
        return part;
    }

    private <T> T step(String name, Callable<T> start, String detail) {
        Step step = terminal.step(name);
        try {
            T part = start.call();
            step.done(detail);
            return part;
        } catch (CommandFailure failure) {
            step.failed("did not start");
            throw failure;
        } catch (Exception e) {
            step.failed("did not start");
            throw new CommandFailure(
                    name + " does not start: " + e.getMessage() + ".",
                    "'./wardlight doctor' checks what it needs; the log file has the details.",
                    ExitCode.NOT_READY,
                    e);
        }
    }

    private void together(List<Runnable> tasks) {
        List<Future<?>> futures = new ArrayList<>();
        tasks.forEach(task -> futures.add(starters.submit(task)));
        RuntimeException failure = null;
        for (Future<?> future : futures) {
            try {
                future.get(START_PATIENCE.plus(STOP_PATIENCE).toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                failure = e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
            } catch (TimeoutException e) {
                failure =
                        CommandFailure.notReady("A part of the ward does not answer.", "The log file has the details.");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failure = CommandFailure.notReady("Interrupted.", "Start it again.");
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static void closeQuietly(String name, @Nullable AutoCloseable part) {
        if (part == null) {
            return;
        }
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("action=close part={} outcome=failed", name, e);
        }
    }
}

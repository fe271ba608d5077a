package org.wardlight.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.alerting.AlertingApp;
import org.wardlight.app.embedded.EmbeddedBroker;
import org.wardlight.app.embedded.EmbeddedKafka;
import org.wardlight.app.embedded.EmbeddedQuestDb;
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
import org.wardlight.models.ModelFolder;
import org.wardlight.simulators.SimulatorApp;
import org.wardlight.station.StationApp;
import org.wardlight.station.StationEdge;
import org.wardlight.stream.JobApp;
import org.wardlight.trends.reading.TrendsUnavailable;

/**
 * A whole ward in this process: MQTT broker, Kafka, the monitoring job on Flink, ingest, alerting, station and simulated
 * devices, wired as in production and bound to loopback. The roles are the production ones; only their surroundings are
 * embedded.
 */
public final class EmbeddedWard implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedWard.class);
    private static final Duration START_PATIENCE = Duration.ofSeconds(90);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(7);
    private static final Duration ROLES_STOP_PATIENCE = Duration.ofSeconds(5);

    private final DemoOptions options;
    private final DemoPlaces places;
    private final DemoConfigs configs;
    private final WardClock clock;
    private final Meters meters = Meters.forThisProcess();
    private final Health health = new Health();
    private final Terminal terminal;
    private final BooleanSupplier asked;
    private final ExecutorService starters = Executors.newCachedThreadPool();
    private final Object keeping = new Object();

    private @Nullable EmbeddedBroker broker;
    private @Nullable EmbeddedKafka kafka;
    private @Nullable EmbeddedQuestDb trendStore;
    private @Nullable JobApp job;
    private @Nullable AlertingApp alerting;
    private @Nullable IngestApp ingest;
    private @Nullable StationApp station;
    private @Nullable SimulatorApp simulators;
    private @Nullable LogLedger log;
    private boolean devicesStopped;
    private boolean closing;

    private EmbeddedWard(DemoOptions options, Terminal terminal, BooleanSupplier asked) {
        this.options = options;
        this.asked = asked;
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
     * @param asked whether a person wants to end; heard between the steps of the start and while waiting
     * @throws CommandFailure when a part does not start; what had started is closed again
     * @throws EndedEarly when asked to end meanwhile; what had started is closed again
     */
    public static EmbeddedWard start(DemoOptions options, Terminal terminal, BooleanSupplier asked) {
        EmbeddedWard ward = new EmbeddedWard(options, terminal, asked);
        try {
            ward.startAll();
            return ward;
        } catch (RuntimeException | Error e) {
            LOG.info("action=start-ward outcome=failed reason={}", e.toString());
            closeQuietly("ward", ward);
            // What fails in the middle of an end fails because of it.
            ward.endIfAsked();
            throw e;
        }
    }

    private void startAll() {
        SideBySide together = new SideBySide(starters, asked);
        places.notices().forEach(terminal::warning);
        together.run(
                List.of(
                        () -> step(
                                "MQTT broker",
                                () -> EmbeddedBroker.start(places.data().resolve("mqtt"), mqttPort()),
                                part -> broker = part,
                                "mqtt://127.0.0.1:" + mqttPort()),
                        () -> step("Kafka", this::openKafka, part -> kafka = part, configs.kafka()),
                        () -> step("Trend store", this::openTrendStore, part -> trendStore = part, "QuestDB")),
                START_PATIENCE);
        endIfAsked();
        placeModels();
        together.run(
                List.of(
                        () -> step(
                                "Flink job",
                                () -> JobApp.start(configs.job(), meters.registry()),
                                part -> job = part,
                                "1 job"),
                        () -> step(
                                "Alerting",
                                () -> AlertingApp.start(configs.alerting(), meters.registry(), clock),
                                part -> alerting = part,
                                "SQLite"),
                        () -> step("Ingest", this::openIngest, part -> ingest = part, "MQTT to Kafka"),
                        () -> step(
                                "Station",
                                this::openStation,
                                part -> station = part,
                                configs.board().toString())),
                START_PATIENCE);
        watch();
        if (!configs.isDriven()) {
            startDevices();
        }
    }

    /** What lies there from an earlier run stays, so that one's own can be tried. */
    private void placeModels() {
        Step step = terminal.step("Models");
        try {
            if (!Files.isDirectory(places.models())) {
                ModelFolder.copyShipped(places.models());
            }
            step.done(places.models().toString());
        } catch (IOException e) {
            step.failed("could not be placed");
            throw CommandFailure.notReady(
                    "The models cannot be written to " + places.models() + ".", "Is the disk full?");
        }
    }

    private void startDevices() {
        step(
                "Simulator",
                () -> SimulatorApp.start(configs.simulators(), meters.registry(), clock),
                part -> simulators = part,
                options.beds() + " beds, "
                        + (options.replay() == null ? "scenario " + options.scenario() : "recordings"));
        health.watch("simulator", simulators()::problems);
    }

    private EmbeddedQuestDb openTrendStore() {
        return EmbeddedQuestDb.start(places.data().resolve("trends"), places.trends());
    }

    private EmbeddedKafka openKafka() {
        EmbeddedKafka node = EmbeddedKafka.start(
                places.data().resolve("kafka"), places.kafka().port(), places.kafkaController());
        try (TopicAdmin topics = new TopicAdmin(configs.kafka())) {
            topics.createMissing(Topics.all(), Optional.of((short) 1));
            log = LogLedger.fromNow(configs.kafka());
            return node;
        } catch (RuntimeException e) {
            closeQuietly("kafka", node);
            throw e;
        }
    }

    private IngestApp openIngest() throws InterruptedException {
        IngestApp app = IngestApp.start(configs.ingest(), meters.registry(), clock);
        try {
            awaitReady(app);
            return app;
        } catch (RuntimeException | InterruptedException e) {
            closeQuietly("ingest", app);
            throw e;
        }
    }

    private void awaitReady(IngestApp app) throws InterruptedException {
        Instant giveUp = Instant.now().plus(START_PATIENCE);
        while (!app.isReady()) {
            endIfAsked();
            if (Instant.now().isAfter(giveUp)) {
                throw CommandFailure.notReady(
                        "Ingest does not get ready: " + app.problems(), "The log file has the details.");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
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

    /** What this run wrote to the log; nothing is counted before it is told to read on. */
    LogLedger log() {
        return running(log, "log");
    }

    /** Rows of windows in the trend store; negative while it does not answer. */
    long trendRows() {
        try {
            return station().trends().orElseThrow().windowRows();
        } catch (TrendsUnavailable e) {
            LOG.warn("action=count-trend-rows outcome=failed", e);
            return -1;
        }
    }

    /** Stops the trend store, as if it had failed; the rest of the ward goes on. */
    public void stopTrendStore() {
        closeQuietly("trend store", trendStore);
        trendStore = null;
    }

    /** Starts the trend store again where it was. */
    public void startTrendStore() {
        trendStore = openTrendStore();
    }

    /** Whether a person wants to end. */
    boolean isAskedToEnd() {
        return asked.getAsBoolean();
    }

    /** @throws EndedEarly when a person wants to end */
    void endIfAsked() {
        if (isAskedToEnd()) {
            throw new EndedEarly();
        }
    }

    /** Cancels the job, without a checkpoint at the end. The rest of the ward goes on. */
    public void stopJob() {
        job().close();
        job = null;
    }

    /** Starts a job that was stopped from its newest checkpoint: what it did since that checkpoint is done once more. */
    public void startJob() {
        JobApp restarted = JobApp.start(configs.job(), meters.registry());
        job = restarted;
        health.watch("job", restarted::problems);
    }

    /** Stops the devices, waiting for the acknowledgement of what they sent. The rest of the ward goes on. */
    public void stopDevices() {
        simulators().close();
        devicesStopped = true;
    }

    /** Ends everything, upstream first; under ten seconds. A part that only now gets ready is closed by who started it. */
    @Override
    public void close() {
        synchronized (keeping) {
            closing = true;
        }
        SideBySide together = new SideBySide(starters, () -> false);
        try {
            closeQuietly("simulator", devicesStopped ? null : simulators);
            // The broker alone takes four seconds, and nothing waits for it.
            together.run(
                    List.of(() -> closeQuietly("broker", broker), () -> closeRolesAndKafka(together)), STOP_PATIENCE);
        } catch (RuntimeException e) {
            LOG.warn("action=close part=ward outcome=failed", e);
        } finally {
            starters.shutdownNow();
            meters.close();
            places.clean();
        }
    }

    private void closeRolesAndKafka(SideBySide together) {
        try {
            together.run(
                    List.of(
                            () -> closeQuietly("ingest", ingest),
                            () -> closeQuietly("job", job),
                            () -> closeQuietly("station", station),
                            () -> closeQuietly("alerting", alerting)),
                    ROLES_STOP_PATIENCE);
        } finally {
            together.run(
                    List.of(() -> closeQuietly("kafka", kafka), () -> closeQuietly("trend store", trendStore)),
                    ROLES_STOP_PATIENCE);
        }
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

    private <T extends AutoCloseable> void step(String name, Callable<T> start, Consumer<T> keep, String detail) {
        endIfAsked();
        Step step = terminal.step(name);
        try {
            keep(name, start.call(), keep);
            step.done(detail);
        } catch (CommandFailure | EndedEarly failure) {
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

    private <T extends AutoCloseable> void keep(String name, T part, Consumer<T> keep) {
        synchronized (keeping) {
            if (!closing) {
                keep.accept(part);
                return;
            }
        }
        closeQuietly(name, part);
        throw CommandFailure.notReady(name + " got ready when the ward was closed.", "Start it again.");
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

package org.wardlight.station;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.database.Database;
import org.wardlight.database.Databases;
import org.wardlight.events.Topics;
import org.wardlight.events.WardClock;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.DeviceStatus;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.PatientLimits;
import org.wardlight.events.v1.QuarantinedObservation;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.VitalNumeric;
import org.wardlight.station.access.Sessions;
import org.wardlight.station.alerting.AlertingClient;
import org.wardlight.station.alerting.PauseFeed;
import org.wardlight.station.board.Board;
import org.wardlight.station.burden.MonitoredStore;
import org.wardlight.station.burden.Monitoring;
import org.wardlight.station.feed.Source;
import org.wardlight.station.feed.Source.Start;
import org.wardlight.station.feed.TopicFeed;
import org.wardlight.station.pager.DemoPager;
import org.wardlight.station.pager.ReceivedPage;
import org.wardlight.station.register.OutboxPublisher;
import org.wardlight.station.register.RegisterProducer;
import org.wardlight.station.register.RegisterStore;
import org.wardlight.station.register.WardRegister;
import org.wardlight.station.web.StationHttp;
import org.wardlight.trends.TrendsApp;
import org.wardlight.trends.TrendsConfig;
import org.wardlight.trends.reading.TrendReader;

/**
 * The nurses' station: keeps the ward register and tells its topics, follows the topics of the ward, serves the live board
 * and passes acknowledgements on to alerting. Beside all that, on threads of its own, it brings trends into their store.
 */
public final class StationApp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StationApp.class);
    /** Devices that speak before the topics know them are held back or quarantined: the start waits this long. */
    private static final Duration TOPICS_WITHIN = Duration.ofSeconds(10);

    private final Instant startedAt;
    private final Board board;
    private final Database database;
    private final OutboxPublisher publisher;
    private final List<TopicFeed> feeds;
    private final PauseFeed pauses;
    private final Monitoring monitoring;
    private final @Nullable DemoPager pager;
    private final @Nullable TrendsApp trends;
    private final StationHttp http;
    private final AtomicReference<@Nullable Instant> firstLiveValue = new AtomicReference<>();

    private StationApp(StationConfig config, MeterRegistry metrics, WardClock clock, StationEdge edge)
            throws IOException {
        startedAt = clock.instant();
        database = openDatabase(config.register());
        RegisterStore store = new RegisterStore(database, config.plan().ward().id());
        publisher = new OutboxPublisher(store, RegisterProducer.connect(config.kafkaBootstrap()));
        WardRegister register = new WardRegister(config.plan(), clock, store, config.demo() != null);
        board = new Board(config.plan(), clock, register::stay);
        register.onBeds(board::furnish);
        register.onKept(board::apply);
        register.onKept(record -> publisher.wake());
        open(register, config.register());
        ObjectMapper json = new ObjectMapper();
        pager = pager(config, clock, json, metrics);
        TrendsConfig kept = config.trends();
        trends = kept == null ? null : TrendsApp.start(kept, metrics, clock);
        monitoring =
                new Monitoring(new MonitoredStore(database, config.plan().ward().id()), clock);
        monitoring.start();
        AlertingClient alerting =
                new AlertingClient(config.alerting().uri(), config.alerting().serviceToken());
        http = serve(
                config,
                new StationHttp.Parts(
                        board,
                        register,
                        new Sessions(config.plan(), config.oneTimePassword(), InstantSource.system()),
                        alerting,
                        monitoring,
                        pager,
                        clock,
                        edge,
                        json,
                        metrics,
                        trends().orElse(null)));
        feeds = List.of(
                TopicFeed.of("live", config.kafkaBootstrap(), clock, liveSources(), metrics),
                TopicFeed.of("alarm", config.kafkaBootstrap(), clock, alarmSources(), metrics),
                TopicFeed.of("register", config.kafkaBootstrap(), clock, registerSources(), metrics));
        feeds.forEach(TopicFeed::start);
        pauses = new PauseFeed(alerting, board::pauses);
        pauses.start();
    }

    /**
     * Starts a station. The topics should be there; the register is written to them as soon as they are.
     *
     * @throws IOException when the database of the register cannot be used
     */
    public static StationApp start(StationConfig config, MeterRegistry metrics, WardClock clock, StationEdge edge)
            throws IOException {
        return new StationApp(config, metrics, clock, edge);
    }

    /** The port that browsers connect to. */
    public int port() {
        return http.port();
    }

    /** Part to one sentence; empty when everything is well. */
    public Map<String, String> problems() {
        Map<String, String> problems = new TreeMap<>();
        feeds.forEach(feed -> feed.problem().ifPresent(problem -> problems.put("station." + feed.name(), problem)));
        monitoring.problem().ifPresent(problem -> problems.put("station.monitored", problem));
        pauses.problem().ifPresent(problem -> problems.put("station.pauses", problem));
        publisher.problem().ifPresent(problem -> problems.put("station.register", problem));
        http.problem().ifPresent(problem -> problems.put("station.streams", problem));
        if (trends != null) {
            problems.putAll(trends.problems());
        }
        return problems;
    }

    /** When, on the wall clock, the board had its first live number of a patient after this start. */
    public Optional<Instant> firstLiveValueAt() {
        return Optional.ofNullable(firstLiveValue.get());
    }

    /** Reads the trends that this station writes; empty when there is no store. */
    public Optional<TrendReader> trends() {
        return Optional.ofNullable(trends).map(TrendsApp::reader);
    }

    /** The last pages of the demo pager, newest first; none when there is no pager. */
    public List<ReceivedPage> pages() {
        return pager == null ? List.of() : pager.pages();
    }

    /** Hears of every page that is new, on the thread that received it; never without a demo pager. */
    public void onPage(Consumer<ReceivedPage> listener) {
        if (pager != null) {
            pager.onPage(listener);
        }
    }

    @Override
    public void close() {
        http.close();
        pauses.close();
        feeds.forEach(TopicFeed::stop);
        feeds.forEach(TopicFeed::close);
        closeTrends();
        monitoring.close();
        closeRegister();
    }

    private void closeTrends() {
        if (trends != null) {
            trends.close();
        }
    }

    private static Database openDatabase(StationConfig.Register settings) throws IOException {
        try {
            return Databases.open(settings.database(), "register");
        } catch (RuntimeException e) {
            throw new IOException("the database of the register cannot be opened: " + settings.database(), e);
        }
    }

    private void open(WardRegister register, StationConfig.Register settings) throws IOException {
        try {
            register.open(settings.admittedBefore());
        } catch (IOException e) {
            closeRegister();
            throw e;
        }
        publisher.start();
        if (!publisher.awaitEmptied(TOPICS_WITHIN)) {
            LOG.warn("the topics do not have the register yet; it is written as soon as Kafka takes it");
        }
    }

    private StationHttp serve(StationConfig config, StationHttp.Parts parts) {
        try {
            return StationHttp.start(config, parts);
        } catch (RuntimeException e) {
            closeRegister();
            throw e;
        }
    }

    private void closeRegister() {
        publisher.close();
        database.close();
    }

    private static @Nullable DemoPager pager(
            StationConfig config, WardClock clock, ObjectMapper json, MeterRegistry metrics) {
        StationConfig.Pager wanted = config.demoPager();
        return wanted == null
                ? null
                : new DemoPager(wanted.secret(), new DemoPager.Clocks(InstantSource.system(), clock), json, metrics);
    }

    private List<Source> liveSources() {
        return List.of(
                Source.of(Topics.VITAL_NUMERIC, Start.RECENT, VitalNumeric.parser(), this::numeric),
                Source.of(Topics.SCORE, Start.RECENT, Score.parser(), board::apply),
                Source.of(Topics.OBSERVATION_QUARANTINED, Start.RECENT, QuarantinedObservation.parser(), board::apply));
    }

    /** On their own: however many numbers come, an alarm does not queue behind them. */
    private List<Source> alarmSources() {
        return List.of(Source.of(Topics.ALARM_EVENT, Start.BEGINNING, AlarmEvent.parser(), board::apply));
    }

    private List<Source> registerSources() {
        return List.of(
                Source.of(Topics.DEVICE_STATUS, Start.BEGINNING, DeviceStatus.parser(), board::apply),
                Source.of(Topics.REGISTER_PATIENT, Start.BEGINNING, Patient.parser(), board::apply),
                Source.of(Topics.REGISTER_LIMITS, Start.BEGINNING, PatientLimits.parser(), board::apply),
                Source.of(Topics.REGISTER_ASSOCIATION, Start.BEGINNING, DeviceRegistration.parser(), board::apply));
    }

    private void numeric(VitalNumeric numeric) {
        boolean shown = board.apply(numeric);
        boolean live = !numeric.getLate() && numeric.getIngestTimeMs() >= startedAt.toEpochMilli();
        if (shown && live && numeric.getMeasurementsList().stream().anyMatch(Measurement::hasValue)) {
            String patientRef = numeric.getPatientRef();
            monitoring.saw(patientRef, board.nurseOf(patientRef), numeric.getIngestTimeMs());
            firstLiveValue.compareAndSet(null, Instant.now());
        }
    }
}

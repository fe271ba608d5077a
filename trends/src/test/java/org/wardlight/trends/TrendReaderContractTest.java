package org.wardlight.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.influxdb.client.write.Point;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.events.PatientRef;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.AlarmKind;
import org.wardlight.events.v1.AlarmState;
import org.wardlight.events.v1.AlarmTransition;
import org.wardlight.events.v1.ConditionSource;
import org.wardlight.events.v1.InputState;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.RiskBand;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.ScorePart;
import org.wardlight.events.v1.Severity;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalWindow;
import org.wardlight.trends.reading.AlarmPoint;
import org.wardlight.trends.reading.ScorePoint;
import org.wardlight.trends.reading.TrendRange;
import org.wardlight.trends.reading.TrendReader;
import org.wardlight.trends.reading.TrendSeries;
import org.wardlight.trends.reading.TrendSeries.Bucket;
import org.wardlight.trends.reading.TrendsUnavailable;
import org.wardlight.trends.schema.TrendPoint;
import org.wardlight.trends.schema.TrendSchema;
import org.wardlight.trends.store.Retention;
import org.wardlight.trends.store.StoreAnswer;
import org.wardlight.trends.store.TrendStore;

/**
 * What every store answers: the same rows, written through the same schema and client, give the same series. Each test has
 * patients of its own.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class TrendReaderContractTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    /** A whole hour, and near the present: stores drop what is old. */
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(5));

    private String patient = "";
    private long rows;
    private @Nullable StoreServer server;
    private TrendStore store;
    private TrendReader reader;

    /** Starts the server, or gives up with a reason. */
    abstract StoreServer start(Path directory) throws Exception;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        server = start(directory);
        store = TrendStore.open(server.settings(), Retention.STANDARD);
        reader = store.reader();
        written(TrendSchema.vital(TrendPoint.of(window(PatientRef.random(RANDOM).value(), 0, 1))));
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> reader.windowRows() > 0);
        rows = reader.windowRows();
    }

    @BeforeEach
    void admit() {
        patient = PatientRef.random(RANDOM).value();
    }

    @AfterAll
    void close() {
        if (server != null) {
            store.close();
            server.close();
        }
    }

    @Test
    void putsWindowsTogetherAndWeighsMeansByTheirCounts() throws Exception {
        write(
                window(patient, 0, 90).toBuilder()
                        .setMin(80)
                        .setCount(10)
                        .setLate(4)
                        .build(),
                window(patient, 9, 96).toBuilder().setMax(99).setCount(30).build(),
                window(patient, 10, 50));

        List<TrendSeries> series = vitals(List.of(patient), List.of(Vital.SPO2), TEN_MINUTES);

        assertThat(series).hasSize(1);
        assertThat(series.get(0).patientRef()).isEqualTo(patient);
        assertThat(series.get(0).vital()).isEqualTo(Vital.SPO2);
        assertThat(series.get(0).method()).isEqualTo(Method.OXIMETRY);
        assertThat(series.get(0).buckets())
                .containsExactly(new Bucket(start, 80, 94.5, 99, 40, 4), new Bucket(at(10), 50, 50, 50, 60, 0));
    }

    @Test
    void answersTheSameOverAMonthAsOverAnHour() throws Exception {
        VitalWindow first = window(patient, 0, 90).toBuilder().setCount(10).build();
        write(
                first,
                first.toBuilder()
                        .setPart(7)
                        .setMean(60)
                        .setMin(60)
                        .setMax(99)
                        .setCount(20)
                        .build(),
                window(patient, 9, 91));
        TrendRange month = TrendRange.of(at(0).minus(Duration.ofDays(45)), at(60), TEN_MINUTES);

        List<TrendSeries> series = reader.vitals(List.of(patient), List.of(Vital.SPO2), month);

        assertThat(series).isEqualTo(vitals(List.of(patient), List.of(Vital.SPO2), TEN_MINUTES));
        assertThat(series.get(0).buckets()).containsExactly(new Bucket(start, 60, 84, 99, 90, 0));
    }

    @Test
    void leavesGapsAsGaps() throws Exception {
        write(window(patient, 0, 90), window(patient, 5, 91), window(patient, 6, 92));

        List<TrendSeries> series = vitals(List.of(patient), List.of(Vital.SPO2), MINUTE);

        assertThat(series.get(0).buckets()).extracting(Bucket::start).containsExactly(at(0), at(5), at(6));
    }

    @Test
    void mergesThePartsOfAWindow() throws Exception {
        VitalWindow first = window(patient, 0, 90);
        write(
                first,
                first.toBuilder()
                        .setPart(1)
                        .setMean(60)
                        .setMin(60)
                        .setMax(60)
                        .setCount(20)
                        .setLate(20)
                        .build(),
                first.toBuilder()
                        .setPart(999_999)
                        .setMean(60)
                        .setMin(55)
                        .setMax(60)
                        .setCount(10)
                        .build());

        List<TrendSeries> series = vitals(List.of(patient), List.of(Vital.SPO2), MINUTE);

        assertThat(series.get(0).buckets()).containsExactly(new Bucket(start, 55, 80, 90, 90, 20));
    }

    @Test
    void aRowThatIsWrittenAgainReplacesTheOneBefore() throws Exception {
        VitalWindow first = window(patient, 0, 90);
        write(first);
        VitalWindow corrected =
                first.toBuilder().setMean(95).setMin(95).setMax(95).setCount(61).build();

        written(TrendSchema.vital(TrendPoint.of(corrected)));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(vitals(List.of(patient), List.of(Vital.SPO2), MINUTE)
                                .get(0)
                                .buckets())
                        .containsExactly(new Bucket(start, 95, 95, 95, 61, 0)));
        assertThat(reader.windowRows()).isEqualTo(rows);
    }

    @Test
    void keepsPatientsVitalsMethodsAndResolutionsApartAndOrdersThem() throws Exception {
        String one = "p-0" + PatientRef.random(RANDOM).value().substring(3);
        String two = "p-1" + PatientRef.random(RANDOM).value().substring(3);
        String other = PatientRef.random(RANDOM).value();
        write(
                window(two, 0, 70),
                window(one, 0, 61).toBuilder()
                        .setVital(Vital.SYSTOLIC_PRESSURE)
                        .setMethod(Method.ARTERIAL_LINE)
                        .build(),
                window(one, 0, 62).toBuilder()
                        .setVital(Vital.SYSTOLIC_PRESSURE)
                        .setMethod(Method.CUFF)
                        .build(),
                window(one, 0, 63),
                window(one, 0, 64).toBuilder()
                        .setVital(Vital.BODY_TEMPERATURE)
                        .setMethod(Method.THERMISTOR)
                        .build(),
                window(one, 0, 65).toBuilder().setResolutionMs(10_000).build(),
                window(other, 0, 66));

        List<TrendSeries> series = vitals(List.of(two, one), List.of(Vital.SYSTOLIC_PRESSURE, Vital.SPO2), MINUTE);

        List<List<Object>> found = series.stream()
                .map(one2 -> List.<Object>of(
                        one2.patientRef(),
                        one2.vital(),
                        one2.method(),
                        one2.buckets().get(0).mean()))
                .toList();
        List<List<Object>> expected = new ArrayList<>(List.of(
                List.of(one, Vital.SPO2, Method.OXIMETRY, 63.0),
                List.of(one, Vital.SYSTOLIC_PRESSURE, Method.CUFF, 62.0),
                List.of(one, Vital.SYSTOLIC_PRESSURE, Method.ARTERIAL_LINE, 61.0),
                List.of(two, Vital.SPO2, Method.OXIMETRY, 70.0)));
        expected.sort((a, b) -> {
            int byPatient = a.get(0).toString().compareTo(b.get(0).toString());
            int byVital = ((Vital) a.get(1)).compareTo((Vital) b.get(1));
            return byPatient != 0
                    ? byPatient
                    : byVital != 0 ? byVital : ((Method) a.get(2)).compareTo((Method) b.get(2));
        });
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void takesItsBoundsAndStepsSeriously() throws Exception {
        write(window(patient, 0, 90), window(patient, 1, 91), window(patient, 13, 92), window(patient, 14, 93));
        Duration seven = Duration.ofMinutes(7);

        List<TrendSeries> series =
                reader.vitals(List.of(patient), List.of(Vital.SPO2), TrendRange.of(at(1), at(14), seven));

        assertThat(series.get(0).buckets())
                .extracting(Bucket::start, Bucket::mean)
                .containsExactly(tuple(floor(at(1), seven), 91.0), tuple(floor(at(13), seven), 92.0));
    }

    @Test
    void makesBucketsOfTenSecondWindowsToo() throws Exception {
        VitalWindow first =
                window(patient, 0, 90).toBuilder().setResolutionMs(10_000).build();
        write(
                first,
                first.toBuilder()
                        .setStartMs(first.getStartMs() + 10_000)
                        .setMean(91)
                        .build());

        List<TrendSeries> series = vitals(List.of(patient), List.of(Vital.SPO2), Duration.ofSeconds(10));

        assertThat(series.get(0).buckets()).extracting(Bucket::mean).containsExactly(90.0, 91.0);
    }

    @Test
    void hasNothingToSayOfAStranger() throws Exception {
        assertThat(vitals(List.of(patient), List.of(Vital.SPO2), MINUTE)).isEmpty();
        assertThat(vitals(List.of(), List.of(Vital.SPO2), MINUTE)).isEmpty();
        assertThat(vitals(List.of(patient), List.of(), MINUTE)).isEmpty();
        assertThat(reader.scores(patient, "it's \\ \"nothing\"", start, at(60))).isEmpty();
        assertThat(reader.alarms(patient, start, at(60))).isEmpty();
    }

    @Test
    void readsScoresWithTheirIntervalsAndTheReasonWhereThereIsNone() throws Exception {
        written(
                TrendSchema.score("main", score(0)),
                TrendSchema.score(
                        "main",
                        Score.newBuilder()
                                .setPatientRef(patient)
                                .setScoreId("news2")
                                .setTimeMs(at(1).toEpochMilli())
                                .setUnavailable("the \"age\" isn't known")
                                .build()),
                TrendSchema.score(
                        "main", score(2).toBuilder().setScoreId("other").build()));

        await().atMost(Duration.ofSeconds(10))
                .until(() -> reader.scores(patient, "news2", start, at(60)).size() == 2);

        assertThat(reader.scores(patient, "news2", start, at(60)))
                .containsExactly(
                        new ScorePoint(
                                start,
                                3.0,
                                11.0,
                                false,
                                "low-medium",
                                "high",
                                "oxygen,consciousness",
                                "temperature",
                                ""),
                        new ScorePoint(at(1), null, null, false, "", "", "", "", "the \"age\" isn't known"));
        assertThat(reader.scores(patient, "news2", start, at(1))).hasSize(1);
    }

    @Test
    void readsAlarmsInTheOrderOfTheirTransitions() throws Exception {
        written(
                TrendSchema.alarm("main", alarm(1, AlarmTransition.RAISED)),
                TrendSchema.alarm("main", alarm(2, AlarmTransition.PAGE_SENT)),
                TrendSchema.alarm("main", alarm(3, AlarmTransition.ACKNOWLEDGED)));

        await().atMost(Duration.ofSeconds(10))
                .until(() -> reader.alarms(patient, start, at(60)).size() == 3);

        List<AlarmPoint> alarms = reader.alarms(patient, start, at(60));
        assertThat(alarms).extracting(AlarmPoint::transition).containsExactly("raised", "page-sent", "acknowledged");
        assertThat(alarms.get(0))
                .isEqualTo(new AlarmPoint(
                        start,
                        "0123456789abcdef0123456789abcdef",
                        "spo2-low",
                        "raised",
                        "active-unacknowledged",
                        "physiological",
                        "high",
                        "spo2"));
    }

    @Test
    void refusesOnePointAndTakesTheOthers() throws Exception {
        String good = TrendSchema.vital(TrendPoint.of(window(patient, 0, 90))).toLineProtocol();

        StoreAnswer answer = store.write(List.of(good, good.replace("count=60i", "count=\"sixty\"")));

        assertThat(answer).isInstanceOf(StoreAnswer.Refused.class);
        assertThat(store.write(List.of(good))).isEqualTo(new StoreAnswer.Accepted());
        rows++;
        await().atMost(Duration.ofSeconds(10)).until(() -> reader.windowRows() == rows);
    }

    @Test
    void weighsManyWindowsExactly() throws Exception {
        List<VitalWindow> windows = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < 120; i++) {
            windows.add(window(patient, i, 80 + i % 7).toBuilder()
                    .setCount(1 + i % 5)
                    .build());
            sum += (80 + i % 7) * (1 + i % 5);
        }
        write(windows.toArray(new VitalWindow[0]));

        Bucket bucket = reader
                .vitals(List.of(patient), List.of(Vital.SPO2), TrendRange.of(start, at(120), Duration.ofDays(1)))
                .stream()
                .flatMap(series -> series.buckets().stream())
                .reduce((a, b) -> new Bucket(
                        a.start(),
                        0,
                        (a.mean() * a.count() + b.mean() * b.count()) / (a.count() + b.count()),
                        0,
                        a.count() + b.count(),
                        0))
                .orElseThrow();

        assertThat(bucket.count()).isEqualTo(120 * 3);
        assertThat(bucket.mean()).isCloseTo(sum / 360, within(1e-9));
        assertThat(bucket.start()).isEqualTo(start.truncatedTo(ChronoUnit.DAYS));
    }

    private List<TrendSeries> vitals(List<String> patients, List<Vital> vitals, Duration step)
            throws TrendsUnavailable {
        return reader.vitals(patients, vitals, TrendRange.of(start, at(60), step));
    }

    private void write(VitalWindow... windows) throws TrendsUnavailable {
        written(Arrays.stream(windows)
                .map(window -> TrendSchema.vital(TrendPoint.of(window)))
                .toArray(Point[]::new));
        rows += windows.length;
        await().atMost(Duration.ofSeconds(10)).until(() -> reader.windowRows() == rows);
    }

    private void written(Point... points) {
        List<String> lines = Arrays.stream(points).map(Point::toLineProtocol).toList();
        assertThat(store.write(lines)).isEqualTo(new StoreAnswer.Accepted());
    }

    private VitalWindow window(String patientRef, int minute, double mean) {
        return VitalWindow.newBuilder()
                .setPatientRef(patientRef)
                .setSite("st. mary, ward=4")
                .setVital(Vital.SPO2)
                .setMethod(Method.OXIMETRY)
                .setResolutionMs(60_000)
                .setStartMs(at(minute).toEpochMilli())
                .setMin(mean)
                .setMean(mean)
                .setMax(mean)
                .setSd(0.5)
                .setSlope(0.1)
                .setCount(60)
                .setCoverage(1)
                .build();
    }

    private Score score(int minute) {
        return Score.newBuilder()
                .setPatientRef(patient)
                .setScoreId("news2")
                .setTimeMs(at(minute).toEpochMilli())
                .setLower(3)
                .setUpper(11)
                .setBandLower(RiskBand.BAND_LOW_MEDIUM)
                .setBandUpper(RiskBand.BAND_HIGH)
                .addParts(ScorePart.newBuilder().setParameter("oxygen").setState(InputState.MISSING))
                .addParts(ScorePart.newBuilder().setParameter("consciousness").setState(InputState.MISSING))
                .addParts(ScorePart.newBuilder().setParameter("temperature").setState(InputState.STALE))
                .build();
    }

    private AlarmEvent alarm(int seq, AlarmTransition transition) {
        return AlarmEvent.newBuilder()
                .setAlarmId("0123456789abcdef0123456789abcdef")
                .setSeq(seq)
                .setTransition(transition)
                .setState(AlarmState.ACTIVE_UNACKNOWLEDGED)
                .setTimeMs(start.toEpochMilli())
                .setCondition(AlarmCondition.newBuilder()
                        .setPatientRef(patient)
                        .setRule("spo2-low")
                        .setKind(AlarmKind.PHYSIOLOGICAL)
                        .setSeverity(Severity.SEVERITY_HIGH)
                        .setSource(ConditionSource.newBuilder().setVital(Vital.SPO2))
                        .setLimit(90))
                .build();
    }

    private Instant at(int minute) {
        return start.plus(Duration.ofMinutes(minute));
    }

    private static Instant floor(Instant time, Duration step) {
        return Instant.ofEpochMilli(time.toEpochMilli() / step.toMillis() * step.toMillis());
    }
}

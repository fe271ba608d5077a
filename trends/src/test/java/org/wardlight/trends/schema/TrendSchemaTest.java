package org.wardlight.trends.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.influxdb.client.write.Point;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

class TrendSchemaTest {

    private static final String PATIENT = "p-00112233445566778899aabbccddeeff";
    private static final String ALARM_ID = "0123456789abcdef0123456789abcdef";
    private static final long TIME = 1_795_290_180_000L;

    @Test
    void everyRowStandsAsDecided() throws IOException {
        // given
        Map<String, Point> points = new LinkedHashMap<>();
        points.put("window", TrendSchema.vital(minute("main", 96.5)));
        points.put("window-of-one-reading", TrendSchema.vital(oneReading()));
        points.put("window-of-unspecified-method", TrendSchema.vital(rawTemperature()));
        points.put("site-to-be-escaped", TrendSchema.vital(minute("st. mary, ward=4", 96.5)));
        points.put("score", TrendSchema.score("main", incompleteScore()));
        points.put("score-unavailable", TrendSchema.score("main", unavailableScore()));
        points.put("alarm-raised", TrendSchema.alarm("main", raised()));
        points.put("alarm-escalated", TrendSchema.alarm("main", escalated()));

        // when
        Map<String, String> lines = new LinkedHashMap<>();
        points.forEach((name, point) -> lines.put(name, point.toLineProtocol()));

        // then
        assertThat(lines).containsExactlyEntriesOf(golden());
    }

    @Test
    void aNumberThatIsNotFiniteIsLeftOut() {
        TrendPoint point = new TrendPoint(
                "main",
                PATIENT,
                Vital.SPO2,
                Method.OXIMETRY,
                Resolution.ONE_MINUTE,
                Instant.ofEpochMilli(TIME),
                0,
                Double.NEGATIVE_INFINITY,
                97,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                1,
                Double.NaN,
                0);

        assertThat(TrendSchema.vital(point).toLineProtocol()).contains(" count=1i,late=0i,mean=97.0 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void refusesAWindowWithoutSite(String site) {
        assertThatThrownBy(() -> minute(site, 96.5)).hasMessageContaining("site");
    }

    @Test
    void refusesAWindowWithoutAnyValue() {
        assertThatThrownBy(() -> new TrendPoint(
                        "main",
                        PATIENT,
                        Vital.SPO2,
                        Method.OXIMETRY,
                        Resolution.RAW,
                        Instant.ofEpochMilli(TIME),
                        0,
                        Double.NaN,
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        0,
                        0,
                        1,
                        1,
                        0))
                .hasMessageContaining("value");
    }

    @Test
    void refusesAWindowThatStartsInTheMiddle() {
        TrendPoint good = minute("main", 96.5);

        assertThatThrownBy(() -> new TrendPoint(
                        good.site(),
                        good.patientRef(),
                        good.vital(),
                        good.method(),
                        Resolution.TEN_SECONDS,
                        good.windowStart().plusMillis(1),
                        0,
                        good.min(),
                        good.mean(),
                        good.max(),
                        good.sd(),
                        good.slope(),
                        good.count(),
                        good.coverage(),
                        good.late()))
                .hasMessageContaining("multiple");
    }

    @Test
    void refusesAScoreThatIsNoNumber() {
        Score score = incompleteScore().toBuilder().setUpper(Double.NaN).build();

        assertThatThrownBy(() -> TrendSchema.score("main", score)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesRowsOfNobody() {
        Score score = incompleteScore().toBuilder().clearPatientRef().build();
        AlarmEvent event = raised().toBuilder().clearCondition().build();

        assertThatThrownBy(() -> TrendSchema.score("main", score)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TrendSchema.alarm("main", event)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void transitionsWithinOneMillisecondAreRowsOfTheirOwn() {
        AlarmEvent first = raised();
        AlarmEvent second = first.toBuilder().setSeq(2).build();
        AlarmEvent other =
                first.toBuilder().setAlarmId("fedcba9876543210fedcba9876543210").build();

        assertThat(time(second)).isNotEqualTo(time(first));
        assertThat(time(other)).isNotEqualTo(time(first));
        assertThat(time(second) / 1_000_000).isEqualTo(TIME);
        assertThat(time(other) / 1_000_000).isEqualTo(TIME);
    }

    private static long time(AlarmEvent event) {
        String line = TrendSchema.alarm("main", event).toLineProtocol();
        return Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
    }

    private static TrendPoint minute(String site, double mean) {
        return new TrendPoint(
                site,
                PATIENT,
                Vital.SPO2,
                Method.OXIMETRY,
                Resolution.ONE_MINUTE,
                Instant.ofEpochMilli(TIME),
                0,
                94,
                mean,
                98,
                1.25,
                -0.5,
                60,
                1,
                0);
    }

    private static TrendPoint oneReading() {
        return new TrendPoint(
                "main",
                PATIENT,
                Vital.SYSTOLIC_PRESSURE,
                Method.CUFF,
                Resolution.TEN_SECONDS,
                Instant.ofEpochMilli(TIME),
                0,
                121,
                121,
                121,
                0,
                Double.NaN,
                1,
                Double.NaN,
                1);
    }

    private static TrendPoint rawTemperature() {
        return new TrendPoint(
                "main",
                PATIENT,
                Vital.BODY_TEMPERATURE,
                Method.METHOD_UNSPECIFIED,
                Resolution.RAW,
                Instant.ofEpochMilli(TIME + 1),
                0,
                36.8,
                36.8,
                36.8,
                Double.NaN,
                Double.NaN,
                1,
                0.5,
                0);
    }

    private static Score incompleteScore() {
        return Score.newBuilder()
                .setPatientRef(PATIENT)
                .setScoreId("news2")
                .setTimeMs(TIME)
                .setLower(3)
                .setUpper(11)
                .setBandLower(RiskBand.BAND_LOW_MEDIUM)
                .setBandUpper(RiskBand.BAND_HIGH)
                .setPolicy("news2-2017/1")
                .setScale("1")
                .addParts(part("oxygen", InputState.MISSING))
                .addParts(part("consciousness", InputState.MISSING))
                .addParts(part("temperature", InputState.STALE))
                .addParts(part("pulse", InputState.AGING))
                .build();
    }

    private static Score unavailableScore() {
        return Score.newBuilder()
                .setPatientRef(PATIENT)
                .setScoreId("news2")
                .setTimeMs(TIME)
                .setUnavailable("the \"age\" is not known")
                .setPolicy("news2-2017/1")
                .build();
    }

    private static ScorePart part(String parameter, InputState state) {
        return ScorePart.newBuilder().setParameter(parameter).setState(state).build();
    }

    private static AlarmEvent raised() {
        return AlarmEvent.newBuilder()
                .setAlarmId(ALARM_ID)
                .setSeq(1)
                .setTransition(AlarmTransition.RAISED)
                .setState(AlarmState.ACTIVE_UNACKNOWLEDGED)
                .setTimeMs(TIME)
                .setWardId("ward-a")
                .setBedId("A-03")
                .setCondition(AlarmCondition.newBuilder()
                        .setPatientRef(PATIENT)
                        .setRule("spo2-low")
                        .setKind(AlarmKind.PHYSIOLOGICAL)
                        .setSeverity(Severity.SEVERITY_HIGH)
                        .setSource(ConditionSource.newBuilder()
                                .setDeviceId("monitor-07")
                                .setVital(Vital.SPO2))
                        .setObserved(84.5)
                        .setLimit(90))
                .build();
    }

    private static AlarmEvent escalated() {
        return AlarmEvent.newBuilder()
                .setAlarmId(ALARM_ID)
                .setSeq(31)
                .setTransition(AlarmTransition.ESCALATED)
                .setState(AlarmState.ACTIVE_UNACKNOWLEDGED)
                .setTimeMs(TIME)
                .setLevel(2)
                .setCause("nobody answered")
                .setCondition(AlarmCondition.newBuilder()
                        .setPatientRef(PATIENT)
                        .setRule("news2-high")
                        .setKind(AlarmKind.ADVISORY)
                        .setSeverity(Severity.SEVERITY_MEDIUM))
                .build();
    }

    private static Map<String, String> golden() throws IOException {
        Map<String, String> lines = new LinkedHashMap<>();
        try (InputStream in = TrendSchemaTest.class.getResourceAsStream("lines.txt")) {
            assertThat(in).isNotNull();
            new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> {
                        int space = line.indexOf(' ');
                        lines.put(line.substring(0, space), line.substring(space + 1));
                    });
        }
        return lines;
    }
}

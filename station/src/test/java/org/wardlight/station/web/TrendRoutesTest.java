package org.wardlight.station.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.Vital;
import org.wardlight.station.trends.MemoryTrends;
import org.wardlight.station.web.TestStation.Answer;
import org.wardlight.trends.reading.AlarmPoint;
import org.wardlight.trends.reading.ScorePoint;

class TrendRoutesTest {

    private TestStation station;
    private String patient;

    @BeforeEach
    void start() throws Exception {
        station = new TestStation(false);
        patient = station.patientIn("07");
    }

    @AfterEach
    void stop() {
        station.close();
    }

    @Test
    void bucketsAreThereAndGapsStayGaps() throws Exception {
        Instant start = station.clock.instant().minusSeconds(60);
        spo2(start, 94, false);
        spo2(start.plusSeconds(1), 97, true);
        spo2(start.plusSeconds(40), 90, false);

        JsonNode points = series("?vital=spo2").get(0).path("points");

        assertThat(points).hasSize(2);
        assertThat(points.get(0).toString()).isEqualTo("[" + start.toEpochMilli() + ",94.0,95.5,97.0,2,1]");
        assertThat(points.get(1).get(0).asLong() - points.get(0).get(0).asLong())
                .isEqualTo(40_000);
    }

    @Test
    void scoresAlarmsAndUsualRangeComeAlong() throws Exception {
        Instant start = station.clock.instant().minus(Duration.ofHours(4));
        for (int minute = 0; minute < 240; minute++) {
            spo2(start.plusSeconds(60L * minute), 90 + minute % 5, false);
        }
        station.trends.add(
                patient, new ScorePoint(start.plusSeconds(12_000), 3.0, 3.0, true, "low", "low", "", "", ""));
        station.trends.add(
                patient,
                new AlarmPoint(
                        start.plusSeconds(12_000),
                        "a1",
                        "spo2-low",
                        "raised",
                        "active-unacknowledged",
                        "physiological",
                        "medium",
                        "spo2"));

        JsonNode trends = trends("").json();

        assertThat(trends.path("usual").get(0).path("readings").asInt()).isEqualTo(240);
        assertThat(trends.path("usual").get(0).path("low").asDouble()).isEqualTo(90);
        assertThat(trends.path("scores").get(0).path("lower").asInt()).isEqualTo(3);
        assertThat(trends.path("alarms").get(0).path("rule").asText()).isEqualTo("spo2-low");
    }

    @Test
    void usualRangeIsWorkedOutOnceAMinute() throws Exception {
        trends("");
        trends("");
        assertThat(station.trends.asked()).isEqualTo(3);

        station.clock.advance(Duration.ofMinutes(1));
        trends("");
        assertThat(station.trends.asked()).isEqualTo(5);
    }

    @Test
    void anotherPatientsReadingsAreNotAmongThem() throws Exception {
        String other = station.patientIn("08");
        Instant before = station.clock.instant().minusSeconds(60);
        station.trends.add(other, Vital.SPO2, Method.OXIMETRY, before, 71, false);
        station.trends.add(other, new ScorePoint(before, 9.0, 9.0, true, "high", "high", "", "", ""));

        JsonNode trends = trends("").json();

        assertThat(trends.path("series")).isEmpty();
        assertThat(trends.path("scores")).isEmpty();
    }

    @Test
    void whatIsAskedWronglyIsRefusedWithASentence() throws Exception {
        assertThat(trends("?step=7s").status()).isEqualTo(400);
        assertThat(trends("?vital=blood").json().path("detail").asText()).startsWith("A vital is one of");
        assertThat(station.call("GET", "/api/v1/patients/p-none/trends")
                        .as("okafor")
                        .send()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void storeThatIsSilentIsSaidInItsOwnWords() throws Exception {
        station.trends.silence("The trend store does not answer.");

        Answer answer = trends("");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().path("detail").asText()).isEqualTo("The trend store does not answer.");
    }

    @Test
    void storeThatHangsTakesNoThreadsFromTheBoard() throws Exception {
        MemoryTrends.Hold hold = station.trends.hold();
        ExecutorService readers = Executors.newCachedThreadPool();
        List<Future<Answer>> waiting = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            waiting.add(readers.submit(() -> trends("")));
        }
        assertThat(hold.waiting().tryAcquire(8, 10, TimeUnit.SECONDS)).isTrue();

        assertThat(trends("").status()).isEqualTo(503);
        assertThat(station.call("GET", "/api/v1/wards").as("okafor").send().status())
                .isEqualTo(200);
        hold.end().countDown();
        for (Future<Answer> answer : waiting) {
            assertThat(answer.get(10, TimeUnit.SECONDS).status()).isEqualTo(200);
        }
        readers.shutdown();
    }

    @Test
    void tableIsAFileWithoutIdentity() throws Exception {
        spo2(station.clock.instant().minusSeconds(60), 94, false);

        Answer plain = csv("");
        Answer hidden = csv("?pseudonymised=true");

        assertThat(plain.header("Content-Type")).startsWith("text/csv");
        assertThat(plain.header("Content-Disposition")).isEqualTo("attachment; filename=\"trends.csv\"");
        assertThat(plain.text()).contains(patient + ",2026-11-21T07:59:00Z,spo2");
        assertThat(hidden.header("Content-Disposition")).isEqualTo("attachment; filename=\"trends-pseudonymised.csv\"");
        assertThat(hidden.text()).doesNotContain(patient).doesNotContain("2026").contains(",0,spo2,%,oximetry,94.0");
        assertThat(csv("?pseudonymised=yes").status()).isEqualTo(400);
    }

    private void spo2(Instant time, double value, boolean late) {
        station.trends.add(patient, Vital.SPO2, Method.OXIMETRY, time, value, late);
    }

    private JsonNode series(String query) throws Exception {
        return trends(query).json().path("series");
    }

    private Answer trends(String query) throws Exception {
        return station.call("GET", "/api/v1/patients/" + patient + "/trends" + query)
                .as("moreau")
                .send();
    }

    private Answer csv(String query) throws Exception {
        return station.call("GET", "/api/v1/patients/" + patient + "/trends.csv" + query)
                .as("moreau")
                .send();
    }
}

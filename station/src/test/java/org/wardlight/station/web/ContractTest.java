package org.wardlight.station.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.AlarmState;
import org.wardlight.events.v1.AlarmTransition;
import org.wardlight.events.v1.Connection;
import org.wardlight.events.v1.DeviceStatus;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.Vital;
import org.wardlight.station.board.Records;
import org.wardlight.station.web.EventReader.Received;
import org.wardlight.station.web.TestStation.Answer;
import org.wardlight.trends.reading.AlarmPoint;
import org.wardlight.trends.reading.ScorePoint;

/** Holds what is really served against openapi.yaml, in both directions. */
class ContractTest {

    private final Set<String> called = new TreeSet<>();
    private TestStation station;
    private Contract contract;

    @BeforeEach
    void start() throws Exception {
        station = new TestStation(false);
        contract = new Contract(station.call("GET", "/api/openapi.yaml").send().text());
        fill();
    }

    @AfterEach
    void stop() {
        station.close();
    }

    @Test
    void everyRouteIsInTheContractAndEveryOperationIsServed() {
        Set<String> served = new TreeSet<>();
        station.http.server().unsafe.internalRouter.allHttpHandlers().forEach(handler -> {
            if (handler.endpoint.method.isHttpMethod()) {
                served.add(handler.endpoint.method.name() + " " + handler.endpoint.path);
            }
        });

        assertThat(served).isEqualTo(contract.operations());
    }

    @Test
    void everyOperationAnswersAsTheContractSays() throws Exception {
        holds("GET /", "/", 200);
        holds("GET /patient", "/patient", 200);
        holds("GET /register", "/register", 200);
        holds("GET /pager", "/pager", 200);
        holds("GET /login", "/login", 200);
        holds("GET /metrics", "/metrics", 200);
        holds("GET /healthz", "/healthz", 200);
        holds("GET /api/openapi.yaml", "/api/openapi.yaml", 200);
        holds("GET /api/v1/wards", "/api/v1/wards", 200);
        holds("GET /api/v1/wards/{ward}", "/api/v1/wards/ward-7", 200);
        holds("GET /api/v1/wards/{ward}", "/api/v1/wards/none", 404);
        holds("GET /api/v1/wards/{ward}/stream", "/api/v1/wards/none/stream", 404);
        holds("GET /api/v1/wards/{ward}/stream", "/api/v1/wards/ward-7/stream", 406);
        holds("GET /api/v1/patients/{ref}", "/api/v1/patients/" + station.patientIn("01"), 200);
        holds("GET /api/v1/patients/{ref}", "/api/v1/patients/p-none", 404);
        trendsHold();
        holds("GET /api/v1/alarms", "/api/v1/alarms?state=all", 200);
        holds("GET /api/v1/alarms", "/api/v1/alarms?state=odd", 400);
        holds("GET /api/v1/staff", "/api/v1/staff", 200);
        holds("GET /api/v1/session", "/api/v1/session", 200);
        holds("GET /pager/stream", "/pager/stream", 406);
        commandsHold();

        assertThat(called).isEqualTo(contract.operations());
    }

    @Test
    void withoutASessionTheAnswerIsAProblemOfTheContract() throws Exception {
        for (String path : List.of("/api/v1/wards/ward-7", "/api/v1/alarms", "/api/v1/session")) {
            Answer answer = station.call("GET", path).send();

            String operation = "GET " + path.replace("/ward-7", "/{ward}");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(contract.violations(operation, answer)).isEmpty();
        }
    }

    @Test
    void healthNamesEveryProblem() throws Exception {
        station.problems.put("stream-jobs", "The job is not running.");

        Answer answer = station.call("GET", "/healthz").send();

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text()).contains("The job is not running.");
        assertThat(contract.violations("GET /healthz", answer)).isEmpty();
    }

    @Test
    void everyEventIsOfItsSchema() throws Exception {
        try (EventReader ward = station.events("/api/v1/wards/ward-7/stream", "okafor");
                EventReader pager = station.events("/pager/stream", "okafor")) {
            isOf("Snapshot", ward.next("snapshot"));
            isOf("Pages", pager.next("pages"));

            station.board.apply(Records.value(station.patientIn("02"), 95, station.clock.millis()));
            station.board.apply(Records.alarm("fresh", station.patientIn("02"), 1, station.clock.millis())
                    .build());
            station.deliverPage("p-2", page());

            isOf("AlarmFrame", ward.next("alarm"));
            isOf("PagerAlarm", pager.next("alarm"));
            isOf("Page", pager.next("page"));
            isOf("Frame", ward.next("frame"));
            isOf("Heartbeat", ward.next("heartbeat"));
        }
    }

    @Test
    void contractTellsAWrongResponse() throws Exception {
        // when a key is missing, or one too many
        ObjectNode wards = (ObjectNode)
                station.call("GET", "/api/v1/wards").as("okafor").send().json();
        assertThat(contract.violations("Wards", wards)).isEmpty();
        wards.put("surplus", 1);

        // then it does not pass
        assertThat(contract.violations("Wards", wards)).isNotEmpty();
        assertThat(contract.violations("Wards", new ObjectMapper().createObjectNode()))
                .isNotEmpty();
    }

    private void trendsHold() throws Exception {
        String trends = "/api/v1/patients/" + station.patientIn("01") + "/trends";
        for (String suffix : List.of("", ".csv")) {
            String operation = "GET /api/v1/patients/{ref}/trends" + suffix;
            holds(operation, trends + suffix + "?vital=spo2&step=1m", 200);
            holds(operation, trends + suffix + "?step=7s", 400);
            holds(operation, "/api/v1/patients/p-none/trends" + suffix, 404);
            station.trends.silence("The trend store does not answer.");
            holds(operation, trends + suffix, 503);
            station.trends.silence(null);
        }
    }

    private void commandsHold() throws Exception {
        String signIn = "{\"actor\":\"okafor\",\"password\":\"" + TestStation.PASSWORD + "\"}";
        holds("POST /api/v1/sessions", post("/api/v1/sessions", signIn), 201);
        holds("POST /api/v1/sessions", post("/api/v1/sessions", "nonsense"), 400);
        holds("POST /api/v1/sessions", post("/api/v1/sessions", signIn.replace("k7f", "xxx")), 401);
        holds(
                "DELETE /api/v1/sessions",
                station.call("DELETE", "/api/v1/sessions").send(),
                204);

        String connect = "POST /api/v1/wards/{ward}/beds/{bed}/device";
        String beds = "/api/v1/wards/ward-7/beds/";
        String watch = "{\"device\":\"my-watch\",\"profile\":\"wrist-wearable\"}";
        holds(connect, post(beds + "17/device", watch), 200);
        holds(connect, post(beds + "16/device", watch), 409);
        holds(connect, post(beds + "99/device", watch), 404);
        holds(connect, post(beds + "17/device", "{}"), 400);
        station.log.fail(true);
        holds(connect, post(beds + "16/device", watch.replace("my", "your")), 502);

        String acknowledge = "POST /api/v1/alarms/{id}/acknowledge";
        acknowledged();
        holds(acknowledge, post("/api/v1/alarms/open/acknowledge", "{\"reason\":\"seen\"}"), 200);
        station.alerting.answerWith(404);
        holds(acknowledge, post("/api/v1/alarms/none/acknowledge", "{}"), 404);

        holds("POST /pager/hook", station.deliverPage("p-1", page()), 204);
        holds("POST /pager/hook", station.deliverPage("p-1", "{}"), 400);
        holds("POST /pager/hook", post("/pager/hook", page()), 401);
    }

    private Answer post(String path, String body) throws Exception {
        return station.call("POST", path).as("okafor").body(body).send();
    }

    private void holds(String operation, String path, int status) throws Exception {
        holds(operation, station.call("GET", path).as("okafor").send(), status);
    }

    private void holds(String operation, Answer answer, int status) throws Exception {
        called.add(operation);
        assertThat(answer.status()).as(operation).isEqualTo(status);
        assertThat(contract.violations(operation, answer)).as(operation).isEmpty();
    }

    private void isOf(String schema, Received event) {
        assertThat(event.id()).isNotEmpty();
        assertThat(contract.violations(schema, event.data())).as(event.name()).isEmpty();
    }

    /** One of everything, so that no schema passes because its list is empty. */
    private void fill() {
        long now = station.clock.millis();
        String patient = station.patientIn("01");
        station.board.apply(Records.value(patient, 88, now));
        station.board.apply(Records.sensorOff(station.patientIn("03"), now));
        station.board.apply(Records.news2(patient, now));
        station.board.apply(Score.newBuilder()
                .setPatientRef(station.patientIn("03"))
                .setScoreId("news2")
                .setTimeMs(now)
                .setUnavailable("age unknown")
                .build());
        station.board.apply(DeviceStatus.newBuilder()
                .setDeviceId("mon-01")
                .setConnection(Connection.ONLINE)
                .setBatteryPercent(87)
                .setTimeMs(now)
                .build());
        station.board.apply(Records.alarm("open", patient, 1, now).build());
        station.board.apply(Records.closed("closed", patient, 1, now));
        station.board.apply(Records.stray("stray", now));
        fillTrends(patient);
        station.clock.advance(Duration.ofSeconds(1));
    }

    private void fillTrends(String patient) {
        Instant now = station.clock.instant();
        for (int minute = 1; minute <= 200; minute++) {
            station.trends.add(patient, Vital.SPO2, Method.OXIMETRY, now.minusSeconds(60L * minute), 95, false);
        }
        Instant before = now.minusSeconds(600);
        station.trends.add(patient, new ScorePoint(before, 2.0, 5.0, false, "low", "medium", "consciousness", ""));
        station.trends.add(
                patient, new ScorePoint(before.plusSeconds(60), null, null, false, "", "", "", "age unknown"));
        station.trends.add(
                patient,
                new AlarmPoint(
                        before,
                        "open",
                        "spo2-low",
                        "raised",
                        "active-unacknowledged",
                        "physiological",
                        "medium",
                        "spo2"));
    }

    private void acknowledged() {
        long now = station.clock.millis();
        station.board.apply(Records.alarm("open", station.patientIn("01"), 2, now)
                .setTransition(AlarmTransition.ACKNOWLEDGED)
                .setState(AlarmState.ACTIVE_ACKNOWLEDGED)
                .setAcknowledgedBy("RN Okafor")
                .setAcknowledgedMs(now)
                .build());
    }

    private static String page() {
        return "{\"type\":\"alarm.page\",\"data\":{\"alarm_id\":\"open\",\"ward\":\"ward-7\",\"bed\":\"01\","
                + "\"priority\":\"medium\",\"marks\":\"**\",\"text\":\"SpO2 88 < 90\",\"level\":1,\"role\":\"nurse\","
                + "\"recipient\":\"RN Okafor\",\"due_ms\":1,\"deciding\":{\"device\":\"mon-01\",\"boot\":1,\"seq\":17,"
                + "\"device_time_ms\":1}}}";
    }
}

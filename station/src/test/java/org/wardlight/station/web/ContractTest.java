package org.wardlight.station.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
        holds("GET /burden", "/burden", 200);
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
        registerHolds();

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
        String scores = "/api/v1/patients/" + station.patientIn("01") + "/scores/";
        String operation = "GET /api/v1/patients/{ref}/scores/{score}";
        holds(operation, scores + "news2", 200);
        holds(operation, scores + "news2?hours=0", 400);
        holds(operation, scores + "NEWS2'", 400);
        holds(operation, "/api/v1/patients/p-none/scores/news2", 404);
        station.trends.silence("The trend store does not answer.");
        holds(operation, scores + "news2", 503);
        station.trends.silence(null);
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
        station.registerFile.fail(true);
        holds(connect, post(beds + "01/device", watch.replace("my", "your")), 502);
        station.registerFile.fail(false);

        String acknowledge = "POST /api/v1/alarms/{id}/acknowledge";
        acknowledged();
        holds(acknowledge, post("/api/v1/alarms/open/acknowledge", "{\"reason\":\"seen\"}"), 200);
        station.alerting.answerWith(404);
        holds(acknowledge, post("/api/v1/alarms/none/acknowledge", "{}"), 404);
        answersHold();
        pausesHold();
        receiversHold();
        burdenHolds();
        station.alerting.answerWith(200);

        holds("POST /pager/hook", station.deliverPage("p-1", page()), 204);
        holds("POST /pager/hook", station.deliverPage("p-1", "{}"), 400);
        holds("POST /pager/hook", post("/pager/hook", page()), 401);
    }

    private void answersHold() throws Exception {
        String accept = "POST /api/v1/alarms/{id}/accept";
        String reject = "POST /api/v1/alarms/{id}/reject";
        String history = "GET /api/v1/alarms/{id}/history";
        station.alerting.answerWith(200, "[{\"time\":1,\"actor\":\"\",\"what\":\"RAISED\",\"why\":\"\"}]");
        holds(history, "/api/v1/alarms/open/history", 200);
        station.alerting.answerWith(200, "{}");
        holds(accept, post("/api/v1/alarms/open/accept", ""), 200);
        holds(reject, post("/api/v1/alarms/open/reject", "{\"level\":1,\"reason\":\"with another patient\"}"), 200);
        station.alerting.answerWith(403, "{\"title\":\"You are not on the rota\",\"detail\":\"Say why.\"}");
        holds(accept, post("/api/v1/alarms/open/accept", "{}"), 403);
        station.alerting.answerWith(409);
        holds(reject, post("/api/v1/alarms/open/reject", "{\"level\":1}"), 409);
        station.alerting.answerWith(500);
        holds(history, "/api/v1/alarms/open/history", 502);
    }

    private void pausesHold() throws Exception {
        String pauses = "/api/v1/patients/" + station.patientIn("01") + "/pauses";
        String silences = pauses.replace("pauses", "silences");
        String pause = "{\"id\":\"x\",\"kind\":\"alarm\",\"patientRef\":\"" + station.patientIn("01")
                + "\",\"rule\":\"\",\"upTo\":\"high\",\"from\":1,\"until\":2,\"actor\":\"RN Okafor\",\"reason\":\"suction\"}";
        station.alerting.answerWith(200, "[" + pause + "]");
        holds("GET /api/v1/patients/{ref}/pauses", pauses, 200);
        station.alerting.answerWith(201, pause);
        String begin = "POST /api/v1/patients/{ref}/pauses";
        holds(begin, post(pauses, "{\"kind\":\"alarm\",\"seconds\":600,\"reason\":\"suction\"}"), 201);
        holds(begin, post(pauses, "{\"kind\":\"rule\",\"seconds\":600}"), 400);
        String silence = "{\"rule\":\"spo2-low\",\"seconds\":600,\"reason\":\"known\"}";
        holds("POST /api/v1/patients/{ref}/silences", postAsCharge(silences, silence), 201);
        assertThat(station.alerting.asked()).anyMatch(asked -> asked.body().contains("\"kind\":\"rule\""));
        holds("POST /api/v1/pauses/{id}/end", post("/api/v1/pauses/x/end", "{}"), 200);
    }

    private void receiversHold() throws Exception {
        station.alerting.answerWith(200, "[\"pager\"]");
        holds("GET /api/v1/receivers", "/api/v1/receivers", 200);
        station.alerting.answerWith(200, "{\"receiver\":\"pager\",\"delivered\":true,\"reason\":\"\",\"millis\":12}");
        holds("POST /api/v1/receivers/{name}/test", postAsCharge("/api/v1/receivers/pager/test", "{}"), 200);
    }

    private void burdenHolds() throws Exception {
        String burden = "GET /api/v1/wards/{ward}/burden";
        station.alerting.answerWith(
                200,
                "{\"alarms\":3,\"byPriority\":{\"high\":3},\"byKind\":{\"physiological\":3},\"pages\":4,\"answered\":2,"
                        + "\"medianResponseMillis\":1000,\"ninetiethResponseMillis\":null,\"notActionable\":1,"
                        + "\"reasons\":[{\"name\":\"probe moved\",\"alarms\":1}],\"topBeds\":[],\"topRules\":[]}");
        holds(burden, "/api/v1/wards/ward-7/burden?hours=8", 200);
        holds(burden, "/api/v1/wards/none/burden", 404);
        holds(burden, "/api/v1/wards/ward-7/burden?hours=0", 400);
        station.alerting.answerWith(500);
        holds(burden, "/api/v1/wards/ward-7/burden", 502);
    }

    private Answer postAsCharge(String path, String body) throws Exception {
        return station.call("POST", path).as("haddad").body(body).send();
    }

    private void registerHolds() throws Exception {
        String ward = "/api/v1/wards/ward-7";
        String patient = "/api/v1/patients/" + station.patientIn("01");
        holds("GET /api/v1/wards/{ward}/register", ward + "/register", 200);
        holds("GET /api/v1/wards/{ward}/register", "/api/v1/wards/none/register", 404);
        chartHolds(patient);
        wardHolds(ward);
        String limits = "{\"rules\":[{\"rule\":\"spo2-low\",\"levels\":[{\"priority\":\"medium\","
                + "\"threshold\":88,\"delayMs\":20000}]}],\"reason\":\"COPD\"}";
        holds("POST /api/v1/patients/{ref}/limits", post(patient + "/limits", limits), 200);
        holds("POST /api/v1/patients/{ref}/limits", post(patient + "/limits", limits.replace("88", "880")), 400);
        String unseen = limits.replace("}],\"reason", "}],\"revision\":1,\"reason");
        holds("POST /api/v1/patients/{ref}/limits", post(patient + "/limits", unseen), 409);
        holds(
                "POST /api/v1/patients/{ref}/care-profile",
                post(patient + "/care-profile", "{\"careProfile\":\"adult-ward\",\"reason\":\"x\"}"),
                200);
        String order = "{\"scale\":2,\"orderedBy\":\"Dr Moreau\",\"reason\":\"hypercapnia\"}";
        holds("POST /api/v1/patients/{ref}/spo2-scale", post(patient + "/spo2-scale", order), 200);
        holds("GET /api/v1/wards/{ward}/register", ward + "/register", 200);
        String demographics = "POST /api/v1/patients/{ref}/demographics";
        holds(
                demographics,
                post(patient + "/demographics", "{\"initials\":\"M.K.\",\"age\":72,\"sex\":\"female\"}"),
                200);
        holds(demographics, post(patient + "/demographics", "{\"initials\":\"M.K.\",\"age\":172}"), 400);
        holds(demographics, post("/api/v1/patients/p-none/demographics", "{\"initials\":\"M.K.\"}"), 404);
        devicesHold();
        declarationsHold();
        holds("POST /api/v1/patients/{ref}/transfer", post(patient + "/transfer", "{\"bed\":\"18\"}"), 200);
        holds("POST /api/v1/patients/{ref}/transfer", post(patient + "/transfer", "{\"bed\":\"03\"}"), 409);
        holds("POST /api/v1/patients/{ref}/discharge", post(patient + "/discharge", "{}"), 200);
        holds("POST /api/v1/patients/{ref}/discharge", post("/api/v1/patients/p-none/discharge", ""), 404);
        String admit = "POST /api/v1/wards/{ward}/beds/{bed}/patient";
        String somebody = "{\"initials\":\"X.Y.\",\"age\":44,\"sex\":\"male\"}";
        String early = somebody.replace("}", ",\"admittedAt\":0}");
        holds(admit, post(ward + "/beds/18/patient", early), 409);
        holds(admit, post(ward + "/beds/18/patient", early.replace(":0}", ":\"noon\"}")), 400);
        holds(admit, post(ward + "/beds/01/patient", somebody), 201);
        holds(admit, post(ward + "/beds/01/patient", somebody), 409);
        holds(admit, post(ward + "/beds/18/patient", "{}"), 400);
        holds("GET /api/v1/wards/{ward}/changes", ward + "/changes?limit=5", 200);
        holds("GET /api/v1/wards/{ward}/changes", ward + "/changes?limit=none", 400);
    }

    private void chartHolds(String patient) throws Exception {
        String chart = "POST /api/v1/patients/{ref}/chart";
        String seen = "{\"consciousness\":\"A\",\"oxygenFlow\":2,\"vitals\":[{\"vital\":\"respiratory-rate\","
                + "\"value\":16}],\"intervention\":\"mask\"}";
        Answer charted = post(patient + "/chart", seen);
        holds(chart, charted, 201);
        holds(chart, post(patient + "/chart", "{}"), 400);
        Answer noAmount = post(patient + "/chart", seen.replace(":2,", ":null,"));
        holds(chart, noAmount, 400);
        assertThat(noAmount.text()).contains("How much oxygen?");
        String entry = charted.json().path("entry").path("id").asText();
        String correct = "POST /api/v1/patients/{ref}/chart/{entry}/correct";
        String address = patient + "/chart/" + entry + "/correct";
        holds(correct, post(address, "{\"reason\":\"wrong bed\"}"), 200);
        holds(correct, post(address, "{\"reason\":\"wrong bed\"}"), 409);
        holds(correct, post(patient + "/chart/none/correct", "{\"reason\":\"x\"}"), 404);
        holds("GET /api/v1/patients/{ref}/chart", patient + "/chart?from=0", 200);
        holds("GET /api/v1/patients/{ref}/chart", "/api/v1/patients/p-none/chart", 404);
    }

    private void wardHolds(String ward) throws Exception {
        String nurse = "{\"bed\":\"18\",\"nurse\":\"okafor\"}";
        holds("POST /api/v1/wards/{ward}/beds", post(ward + "/beds", nurse), 200);
        holds("POST /api/v1/wards/{ward}/beds", post(ward + "/beds", nurse), 409);
        holds("POST /api/v1/wards/{ward}/beds", post(ward + "/beds", nurse.replace("18", "19")), 200);
        String remove = "POST /api/v1/wards/{ward}/beds/{bed}/remove";
        holds(remove, post(ward + "/beds/19/remove", "{\"reason\":\"moved\"}"), 200);
        holds(remove, post(ward + "/beds/01/remove", "{\"reason\":\"moved\"}"), 409);
        String other = "POST /api/v1/wards/{ward}/beds/{bed}/nurse";
        holds(other, post(ward + "/beds/01/nurse", "{\"nurse\":\"lindqvist\"}"), 200);
        holds(other, post(ward + "/beds/01/nurse", "{\"nurse\":\"nobody\"}"), 400);
        String rota = "{\"shifts\":[{\"name\":\"day\",\"from\":\"07:00\",\"steps\":[{\"role\":\"nurse of the bed\","
                + "\"receiver\":\"demo-pager\"},{\"role\":\"charge nurse\",\"receiver\":\"demo-pager\","
                + "\"person\":\"haddad\"}]}],\"reason\":\"winter\"}";
        holds("POST /api/v1/wards/{ward}/rota", post(ward + "/rota", rota), 200);
        holds("POST /api/v1/wards/{ward}/rota", post(ward + "/rota", rota.replace("07:00", "7")), 400);
        String unseen = rota.replace("\"reason\"", "\"revision\":1,\"reason\"");
        holds("POST /api/v1/wards/{ward}/rota", post(ward + "/rota", unseen), 409);
        String swap = "{\"bedA\":\"03\",\"bedB\":\"04\",\"what\":\"patients\"}";
        holds("POST /api/v1/wards/{ward}/swap", post(ward + "/swap", swap), 200);
        holds("POST /api/v1/wards/{ward}/swap", post(ward + "/swap", swap.replace("patients", "devices")), 200);
        holds("POST /api/v1/wards/{ward}/swap", post(ward + "/swap", swap.replace("patients", "nurses")), 400);
    }

    private void devicesHold() throws Exception {
        JsonNode devices = station.call("GET", "/api/v1/wards/ward-7/register")
                .as("okafor")
                .send()
                .json()
                .path("devices");
        String association =
                devices.path(0).path("associations").path(0).path("id").asText();
        String correct = "POST /api/v1/associations/{association}/correct";
        String now = Long.toString(station.clock.millis());
        String address = "/api/v1/associations/" + association + "/correct";
        holds(correct, post(address, "{\"to\":" + now + ",\"reason\":\"fell off\"}"), 200);
        holds(correct, post(address, "{\"reason\":\"again\"}"), 404);
        String takeOff = "POST /api/v1/devices/{device}/take-off";
        holds(takeOff, post("/api/v1/devices/my-watch/take-off", ""), 200);
        holds(takeOff, post("/api/v1/devices/none/take-off", "{}"), 404);
        holds(takeOff, post("/api/v1/devices/mon-02/take-off", "{\"at\":1}"), 400);
    }

    private void declarationsHold() throws Exception {
        String declare = "POST /api/v1/wards/{ward}/devices";
        String devices = "{\"devices\":[\"rec-a\",\"rec-b\"],\"profile\":\"hourly\",\"signals\":[{\"vital\":\"spo2\","
                + "\"intervalMs\":3600000,\"noSignalAfterMs\":14400000}]}";
        holds(declare, post("/api/v1/wards/ward-7/devices", devices), 200);
        holds(declare, post("/api/v1/wards/ward-7/devices", devices.replace("14400000", "1")), 400);
        holds(declare, post("/api/v1/wards/ward-7/devices", devices.replace("spo2", "aura")), 400);
        holds(declare, post("/api/v1/wards/ward-7/devices", devices.replace("hourly", "bedside-monitor")), 409);
    }

    private Answer post(String path, String body) throws Exception {
        return station.call("POST", path).as("haddad").body(body).send();
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
        station.board.apply(Records.risk(patient, now));
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
        station.trends.add(
                patient, new ScorePoint(before, 2.0, 5.0, false, "low", "medium", "consciousness", "temperature", ""));
        station.trends.add(
                patient, new ScorePoint(before.plusSeconds(60), null, null, false, "", "", "", "", "age unknown"));
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

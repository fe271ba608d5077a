package org.wardlight.station.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.AlarmState;
import org.wardlight.events.v1.AlarmTransition;
import org.wardlight.station.board.Records;
import org.wardlight.station.web.TestStation.Answer;

class AcknowledgeTest {

    private TestStation station;

    @BeforeEach
    void start() throws Exception {
        station = new TestStation(false);
        station.board.apply(Records.alarm("a1", station.patientIn("01"), 1, station.clock.millis())
                .build());
    }

    @AfterEach
    void stop() {
        station.close();
    }

    @Test
    void goesToAlertingWithWhoAsksAndTheirKey() throws Exception {
        acknowledge("{\"reason\":\"with the patient\"}", "key-1");

        assertThat(station.alerting.asked())
                .containsExactly(new FakeAlerting.Asked(
                        "/api/v1/alarms/a1/acknowledge",
                        "Bearer " + TestStation.TOKEN,
                        "RN Okafor",
                        "key-1",
                        "{\"reason\":\"with the patient\"}"));
    }

    @Test
    void answerIsTheAlarmAsItsRecordSays() throws Exception {
        CompletableFuture<Answer> asking = CompletableFuture.supplyAsync(() -> {
            try {
                return acknowledge("{}", "key-1");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        station.board.apply(Records.alarm("a1", station.patientIn("01"), 2, station.clock.millis())
                .setTransition(AlarmTransition.ACKNOWLEDGED)
                .setState(AlarmState.ACTIVE_ACKNOWLEDGED)
                .setAcknowledgedBy("RN Okafor")
                .setAcknowledgedMs(station.clock.millis())
                .build());

        Answer answer = asking.get(5, TimeUnit.SECONDS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("state").asText()).isEqualTo("active-acknowledged");
        assertThat(answer.json().path("seq").asLong()).isEqualTo(2);
    }

    @Test
    void recordThatIsLateDoesNotKeepTheNurseWaiting() throws Exception {
        Answer answer = acknowledge("{}", "key-1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("state").asText()).isEqualTo("active-acknowledged");
        assertThat(answer.json().path("acknowledgedBy").asText()).isEqualTo("RN Okafor");
    }

    @Test
    void alertingThatDoesNotAnswerIsSaid() throws Exception {
        station.alerting.close();

        Answer answer = acknowledge("{}", "key-1");

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.json().path("detail").asText()).startsWith("Alerting does not answer");
        assertThat(station.board.openAlarms().get(0).isUnacknowledged()).isTrue();
    }

    @Test
    void whatAlertingRefusesIsNeverShownAsDone() throws Exception {
        for (int[] expected : new int[][] {{404, 404}, {409, 409}, {401, 502}, {500, 502}}) {
            station.alerting.answerWith(expected[0]);

            assertThat(acknowledge("{}", "key-" + expected[0]).status()).isEqualTo(expected[1]);
        }
        assertThat(station.board.openAlarms().get(0).isUnacknowledged()).isTrue();
    }

    @Test
    void whatAlertingSaysAboutARefusalIsPassedOn() throws Exception {
        station.alerting.answerWith(
                403, "{\"title\":\"You are not on the rota\",\"detail\":\"Say why you take the alarm.\"}");

        Answer answer = acknowledge("{}", "key-1");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("title").asText()).isEqualTo("You are not on the rota");
        assertThat(answer.json().path("detail").asText()).startsWith("Say why");
    }

    @Test
    void idThatIsNoneNeverReachesAlerting() throws Exception {
        Answer answer = station.call("POST", "/api/v1/alarms/..%2f..%2fadmin/acknowledge")
                .as("okafor")
                .body("{}")
                .send();

        assertThat(answer.status()).isBetween(400, 404);
        assertThat(station.alerting.asked()).isEmpty();
    }

    @Test
    void connectingADeviceTwiceWithOneKeyIsDoneOnce() throws Exception {
        Answer first = connect("my-watch", "key-1");
        Answer again = connect("my-watch", "key-1");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().path("device").path("id").asText()).isEqualTo("my-watch");
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(connect("your-watch", "key-1").status()).isEqualTo(409);
    }

    @Test
    void whatFailedMayBeTriedAgainWithTheSameKey() throws Exception {
        station.registerFile.fail(true);
        assertThat(connect("my-watch", "key-1").status()).isEqualTo(502);
        station.registerFile.fail(false);

        assertThat(connect("my-watch", "key-1").status()).isEqualTo(200);
    }

    private Answer acknowledge(String body, String key) throws Exception {
        return station.call("POST", "/api/v1/alarms/a1/acknowledge")
                .as("okafor")
                .header("Idempotency-Key", key)
                .body(body)
                .send();
    }

    private Answer connect(String device, String key) throws Exception {
        return station.call("POST", "/api/v1/wards/ward-7/beds/17/device")
                .as("okafor")
                .header("Idempotency-Key", key)
                .body("{\"device\":\"" + device + "\",\"profile\":\"wrist-wearable\"}")
                .send();
    }
}

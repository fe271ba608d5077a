package org.wardlight.alerting.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.alerting.TestWard.start;
import static org.wardlight.alerting.TestWard.update;
import static org.wardlight.events.v1.Severity.SEVERITY_HIGH;
import static org.wardlight.events.v1.Severity.SEVERITY_MEDIUM;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.wardlight.alerting.TestWard;

/** Pauses, acceptance, rejection and history over a real socket. */
class PauseApiTest extends ApiTest {

    private static final String PAUSES = "/api/v1/patients/" + TestWard.PATIENT_REF + "/pauses";

    @Test
    void aProcedureKeepsEverythingQuietUntilSomebodyEndsIt() throws Exception {
        // given
        HttpResponse<String> begun = post(PAUSES, "{\"kind\":\"alarm\",\"seconds\":600,\"reason\":\"suction\"}");
        assertThat(begun.statusCode()).isEqualTo(201);
        ward.condition(start("a", SEVERITY_HIGH, 15));
        assertThat(ward.pages()).isEmpty();
        assertThat(only().get("heldBecause").asText()).isEqualTo("paused");

        JsonNode all = JSON.readTree(get("/api/v1/pauses").body());
        assertThat(all.findValuesAsText("patientRef")).containsExactly(TestWard.PATIENT_REF);

        // when
        String id = JSON.readTree(begun.body()).get("id").asText();
        assertThat(post("/api/v1/pauses/" + id + "/end", "").statusCode()).isEqualTo(200);

        // then
        assertThat(ward.pages()).hasSize(1);
        assertThat(JSON.readTree(get(PAUSES).body())).isEmpty();
        assertThat(JSON.readTree(get("/api/v1/pauses").body())).isEmpty();
        assertThat(post("/api/v1/pauses/" + id + "/end", "").statusCode()).isEqualTo(404);
    }

    @Test
    void aSilencedRuleIsSilentUpToThePriorityThatWasKnown() throws Exception {
        // given
        ward.condition(start("a", SEVERITY_MEDIUM, 15));
        int before = ward.pages().size();

        // when
        post(PAUSES, "{\"kind\":\"rule\",\"rule\":\"spo2-low\",\"seconds\":3600,\"reason\":\"chronic\"}");
        assertThat(only().get("heldBecause").asText()).isEqualTo("silenced");
        ward.condition(update("a", SEVERITY_HIGH, 60));

        // then
        assertThat(ward.pages()).hasSize(before + 1);
    }

    @Test
    void anAudioPauseSilencesTheBoardAndNobodysPager() throws Exception {
        ward.condition(start("a", SEVERITY_MEDIUM, 15));

        post(PAUSES, "{\"kind\":\"audio\",\"seconds\":120}");

        assertThat(only().get("audioPausedUntil").isNull()).isFalse();
        assertThat(only().get("heldUntil").isNull()).isTrue();
        assertThat(ward.pages()).hasSize(1);
    }

    @Test
    void everythingThatIsKeptQuietHasAnEndAnAuthorAndAReason() throws Exception {
        assertThat(post(PAUSES, "{\"kind\":\"alarm\",\"reason\":\"x\"}").statusCode())
                .isEqualTo(400);
        assertThat(post(PAUSES, "{\"kind\":\"alarm\",\"seconds\":1801,\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(PAUSES, "{\"kind\":\"alarm\",\"seconds\":600}").statusCode())
                .isEqualTo(400);
        assertThat(post(PAUSES, "{\"kind\":\"rule\",\"seconds\":600,\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(PAUSES, "{\"kind\":\"for-ever\",\"seconds\":600,\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(api.send(ofTheStation(PAUSES)
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "{\"kind\":\"alarm\",\"seconds\":600,\"reason\":\"x\"}")))
                        .statusCode())
                .as("no actor")
                .isEqualTo(400);
    }

    @Test
    void historySaysWhoAcceptedAndWhoRejected() throws Exception {
        // given
        ward.condition(start("a", SEVERITY_HIGH, 15));

        // when
        assertThat(post("/api/v1/alarms/a/reject", "{\"level\":1,\"reason\":\"busy\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(post("/api/v1/alarms/a/reject", "{\"level\":1}").statusCode())
                .isEqualTo(409);
        assertThat(post("/api/v1/alarms/a/reject", "{}").statusCode()).isEqualTo(400);
        HttpResponse<String> accepted = post("/api/v1/alarms/a/accept", "");
        assertThat(JSON.readTree(accepted.body()).get("responsibility").asText())
                .isEqualTo("accepted");

        // then
        assertThat(JSON.readTree(get("/api/v1/alarms/a/history").body()).findValuesAsText("what"))
                .containsExactly("RAISED", "REJECTED", "ESCALATED", "ACCEPTED");
        assertThat(get("/api/v1/alarms/z/history").statusCode()).isEqualTo(404);
    }

    private JsonNode only() throws Exception {
        JsonNode alarms = JSON.readTree(get("/api/v1/alarms").body());
        assertThat(alarms).hasSize(1);
        return alarms.get(0);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return api.send(ofTheStation(path).GET());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return api.send(ofTheStation(path)
                .header("X-Wardlight-Actor", "RN Okafor")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}

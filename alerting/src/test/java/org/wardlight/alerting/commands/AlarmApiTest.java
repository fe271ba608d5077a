package org.wardlight.alerting.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.alerting.TestWard.end;
import static org.wardlight.alerting.TestWard.start;
import static org.wardlight.events.v1.Severity.SEVERITY_HIGH;
import static org.wardlight.events.v1.Severity.SEVERITY_MEDIUM;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.wardlight.alerting.TestWard;

/** The command API over a real socket. */
class AlarmApiTest extends ApiTest {

    @Test
    void listsOpenAlarmsWithThePriorityThatMattersMostFirst() throws Exception {
        // given
        ward.condition(
                start("m", SEVERITY_MEDIUM, 10).toBuilder().setRule("x-low").build());
        ward.condition(start("h", SEVERITY_HIGH, 15));
        ward.condition(
                start("c", SEVERITY_MEDIUM, 16).toBuilder().setRule("y-low").build());
        ward.condition(end("c", 20).toBuilder().setRule("y-low").build());

        // when
        JsonNode alarms = JSON.readTree(get("").body());

        // then
        assertThat(alarms.findValuesAsText("id")).containsExactly("h", "m");
        JsonNode high = alarms.get(0);
        assertThat(high.get("bed").asText()).isEqualTo("12B");
        assertThat(high.get("state").asText()).isEqualTo("active-unacknowledged");
        assertThat(high.get("text").asText()).isEqualTo("SpO2 84 < 85");
        assertThat(high.get("marks").asText()).isEqualTo("***");
        assertThat(high.get("priority").asText()).isEqualTo("high");
        assertThat(high.get("kind").asText()).isEqualTo("physiological");
        assertThat(high.get("recipient").asText()).isEqualTo("RN Okafor");
        assertThat(high.get("nextEscalation").asLong())
                .isBetween(
                        TestWard.START.plusSeconds(60).toEpochMilli(),
                        ward.time.instant().plusSeconds(60).toEpochMilli());
        assertThat(high.get("acknowledgedBy").isNull()).isTrue();
        assertThat(high.get("ended").isNull()).isTrue();
        assertThat(high.get("deciding").get("seq").asLong()).isEqualTo(115);
        assertThat(high.get("observed").asDouble()).isEqualTo(84);
    }

    @Test
    void listsEveryOpenAlarmHoweverManyThereAre() throws Exception {
        // given
        ward.condition(start("oldest", SEVERITY_HIGH, 15));
        ward.advance(Duration.ofSeconds(1));
        for (int i = 0; i < 500; i++) {
            ward.condition(start("m" + i, SEVERITY_MEDIUM, 16).toBuilder()
                    .setRule("rule-" + i + "-low")
                    .build());
        }

        // when
        JsonNode open = JSON.readTree(get("").body());

        // then
        assertThat(open).hasSize(501);
        assertThat(open.get(0).get("id").asText()).isEqualTo("oldest");
        assertThat(JSON.readTree(get("?state=active-unacknowledged").body())).hasSize(501);
    }

    @Test
    void listsByState() throws Exception {
        // given
        ward.condition(start("h", SEVERITY_HIGH, 15));
        ward.condition(end("h", 40));

        // then
        assertThat(JSON.readTree(get("?state=latched").body())).hasSize(1);
        assertThat(JSON.readTree(get("?state=closed").body())).isEmpty();
        assertThat(get("?state=asleep").statusCode()).isEqualTo(400);
    }

    @Test
    void acknowledgesForAPersonOnce() throws Exception {
        // given
        ward.condition(start("h", SEVERITY_HIGH, 15));

        // when
        HttpResponse<String> first = post(command("h").header("Idempotency-Key", "k1"), "{\"reason\":\"at the bed\"}");
        HttpResponse<String> again = post(command("h").header("Idempotency-Key", "k1"), "{\"reason\":\"at the bed\"}");

        // then
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(first.body()).get("acknowledgedBy").asText()).isEqualTo("RN Okafor");
        assertThat(JSON.readTree(first.body()).get("state").asText()).isEqualTo("active-acknowledged");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(ward.events()).hasSize(2);
    }

    @Test
    void answersWithAProblemWhenItCannotAcknowledge() throws Exception {
        // given
        ward.condition(start("c", SEVERITY_MEDIUM, 15));
        ward.condition(end("c", 20));

        // then
        assertThat(post(command("nobody"), "").statusCode()).isEqualTo(404);
        HttpResponse<String> closed = post(command("c"), "");
        assertThat(closed.statusCode()).isEqualTo(409);
        assertThat(closed.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(closed.body());
        assertThat(problem.get("title").asText()).isNotEmpty();
        assertThat(problem.get("detail").asText()).isNotEmpty();
        assertThat(problem.get("reference").asText()).hasSize(8);
        assertThat(post(command("c"), "not json").statusCode()).isEqualTo(400);
    }

    @Test
    void wantsToKnowWhoAsks() throws Exception {
        // given
        ward.condition(start("h", SEVERITY_HIGH, 15));

        // then
        assertThat(post(request("h").header("X-Wardlight-Actor", "RN Okafor"), "")
                        .statusCode())
                .isEqualTo(401);
        assertThat(post(
                                request("h")
                                        .header("X-Wardlight-Actor", "RN Okafor")
                                        .header("Authorization", "Bearer wrong"),
                                "")
                        .statusCode())
                .isEqualTo(401);
        assertThat(post(request("h").header("Authorization", "Bearer " + TestWard.TOKEN), "")
                        .statusCode())
                .isEqualTo(400);
        assertThat(ward.events()).hasSize(1);
    }

    @Test
    void answersUnknownAddressesWithAProblem() throws Exception {
        // when
        HttpResponse<String> answer = api.send(ofTheStation("/api/v1/nothing").GET());

        // then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(answer.body()).has("reference")).isTrue();
    }

    private HttpResponse<String> get(String query) throws Exception {
        return api.send(ofTheStation("/api/v1/alarms" + query).GET());
    }

    private HttpRequest.Builder command(String alarm) {
        return request(alarm)
                .header("Authorization", "Bearer " + TestWard.TOKEN)
                .header("X-Wardlight-Actor", "RN Okafor");
    }

    private HttpRequest.Builder request(String alarm) {
        return api.request("/api/v1/alarms/" + alarm + "/acknowledge");
    }

    private HttpResponse<String> post(HttpRequest.Builder request, String body) throws Exception {
        return api.send(request.POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}

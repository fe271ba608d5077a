package org.wardlight.alerting.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.wardlight.alerting.TestWard;

/** Test pages, over a real socket to a real receiver. */
class ReceiverApiTest extends ApiTest {

    @Test
    void aTestPageArrivesSaysThatItIsOneAndStandsInTheAudit() throws Exception {
        HttpResponse<String> answer = test("pager");

        JsonNode result = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(result.get("delivered").asBoolean()).isTrue();
        JsonNode page = JSON.readTree(api.receiver.received.get(0).body());
        assertThat(page.get("type").asText()).isEqualTo("alarm.test-page");
        assertThat(page.at("/data/text").asText()).contains("Nothing is wrong");
        assertThat(ward.store.auditOf(""))
                .anySatisfy(entry -> assertThat(entry.what() + " " + entry.actor() + " " + entry.why())
                        .isEqualTo("TEST_PAGE CN Lindqvist pager: delivered"));
    }

    @Test
    void saysWhyItDidNotArriveAndTriesOnce() throws Exception {
        api.receiver.then(503);

        JsonNode result = JSON.readTree(test("pager").body());

        assertThat(result.get("delivered").asBoolean(true)).isFalse();
        assertThat(result.get("reason").asText()).isEqualTo("http-503");
        assertThat(api.receiver.received).hasSize(1);
    }

    @Test
    void namesTheReceiversThereAre() throws Exception {
        assertThat(test("nobody").statusCode()).isEqualTo(404);
        assertThat(test("nobody").body()).contains("Configured are pager");
        HttpResponse<String> list =
                api.send(api.request("/api/v1/receivers").header("Authorization", "Bearer " + TestWard.TOKEN));
        assertThat(list.body()).isEqualTo("[\"pager\"]");
    }

    private HttpResponse<String> test(String receiver) throws Exception {
        return api.send(ofTheStation("/api/v1/receivers/" + receiver + "/test")
                .header(AlarmApi.ACTOR_HEADER, "CN Lindqvist")
                .POST(HttpRequest.BodyPublishers.noBody()));
    }
}

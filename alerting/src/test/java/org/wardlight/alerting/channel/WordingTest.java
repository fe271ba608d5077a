package org.wardlight.alerting.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What each kind of HTTP receiver is sent, and how its answers are read. */
class WordingTest {

    private static final URI URI_OF_ALL = URI.create("https://receiver.example/hook");
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:20Z");

    @Test
    void triggersAnIncidentOfPagerDutyThatARepeatJoins() throws Exception {
        JsonNode event = json(new PagerDutyEvent(new Target.PagerDuty(URI_OF_ALL, "key")));

        assertThat(event.get("routing_key").asText()).isEqualTo("key");
        assertThat(event.get("event_action").asText()).isEqualTo("trigger");
        assertThat(event.get("dedup_key").asText()).isEqualTo("a-1-1");
        assertThat(event.at("/payload/summary").asText()).isEqualTo("*** 12B SpO2 84 < 85");
        assertThat(event.at("/payload/source").asText()).isEqualTo("ward W3, bed 12B");
        assertThat(event.at("/payload/severity").asText()).isEqualTo("critical");
        assertThat(event.at("/payload/custom_details/role").asText()).isEqualTo("nurse of the bed");
    }

    @Test
    void writesToSlackWithoutMarkup() throws Exception {
        JsonNode message = json(new SlackMessage(new Target.Slack(URI_OF_ALL)));

        assertThat(message.get("text").asText()).startsWith("*** 12B SpO2 84 &lt; 85\nWard W3, high priority.");
        assertThat(message.get("mrkdwn").asBoolean(true)).isFalse();
    }

    @Test
    void givesTeamsAnAdaptiveCard() throws Exception {
        JsonNode message = json(new TeamsCard(new Target.Teams(URI_OF_ALL)));

        assertThat(message.get("type").asText()).isEqualTo("message");
        JsonNode attachment = message.at("/attachments/0");
        assertThat(attachment.get("contentType").asText()).isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(attachment.at("/content/type").asText()).isEqualTo("AdaptiveCard");
        assertThat(attachment.at("/content/body/0/inlines/0/text").asText()).isEqualTo("*** 12B SpO2 84 < 85");
        assertThat(attachment.at("/content/body/1/inlines/0/text").asText()).contains("Asked: nurse of the bed");
    }

    @Test
    void saysThatItIsAReminder() {
        Page reminder =
                Page.of("a-3-4", TestPage.HIGH.body().replace("\"reminder_of\":null", "\"reminder_of\":\"a-3-3\""));

        assertThat(reminder.title()).isEqualTo("Reminder: *** 12B SpO2 84 < 85");
    }

    @Test
    void waitsAsLongAsAReceiverAsksInSecondsOrByADateAndFollowsNobodyElsewhere() throws Exception {
        try (ScriptedHttp server = new ScriptedHttp(null)) {
            Channel channel = Channel.to(
                    new Target.Slack(URI.create("http://127.0.0.1:" + server.port() + "/")),
                    Network.of(true, Duration.ofSeconds(1), Duration.ofSeconds(2), () -> NOW));
            server.answering("HTTP/1.1 429 No\r\nRetry-After: 12\r\nContent-Length: 0\r\n\r\n");
            assertThat(channel.send(TestPage.HIGH).retryAfter()).isEqualTo(Duration.ofSeconds(12));

            server.answering(
                    "HTTP/1.1 503 No\r\nRetry-After: Sun, 1 Mar 2026 08:00:50 GMT\r\nContent-Length: 0\r\n\r\n");
            assertThat(channel.send(TestPage.HIGH).retryAfter()).isEqualTo(Duration.ofSeconds(30));

            server.answering("HTTP/1.1 503 No\r\nRetry-After: soon\r\nContent-Length: 0\r\n\r\n");
            assertThat(channel.send(TestPage.HIGH).retryAfter()).isNull();

            server.answering("HTTP/1.1 302 There\r\nLocation: http://elsewhere.example/\r\nContent-Length: 0\r\n\r\n");
            assertThat(channel.send(TestPage.HIGH)).isEqualTo(PageOutcome.refused("http-302"));
        }
    }

    private static JsonNode json(Wording wording) throws Exception {
        assertThat(wording.uri()).isEqualTo(URI_OF_ALL);
        return new ObjectMapper().readTree(wording.of(TestPage.HIGH).body());
    }
}

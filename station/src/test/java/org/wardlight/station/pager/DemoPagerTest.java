package org.wardlight.station.pager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wardlight.station.MovableClock;
import org.wardlight.station.pager.DemoPager.Result;

class DemoPagerTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final MovableClock ward = new MovableClock();
    private final DemoPager pager = new DemoPager(
            SECRET, new DemoPager.Clocks(InstantSource.system(), ward), new ObjectMapper(), new SimpleMeterRegistry());

    @Test
    void signedPageIsKeptAndTold() throws Exception {
        List<ReceivedPage> heard = new ArrayList<>();
        pager.onPage(heard::add);

        assertThat(deliver("p1", body("a1"))).isEqualTo(Result.PAGE);

        assertThat(pager.pages()).isEqualTo(heard).singleElement().satisfies(page -> {
            assertThat(page.pageId()).isEqualTo("p1");
            assertThat(page.data().alarmId()).isEqualTo("a1");
            assertThat(page.data().deciding()).isNotNull();
            assertThat(page.receivedWardMillis()).isEqualTo(ward.millis());
        });
    }

    @Test
    void delayCountsFromTheLaterOfDueAndSent() throws Exception {
        deliver("p1", body("a1"));

        // due 900 ms before arrival, the deciding reading sent 400 ms before
        assertThat(pager.pages().get(0).sensorToPageMillis()).isEqualTo(400);
    }

    @Test
    void samePageAgainIsCountedAndNotToldAgain() throws Exception {
        List<ReceivedPage> heard = new ArrayList<>();
        pager.onPage(heard::add);
        deliver("p1", body("a1"));

        assertThat(deliver("p1", body("a1"))).isEqualTo(Result.REPEAT);

        assertThat(heard).hasSize(1);
        assertThat(pager.pages()).singleElement().satisfies(page -> assertThat(page.repeat())
                .isEqualTo(1));
    }

    @Test
    void pageWithoutOrWithAForeignSignatureIsRefused() throws Exception {
        assertThat(pager.receive(Map.of(), body("a1"))).isEqualTo(Result.UNSIGNED);
        assertThat(pager.receive(
                        headers("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "p1", body("a1"), seconds()), body("a1")))
                .isEqualTo(Result.UNSIGNED);
        assertThat(pager.receive(headers(SECRET, "p1", body("a1"), seconds()), body("a2")))
                .isEqualTo(Result.UNSIGNED);
        assertThat(pager.receive(headers(SECRET, "p1", body("a1"), seconds() - 3_600), body("a1")))
                .isEqualTo(Result.UNSIGNED);
        assertThat(pager.pages()).isEmpty();
    }

    @Test
    void signedNonsenseIsRefused() throws Exception {
        assertThat(deliver("p1", "{\"type\":\"other\"}")).isEqualTo(Result.UNREADABLE);
        assertThat(deliver("p1", "nonsense")).isEqualTo(Result.UNREADABLE);
    }

    @Test
    void pagesAreBounded() throws Exception {
        for (int i = 0; i < 250; i++) {
            deliver("p" + i, body("a" + i));
        }

        assertThat(pager.pages()).hasSize(200);
        assertThat(pager.pages().get(0).pageId()).isEqualTo("p249");
    }

    private Result deliver(String id, String body) throws WebhookSigningException {
        return pager.receive(headers(SECRET, id, body, seconds()), body);
    }

    private static long seconds() {
        return InstantSource.system().instant().getEpochSecond();
    }

    private static Map<String, List<String>> headers(String secret, String id, String body, long timestamp)
            throws WebhookSigningException {
        return Map.of(
                "webhook-id", List.of(id),
                "webhook-timestamp", List.of(Long.toString(timestamp)),
                "webhook-signature", List.of(new Webhook(secret).sign(id, timestamp, body)));
    }

    private String body(String alarmId) {
        long now = ward.millis();
        return """
                {"type":"alarm.page","timestamp":"2026-11-21T08:00:00Z","data":{"alarm_id":"%s","page_id":"x",
                "ward":"ward-7","bed":"07","priority":"high","marks":"***","text":"SpO2 84 < 85","level":1,
                "role":"nurse of the bed","recipient":"RN Okafor","kind":"physiological","rule":"spo2-low",
                "raised":"2026-11-21T08:00:00Z","due_ms":%d,"deciding":{"device":"mon-07","boot":1,"seq":17,
                "content_hash":null,"device_time_ms":%d,"sent_time_ms":%d,"ingest_time_ms":%d},
                "dedup_key":"k","intendedUse":"research"}}
                """.formatted(alarmId, now - 900, now - 500, now - 400, now - 300);
    }
}

package org.wardlight.station.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.wardlight.station.alerting.AlertingClient;
import org.wardlight.station.alerting.PauseFeed;
import org.wardlight.station.board.PauseInForce;

class PauseFeedTest {

    private final List<List<PauseInForce>> heard = new CopyOnWriteArrayList<>();

    @Test
    void tellsTheBoardWhatIsPausedAndKeepsItWhileAlertingIsSilent() throws Exception {
        try (FakeAlerting alerting = new FakeAlerting();
                PauseFeed feed = new PauseFeed(new AlertingClient(alerting.uri(), "token"), heard::add)) {
            alerting.answerWith(200, """
                    [{"id":"x","kind":"alarm","patientRef":"p-1","rule":"","upTo":"high","from":1,"until":2,\
                    "actor":"RN Okafor","reason":"suction"}]""");
            feed.start();
            await().atMost(Duration.ofSeconds(5)).until(() -> !heard.isEmpty());
            assertThat(heard.get(0)).containsExactly(new PauseInForce("p-1", "alarm", "", 2, "RN Okafor", "suction"));
            assertThat(feed.problem()).isEmpty();

            alerting.answerWith(500);

            await().atMost(Duration.ofSeconds(6)).until(() -> feed.problem().isPresent());
            assertThat(heard).allMatch(pauses -> pauses.size() == 1);
        }
    }
}

package org.wardlight.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.wardlight.station.pager.PageData;
import org.wardlight.station.pager.ReceivedPage;

/**
 * One breach from a device to a page, an escalation and an acknowledgement, through the real broker, log, job, database and
 * web server. Four beds at six times the speed; the patient of the last bed declines.
 */
@TestMethodOrder(OrderAnnotation.class)
class BreachE2E {

    private static final String SPO2_LOW = "spo2-low";
    private static final String BED = "04";

    private static EmbeddedWard ward;
    private static DemoRun run;
    private static BoardClient board;

    @BeforeAll
    static void startsAWard() throws InterruptedException {
        ward = Wards.start(4, "sepsis", 6);
        run = new DemoRun(
                ward, DemoOptions.standard().withBeds(4).withScenario("sepsis").withSpeed(6));
        board = new BoardClient(ward.view());
        assertThat(run.awaitFirstValue()).isPresent();
    }

    @AfterAll
    static void stopsIt() {
        ward.close();
    }

    @Test
    @Order(1)
    void showsEveryBedLive() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            for (JsonNode tile : tiles()) {
                if (tile.path("state").asText().equals("occupied")) {
                    assertThat(numeric(tile, "spo2").path("value").isNumber()).isTrue();
                }
            }
        });
        assertThat(tiles()).hasSize(5);
    }

    @Test
    @Order(2)
    void startsTheAlarmAtItsDueTimeThoughTheJobIsRestartedInMidDelay() {
        // From here until everything has been paged and acknowledged the trend store is away: no alarm may need it.
        ward.stopTrendStore();
        long violated = firstViolationMillis();
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> now() > violated + 4000);

        ward.stopJob();
        ward.startJob();

        await().atMost(Duration.ofSeconds(40)).until(() -> !raised().isEmpty());
        JsonNode alarm = raised().get(0);
        assertThat(alarm.path("due").asLong() - alarm.path("onset").asLong())
                .as("15 s after the first violating reading, on the ward's clock")
                .isBetween(14_000L, 16_500L);
        assertThat(raised()).as("not doubled by the restart").hasSize(1);
    }

    @Test
    @Order(3)
    void pagesTheNurseAndNamesTheMessageThatDecided() {
        await().atMost(Duration.ofSeconds(20)).until(() -> !pages(1).isEmpty());

        ReceivedPage page = pages(1).get(0);
        PageData.Deciding deciding = page.data().deciding();
        assertThat(page.data().bed()).isEqualTo(BED);
        assertThat(page.data().text()).contains("SpO2").contains("< 90");
        assertThat(deciding).isNotNull();
        assertThat(ward.simulators().ledger().acknowledged().get(deciding.device()))
                .as("the page names a message that its device sent")
                .satisfies(sent -> assertThat(sent.contains(
                                Objects.requireNonNull(deciding.boot()), Objects.requireNonNull(deciding.seq())))
                        .isTrue());
    }

    @Test
    @Order(4)
    void asksTheChargeNurseWhenNobodyAcknowledgesThoughThereIsNoJobMeanwhile() {
        assertThat(pages(2)).isEmpty();
        ward.stopJob();

        await().atMost(Duration.ofSeconds(40)).until(() -> !pages(2).isEmpty());

        assertThat(pages(2).get(0).data().role()).isEqualTo("charge nurse");
        ward.startJob();
    }

    @Test
    @Order(5)
    void refusesAnAcknowledgementOfNobody() {
        String id = raised().get(0).path("id").asText();

        assertThat(board.postWithoutActor("/api/v1/alarms/" + id + "/acknowledge", "{}")
                        .statusCode())
                .isEqualTo(401);
        assertThat(board.post("/api/v1/alarms/" + id + "/acknowledge", "{}", "moreau")
                        .statusCode())
                .as("a viewer may look, not act")
                .isEqualTo(403);
    }

    @Test
    @Order(6)
    void closesTheLoopWhenTheNurseAcknowledges() {
        String id = raised().get(0).path("id").asText();

        var answer = board.post("/api/v1/alarms/" + id + "/acknowledge", "{\"reason\":\"at the bed\"}", "okafor");

        assertThat(answer.statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            JsonNode alarm = raised().get(0);
            assertThat(alarm.path("state").asText()).isEqualTo("active-acknowledged");
            assertThat(alarm.path("acknowledgedBy").asText()).isEqualTo("RN Okafor");
        });
    }

    @Test
    @Order(7)
    void raisesNews2FromTheWholePicture() {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            JsonNode news2 = tile(BED).path("news2");
            assertThat(news2.path("lower").asInt()).isGreaterThanOrEqualTo(5);
            assertThat(board.alarms("all", a -> a.path("rule").asText().equals("news2")))
                    .isNotEmpty();
        });
    }

    @Test
    @Order(8)
    void losesNothingThatWasAcknowledged() throws InterruptedException {
        ward.startTrendStore();

        DemoFigures figures = run.finish();

        assertThat(figures.lost()).isZero();
        assertThat(figures.messagesAcknowledged()).isEqualTo(figures.messagesPublished());
        assertThat(figures.messagesInLog()).isEqualTo(figures.messagesAcknowledged());
        assertThat(figures.rejected()).isZero();
        assertThat(figures.scores()).isPositive();
        assertThat(figures.windows()).isPositive();
        assertThat(figures.trendRows())
                .as("rows of all windows, though the store was away meanwhile")
                .isEqualTo(figures.windows());
    }

    private static List<JsonNode> raised() {
        return board.alarms(
                "all",
                alarm -> alarm.path("rule").asText().equals(SPO2_LOW)
                        && alarm.path("bed").asText().equals(BED));
    }

    private static List<ReceivedPage> pages(int level) {
        return ward.station().pages().stream()
                .filter(page ->
                        page.data().rule().equals(SPO2_LOW) && page.data().level() == level)
                .toList();
    }

    private static long firstViolationMillis() {
        return ward.simulators().groundTruth().stream()
                .filter(expected -> expected.rule().equals(SPO2_LOW))
                .findFirst()
                .orElseThrow()
                .firstViolation()
                .toEpochMilli();
    }

    private static long now() {
        return ward.clock().instant().toEpochMilli();
    }

    private static Iterable<JsonNode> tiles() {
        return board.get("/api/v1/wards/ward-7").path("tiles");
    }

    private static JsonNode tile(String bed) {
        for (JsonNode tile : tiles()) {
            if (tile.path("bed").asText().equals(bed)) {
                return tile;
            }
        }
        throw new AssertionError("no bed " + bed);
    }

    private static JsonNode numeric(JsonNode tile, String vital) {
        for (JsonNode numeric : tile.path("numerics")) {
            if (numeric.path("vital").asText().equals(vital)) {
                return numeric;
            }
        }
        throw new AssertionError("no " + vital + " in " + tile);
    }
}

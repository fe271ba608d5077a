package org.wardlight.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wardlight.events.CareProfiles;
import org.wardlight.simulators.scenario.ExpectedCondition;
import org.wardlight.station.pager.ReceivedPage;

class ExpectedPagesTest {

    private static final Instant ONSET = Instant.parse("2026-01-01T00:01:40Z");
    private static final Instant RUN_END = ONSET.plusSeconds(300);

    private final ExpectedPages expected = new ExpectedPages(CareProfiles.adultWard(), Duration.ofSeconds(15));

    @Test
    void givesEachRuleItsOwnLongestDelayAndTheMargin() {
        assertThat(expected.reaction("spo2-low")).isEqualTo(Duration.ofSeconds(30));
        assertThat(expected.reaction("heart-rate-high")).isEqualTo(Duration.ofSeconds(25));
        assertThat(expected.reaction("respiratory-rate-high")).isEqualTo(Duration.ofSeconds(45));
        assertThat(expected.reaction("systolic-pressure-low")).isEqualTo(Duration.ofSeconds(315));
        assertThat(expected.reaction("body-temperature-high")).isEqualTo(Duration.ofSeconds(615));
    }

    @Test
    void takesAFirstPageThatWasDecidedDuringTheBreach() {
        assertThat(missing(breach(null), page("a", 1, 15))).isEmpty();
        assertThat(missing(breach(null), page("a", 1, -1))).as("a rounded time").isEmpty();
    }

    @Test
    void doesNotTakeAPageOfAnotherLevelRuleOrDevice() {
        ReceivedPage otherRule = page("a", 1, 15, "spo2-high", "mon-01");
        ReceivedPage otherDevice = page("a", 1, 15, "spo2-low", "mon-02");

        assertThat(missing(breach(null), page("a", 2, 15))).hasSize(1);
        assertThat(missing(breach(null), otherRule, otherDevice)).hasSize(1);
        assertThat(missing(breach(null))).hasSize(1);
    }

    @Test
    void doesNotTakeAPageOfAnEarlierOrLaterBreach() {
        Map<String, Long> closed = Map.of("a", ONSET.minusSeconds(10).toEpochMilli());

        assertThat(missing(List.of(breach(null)), closed, page("a", 1, -40))).hasSize(1);
        assertThat(missing(breach(ONSET.plusSeconds(40)), page("a", 1, 69))).isEmpty();
        assertThat(missing(breach(ONSET.plusSeconds(40)), page("a", 1, 71))).hasSize(1);
    }

    @Test
    void takesThePageOfAnAlarmThatWasStillOpen() {
        Map<String, Long> closedLater = Map.of("a", ONSET.plusSeconds(60).toEpochMilli());

        assertThat(missing(breach(null), page("a", 1, -40))).isEmpty();
        assertThat(missing(List.of(breach(null)), closedLater, page("a", 1, -40)))
                .isEmpty();
    }

    @Test
    void owesNothingForWhatCameAndWentWhileItWasHeldOff() {
        Map<String, Long> closed = Map.of("a", ONSET.minusSeconds(10).toEpochMilli());

        assertThat(missing(List.of(breach(ONSET.plusSeconds(50))), closed, page("a", 1, -40)))
                .isEmpty();
        assertThat(missing(List.of(breach(ONSET.plusSeconds(51))), closed, page("a", 1, -40)))
                .hasSize(1);
    }

    @Test
    void usesEachPageForOneBreachOnly() {
        ExpectedCondition second = new ExpectedCondition("mon-01", "spo2-low", ONSET.plusSeconds(5), null, true);

        assertThat(missing(List.of(second, breach(null)), Map.of(), page("a", 1, 15)))
                .containsExactly(second);
        assertThat(missing(List.of(second, breach(null)), Map.of(), page("a", 1, 15), page("b", 1, 20)))
                .isEmpty();
    }

    @Test
    void owesNothingForWhatWasNotDueYetOrNeedsNobody() {
        ExpectedCondition late = new ExpectedCondition("mon-01", "spo2-low", RUN_END.minusSeconds(29), null, true);
        ExpectedCondition due = new ExpectedCondition("mon-01", "spo2-low", RUN_END.minusSeconds(30), null, true);
        ExpectedCondition technical = new ExpectedCondition("mon-01", "no-signal", ONSET, null, false);

        assertThat(missing(List.of(late, due, technical, breach(ONSET.plusSeconds(29))), Map.of()))
                .containsExactly(due);
    }

    private List<ExpectedCondition> missing(ExpectedCondition breach, ReceivedPage... pages) {
        return missing(List.of(breach), Map.of(), pages);
    }

    private List<ExpectedCondition> missing(
            List<ExpectedCondition> truth, Map<String, Long> closed, ReceivedPage... pages) {
        return expected.missing(truth, RUN_END, new ExpectedPages.Seen(List.of(pages), closed));
    }

    private static ExpectedCondition breach(@Nullable Instant until) {
        return new ExpectedCondition("mon-01", "spo2-low", ONSET, until, true);
    }

    private static ReceivedPage page(String alarm, int level, int decidedAfterSeconds) {
        return page(alarm, level, decidedAfterSeconds, "spo2-low", "mon-01");
    }

    private static ReceivedPage page(String alarm, int level, int decidedAfterSeconds, String rule, String device) {
        return Pages.page(alarm, level, rule, device, ONSET.plusSeconds(decidedAfterSeconds));
    }
}

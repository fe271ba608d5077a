package org.wardlight.alerting.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.LimitRule;
import org.wardlight.events.v1.LimitSide;
import org.wardlight.events.v1.Vital;

class RoundTest {

    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void eachRoundBreachesItsOwnLimitAndNoOther() {
        for (Breach breach : Breach.values()) {
            List<String> violated = Arrays.stream(Breach.values())
                    .map(Breach::limit)
                    .filter(limit -> isViolated(limit, breach.valueOf(limit.getVital())))
                    .map(LimitRule::getRule)
                    .toList();

            assertThat(violated).containsExactly(breach.rule());
        }
    }

    @Test
    void nothingIsBreachedBetweenTwoBreaches() {
        Round round = Round.at(START);

        assertThat(round.isBreaching(START)).isTrue();
        assertThat(round.isBreaching(START.plusSeconds(8))).isFalse();
        assertThat(round.valueOf(Vital.HEART_RATE, START.plusSeconds(8))).isEqualTo(Breach.USUAL);
        assertThat(Arrays.stream(Breach.values()).map(Breach::limit))
                .noneMatch(limit -> isViolated(limit, Breach.USUAL));
    }

    /** What the hold-off of alerting counts from: the end of the breach, and what it takes to be noticed. */
    @Test
    void theSameBreachComesAgainOnlyAfterTheHoldOff() {
        Duration untilItIsNoticed = Duration.ofSeconds(4);
        Duration again = Round.EVERY.multipliedBy(Breach.values().length);

        Duration closedFor = again.minusSeconds(8).minus(untilItIsNoticed);

        assertThat(closedFor).isGreaterThan(Round.LONGEST_HOLD_OFF);
    }

    @Test
    void roundsFollowOneAnotherWithAllBreachesInTurn() {
        Set<Breach> seen = new HashSet<>();
        IntStream.range(0, Breach.values().length)
                .forEach(i -> seen.add(
                        Round.at(START.plus(Round.EVERY.multipliedBy(i))).breach()));

        assertThat(seen).containsExactlyInAnyOrder(Breach.values());
        assertThat(Round.at(START.minusMillis(1)).number())
                .isEqualTo(Round.at(START).number() - 1);
        assertThat(Round.at(START).begins()).isEqualTo(START);
    }

    private static boolean isViolated(LimitRule limit, double value) {
        double threshold = limit.getLevels(0).getThreshold();
        return limit.getSide() == LimitSide.LOW ? value < threshold : value > threshold;
    }
}

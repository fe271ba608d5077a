package org.wardlight.stream.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.EndCause;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.ScoreKind;
import org.wardlight.stream.scoring.Advisory.Step;

class AdvisoryTest {

    private static final long START = 1_800_000_000_000L;

    private final AdvisoryState state = new AdvisoryState();
    private final Advisory advisory = new Advisory(state, 300_000, 900_000);

    @Test
    void startsWhenTheValueHasBeenHighForTheOnDelay() {
        assertThat(take(0, 0.03)).isEmpty();
        assertThat(take(240, 0.04)).isEmpty();
        assertThat(take(300, 0.02))
                .contains(new Step(ConditionPhase.CONDITION_START, START, EndCause.END_CAUSE_UNSPECIFIED));
        assertThat(take(360, 0.05)).isEmpty();
    }

    @Test
    void waitsAnewWhenTheValueWasNotHighInBetween() {
        take(0, 0.03);
        take(240, 0.01);

        assertThat(take(300, 0.03)).isEmpty();
        assertThat(take(600, 0.03)).isPresent();
    }

    @Test
    void endsWhenTheValueHasBeenLowForTheOffDelay() {
        raised();
        assertThat(take(400, 0.01)).isEmpty();
        assertThat(take(1_200, 0.01)).isEmpty();

        assertThat(take(1_300, 0.01))
                .contains(new Step(ConditionPhase.CONDITION_END, START, EndCause.RETURNED_TO_NORMAL));
    }

    @Test
    void endsNothingWhileThereIsNoValue() {
        raised();
        take(400, 0.01);
        assertThat(advisory.take(unavailable(1_000))).isEmpty();

        assertThat(take(1_400, 0.01)).isEmpty();
        assertThat(take(2_300, 0.01)).isPresent();
    }

    @Test
    void keepsWaitingWhileThereIsNoValue() {
        take(0, 0.03);
        assertThat(advisory.take(unavailable(100))).isEmpty();

        assertThat(take(300, 0.03)).isPresent();
    }

    @Test
    void raisesNothingInShadowAndEndsWhatWasRaisedBefore() {
        take(0, 0.9);
        assertThat(advisory.take(score(300, 0.9).toBuilder().setShadow(true).build()))
                .isEmpty();

        assertThat(take(400, 0.9)).isEmpty();
        assertThat(take(700, 0.9)).isPresent();
        assertThat(advisory.take(score(800, 0.9).toBuilder().setShadow(true).build()))
                .contains(new Step(ConditionPhase.CONDITION_END, START + 400_000, EndCause.CONTEXT_ENDED));
    }

    @Test
    void endsWithTheStay() {
        assertThat(advisory.over()).isEmpty();
        raised();

        assertThat(advisory.over()).contains(new Step(ConditionPhase.CONDITION_END, START, EndCause.CONTEXT_ENDED));
        assertThat(advisory.over()).isEmpty();
    }

    @Test
    void publishesWhatIsNewsAndEverythingOnceAMinute() {
        assertThat(advisory.publish(score(0, 0.010))).isTrue();
        assertThat(advisory.publish(score(10, 0.011))).isFalse();
        assertThat(advisory.publish(score(20, 0.013))).isTrue();
        assertThat(advisory.publish(score(30, 0.013))).isFalse();
        assertThat(advisory.publish(score(80, 0.013))).isTrue();
        assertThat(advisory.publish(unavailable(90))).isTrue();
        assertThat(advisory.publish(unavailable(100))).isFalse();
        assertThat(advisory.publish(score(110, 0.019))).isTrue();
        assertThat(advisory.publish(score(120, 0.0201)))
                .as("crosses the threshold")
                .isTrue();
    }

    private void raised() {
        take(0, 0.03);
        assertThat(take(300, 0.03)).isPresent();
    }

    private Optional<Step> take(int second, double value) {
        return advisory.take(score(second, value));
    }

    private static Score unavailable(int second) {
        return score(second, 0).toBuilder().setUnavailable("RR missing").build();
    }

    private static Score score(int second, double value) {
        return Score.newBuilder()
                .setScoreId("sepsis-6h-wearable")
                .setKind(ScoreKind.DETERIORATION)
                .setTimeMs(START + second * 1_000L)
                .setLower(value)
                .setUpper(value)
                .setThreshold(0.02)
                .build();
    }
}

package org.wardlight.models.news2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.events.v1.InputState;
import org.wardlight.events.v1.Vital;

class FreshnessTest {

    private final Freshness standard = Freshness.of(VitalCatalogue.standard());

    @ParameterizedTest
    @CsvSource({"0,FRESH", "500,FRESH", "501,AGING", "1000,AGING", "1001,STALE"})
    void valueAgesPastHalfOfItsTimeToLiveAndIsStalePastAllOfIt(long age, InputState state) {
        assertThat(Freshness.stateOf(age, 1000)).isEqualTo(state);
    }

    @Test
    void takesTimesToLiveFromTheCatalogue() {
        assertThat(standard.freshForMillis(Vital.RESPIRATORY_RATE)).isEqualTo(300_000);
        assertThat(standard.freshForMillis(Vital.BODY_TEMPERATURE)).isEqualTo(14_400_000);
    }

    @Test
    void anotherTimeToLiveTouchesOneVitalOnly() {
        Freshness changed = standard.with(Vital.SPO2, Duration.ofSeconds(30));

        assertThat(changed.input(Vital.SPO2, 97, 30_001).state()).isEqualTo(InputState.STALE);
        assertThat(standard.input(Vital.SPO2, 97, 30_001).state()).isEqualTo(InputState.FRESH);
        assertThat(changed.freshForMillis(Vital.PULSE_RATE)).isEqualTo(300_000);
    }

    @Test
    void aDeviceWithASlowerRhythmKeepsItsValuesFreshForAsLongAsItIsNotSilent() {
        assertThat(standard.input(Vital.SPO2, 97, 7_200_000, 7_200_000).state()).isEqualTo(InputState.AGING);
        assertThat(standard.input(Vital.SPO2, 97, 7_200_001, 7_200_000).state()).isEqualTo(InputState.STALE);
        assertThat(standard.input(Vital.SPO2, 97, 300_000, 10_000).state()).isEqualTo(InputState.AGING);
        assertThat(standard.input(Vital.SPO2, 97, 300_001, 10_000).state()).isEqualTo(InputState.STALE);
    }

    @Test
    void refusesATimeToLiveThatIsNotPositive() {
        assertThatThrownBy(() -> standard.with(Vital.SPO2, Duration.ZERO)).hasMessageContaining("SPO2");
    }

    @Test
    void aValueFromAClockAheadIsFreshAndOfNoAge() {
        Input<Integer> input = standard.input(Vital.SPO2, 97, -700);

        assertThat(input.state()).isEqualTo(InputState.FRESH);
        assertThat(input.ageMillis()).isZero();
    }

    @Test
    void aStaleInputKeepsItsValueToBeShownButDoesNotCount() {
        Input<Integer> input = standard.input(Vital.SPO2, 97, 300_001);

        assertThat(input.value()).isEqualTo(97);
        assertThat(input.known()).isNull();
    }

    @Test
    void anInputCannotContradictItself() {
        assertThatThrownBy(() -> new Input<>(InputState.FRESH, null, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Input<>(InputState.MISSING, 97, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Input<>(InputState.INPUT_STATE_UNSPECIFIED, 97, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package org.wardlight.stream.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.Vital;

class BaselineTest {

    private static final long START = 1_800_000_000_000L;
    private static final long MINUTE = 60_000;
    private static final int SIX_HOURS = 361;

    private final BaselineState state = new BaselineState();
    private final Random random = new Random(7);
    private int minute;

    BaselineTest() {
        state.vital = Vital.HEART_RATE;
    }

    @Test
    void knowsNothingBeforeSixHoursAndTwoHundredLevels() {
        learn(70, SIX_HOURS - 1);
        assertThat(baseline().range()).isEmpty();

        learn(70, 1);
        assertThat(baseline().range()).isPresent();
    }

    @Test
    void tellsTheUsualRangeOfASteadyPatientNoCloserThanItsFloor() {
        learn(70, SIX_HOURS);

        assertThat(baseline().range()).hasValueSatisfying(range -> {
            assertThat(range.low()).isCloseTo(71.25 - 3.5 * 2 / 0.6745, within(1e-9));
            assertThat(range.high()).isCloseTo(71.25 + 3.5 * 2 / 0.6745, within(1e-9));
            assertThat(range.holds(80)).isTrue();
            assertThat(range.holds(83)).isFalse();
        });
    }

    @Test
    void isWiderForAPatientWhoVaries() {
        for (int i = 0; i < SIX_HOURS; i++) {
            learn(70 + 20 * random.nextGaussian(), 1);
        }

        assertThat(baseline().range()).hasValueSatisfying(range -> {
            assertThat(range.holds(100)).isTrue();
            assertThat(range.low()).isLessThan(50);
        });
    }

    @Test
    void isMovedByNoSingleHour() {
        learn(70, SIX_HOURS * 3);
        learn(100, 60);

        assertThat(baseline().range())
                .hasValueSatisfying(range -> assertThat(range.holds(100)).isFalse());
        assertThat(baseline().drifts()).isFalse();
    }

    @Test
    void followsNoFartherThanATenthADayAndTellsThatItDrifts() {
        learn(70, SIX_HOURS);
        learn(90, 1_000);

        assertThat(baseline().drifts()).isTrue();
        assertThat(baseline().range()).hasValueSatisfying(range -> assertThat((range.low() + range.high()) / 2)
                .isCloseTo(71.25 * 1.1, within(1e-9)));
    }

    @Test
    void settlesWhereThePatientStays() {
        learn(70, SIX_HOURS);
        learn(76, 3 * 1_440);

        assertThat(baseline().drifts()).isFalse();
        assertThat(baseline().range()).hasValueSatisfying(range -> assertThat((range.low() + range.high()) / 2)
                .isCloseTo(76.25, within(1e-9)));
    }

    private void learn(double level, int minutes) {
        for (int i = 0; i < minutes; i++) {
            baseline().learn(level, START + minute * MINUTE);
            minute++;
        }
    }

    private Baseline baseline() {
        return new Baseline(state);
    }
}

package org.wardlight.models.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class VitalHistoryTest {

    private static final long HOUR = VitalHistory.HOUR_MILLIS;
    private static final long BEGIN = 500_000 * HOUR;
    private static final long FIRST = 500_000;

    private final VitalHistoryState state = new VitalHistoryState();
    private final VitalHistory history = new VitalHistory(state, 97);

    @Test
    void isEmptyUntilSomethingWasMeasured() {
        assertThat(history.isEmpty()).isTrue();
        assertThat(history.hours(FIRST, 3)).containsOnly(Double.NaN);
        assertThat(history.panes(0, Integer.MAX_VALUE)).isEmpty();
    }

    @Test
    void keepsASingleReadingAsItsPaneAndItsHour() {
        history.add(BEGIN + 7, 37.5);

        assertThat(history.hours(FIRST, 2)).containsExactly(37.5, Double.NaN);
        assertThat(history.panes(VitalHistory.paneOf(BEGIN), VitalHistory.paneOf(BEGIN) + 1))
                .containsExactly(37.5);
        assertThat(history.newestMillis()).isEqualTo(BEGIN + 7);
    }

    @Test
    void takesTheMedianOfAPaneSoThatOneWildReadingDoesNothing() {
        history.add(BEGIN, 70);
        history.add(BEGIN + 1_000, 250);
        history.add(BEGIN + 2_000, 72);

        assertThat(history.hours(FIRST, 1)).containsExactly(72);
    }

    @Test
    void takesTheMedianOverTheSlotsOfAnHour() {
        for (int minute = 0; minute < 60; minute++) {
            boolean moved = minute >= 10 && minute < 25;
            history.add(BEGIN + minute * 60_000L, moved ? 140 : 80);
        }

        assertThat(history.hours(FIRST, 1)).containsExactly(80);
    }

    @Test
    void movesHoursOnAndForgetsThemAfterADay() {
        for (int hour = 0; hour < 30; hour++) {
            history.add(BEGIN + hour * HOUR, hour);
        }

        double[] hours = history.hours(FIRST + 29, 30);

        assertThat(hours).startsWith(29, 28, 27);
        assertThat(hours[24]).isEqualTo(5);
        assertThat(hours[27]).isNaN();
    }

    @Test
    void leavesAHoleWhereNothingWasMeasured() {
        history.add(BEGIN, 1);
        history.add(BEGIN + 4 * HOUR, 5);

        assertThat(history.hours(FIRST + 4, 5)).containsExactly(5, Double.NaN, Double.NaN, Double.NaN, 1);
    }

    @Test
    void givesALateReadingToItsOwnHour() {
        history.add(BEGIN + 5 * HOUR, 90);
        history.add(BEGIN + HOUR, 60);
        history.add(BEGIN + 2 * HOUR, 62);
        history.add(BEGIN + 5 * HOUR + 60_000, 92);

        assertThat(history.hours(FIRST + 5, 6)).containsExactly(91, Double.NaN, Double.NaN, 62, 60, Double.NaN);
        assertThat(history.newestMillis()).isEqualTo(BEGIN + 5 * HOUR + 60_000);
    }

    @Test
    void weighsWhatCameLateForAnHourByHowMuchOfItThereIs() {
        // given: a third of the hour live, then the rest as history
        for (int minute = 0; minute < 20; minute++) {
            history.add(BEGIN + minute * 60_000L, 60);
        }
        history.add(BEGIN + 2 * HOUR, 99);
        history.add(BEGIN + 2 * HOUR + 60_000, 99);

        // when
        for (int minute = 20; minute < 60; minute++) {
            history.add(BEGIN + minute * 60_000L, 90);
        }

        // then
        assertThat(history.hours(FIRST + 2, 3)[2]).isEqualTo(80, within(0.01));
        history.add(BEGIN + 3 * HOUR, 99);
        assertThat(history.hours(FIRST + 3, 4)[3]).isEqualTo(80, within(0.01));
    }

    @Test
    void saysTheSameOfAnHourHoweverOftenItWasMeasured() {
        Random random = new Random(7);
        VitalHistory often = new VitalHistory(new VitalHistoryState(), 97);
        for (int hour = 0; hour < 6; hour++) {
            double level = 70 + 5 * hour;
            history.add(BEGIN + hour * HOUR + HOUR / 2, level);
            for (int second = 0; second < 3600; second++) {
                often.add(BEGIN + hour * HOUR + second * 1_000L, level + 3 * random.nextGaussian());
            }
        }

        double[] rare = history.hours(FIRST + 5, 6);
        double[] dense = often.hours(FIRST + 5, 6);

        for (int back = 0; back < 6; back++) {
            assertThat(dense[back]).isEqualTo(rare[back], within(0.4));
        }
    }

    @Test
    void keepsNoMorePanesThanAQuarterOfAnHourAndAMinute() {
        for (int second = 0; second < 7200; second++) {
            history.add(BEGIN + second * 1_000L, second);
        }

        assertThat(state.paneIndices).hasSizeLessThanOrEqualTo(97).isSorted();
        assertThat(history.panes(VitalHistory.paneOf(BEGIN), Integer.MAX_VALUE)).hasSizeBetween(96, 98);
    }
}

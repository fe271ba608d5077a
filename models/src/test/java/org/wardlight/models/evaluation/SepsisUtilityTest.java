package org.wardlight.models.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures that the official scoring code gives. */
class SepsisUtilityTest {

    private static final List<Boolean> TEN_AND_TEN =
            IntStream.range(0, 20).mapToObj(hour -> hour >= 10).toList();
    private static final List<Boolean> WELL =
            IntStream.range(0, 20).mapToObj(hour -> false).toList();

    private final SepsisUtility utility = new SepsisUtility();

    @Test
    void givesWhatTheOfficialCodeGivesForAShortStay() {
        utility.add(
                List.of(false, false, false, false, true, true), new boolean[] {false, false, true, true, true, true});

        assertThat(utility.sum()).isEqualTo(3.388888888888889, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "20, 20, -10, 0",
        "0, 20, 7.3, 0.988571",
        "10, 20, 5.0, 0.857143",
        "10, 11, -9.0, 0.057143",
        "16, 20, -2.666667, 0.419048",
    })
    void givesWhatTheOfficialCodeGivesForAlarmsFromAnHourToAnother(int from, int to, double sum, double normalised) {
        utility.add(TEN_AND_TEN, alarms(from, to));

        assertThat(utility.sum()).isEqualTo(sum, within(1e-6));
        assertThat(utility.normalised()).isEqualTo(normalised, within(1e-6));
    }

    @Test
    void costsFiveHundredthsForEachAlarmWithoutSepsis() {
        utility.add(WELL, alarms(0, 20));
        assertThat(utility.sum()).isEqualTo(-1.0, within(1e-12));

        utility.add(WELL, alarms(3, 6));
        assertThat(utility.sum()).isEqualTo(-1.15, within(1e-12));
    }

    @Test
    void isOneForTheBestPredictions() {
        utility.add(TEN_AND_TEN, alarms(4, 20));
        utility.add(WELL, alarms(0, 0));

        assertThat(utility.normalised()).isEqualTo(1, within(1e-12));
    }

    private static boolean[] alarms(int from, int to) {
        boolean[] alarms = new boolean[20];
        for (int hour = from; hour < to; hour++) {
            alarms[hour] = true;
        }
        return alarms;
    }
}

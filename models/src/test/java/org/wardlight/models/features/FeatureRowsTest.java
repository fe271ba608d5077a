package org.wardlight.models.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardlight.events.v1.Vital;
import org.wardlight.models.history.VitalHistory;

class FeatureRowsTest {

    private static final long HOUR = VitalHistory.HOUR_MILLIS;
    private static final long BEGIN = 480_000 * HOUR;

    private final PatientHistory patient = PatientHistory.empty();

    @ParameterizedTest
    @CsvSource({
        "now, 100",
        "age-h, 0",
        "mean-6h, 85",
        "min-6h, 70",
        "max-6h, 100",
        "sd-6h, 11.180",
        "change-1h, 10",
        "change-6h, NaN",
        "slope-6h, 10",
        "from-usual, 20",
    })
    void tellsOfHours(String statistic, double expected) {
        // given: 70, 80, 90, 100 in four hours
        for (int hour = 0; hour < 4; hour++) {
            patient.add(Vital.HEART_RATE, BEGIN + hour * HOUR, 70 + 10 * hour);
        }

        // when
        float value = row(BEGIN + 3 * HOUR + 60_000, "heart-rate." + statistic)[0];

        // then
        assertThat(value).isEqualTo((float) expected, within(0.001f));
    }

    @Test
    void changesOverSixHoursAreHeldAgainstTheNewestOfThoseBefore() {
        patient.add(Vital.HEART_RATE, BEGIN, 60);
        patient.add(Vital.HEART_RATE, BEGIN + HOUR, 64);
        patient.add(Vital.HEART_RATE, BEGIN + 8 * HOUR, 90);

        assertThat(row(BEGIN + 8 * HOUR, "heart-rate.change-6h")[0]).isEqualTo(26f);
    }

    @Test
    void carriesALevelForwardForADayAndSaysHowOldItIs() {
        patient.add(Vital.BODY_TEMPERATURE, BEGIN, 38.25);

        assertThat(row(BEGIN + 24 * HOUR, "temperature.now", "temperature.age-h"))
                .containsExactly(38.25f, 24f);
        assertThat(row(BEGIN + 25 * HOUR, "temperature.now", "temperature.age-h"))
                .containsExactly(Float.NaN, Float.NaN);
    }

    @Test
    void takesTheLevelOfTheLastMinutesWhereThereIsOne() {
        patient.add(Vital.SPO2, BEGIN + 10_000, 97);
        for (int second = 0; second < 300; second += 10) {
            patient.add(Vital.SPO2, BEGIN + 1_800_000 + second * 1_000L, 90);
        }
        long end = BEGIN + 1_800_000 + 299_000;

        assertThat(row(end, "spo2.now")[0]).isEqualTo(90f);
        assertThat(row(end, "spo2.max-6h")[0]).isEqualTo(90f);
        assertThat(row(end + 600_000, "spo2.now")[0]).isBetween(90f, 97f);
    }

    @Test
    void knowsNothingOfWhatWasNeverMeasured() {
        FeatureLayout everything = FeatureLayout.parse(List.of(
                "heart-rate.now",
                "heart-rate.sd-6h",
                "heart-rate.z-1m",
                "shock-index.now",
                "age-years",
                "hours-observed"));

        assertThat(rows(BEGIN, Demographics.UNKNOWN).row(everything)).containsOnly(Float.NaN);
        assertThat(rows(BEGIN, Demographics.UNKNOWN).usualRow(everything)).containsOnly(Float.NaN);
        assertThat(rows(BEGIN, Demographics.UNKNOWN).ageMillis(ModelInput.HEART_RATE))
                .isNull();
    }

    @Test
    void countsTheHoursOfTheStayFromOne() {
        Demographics admitted = new Demographics(71, BEGIN);
        FeatureLayout layout = FeatureLayout.parse(List.of("age-years", "hours-observed"));

        assertThat(rows(BEGIN, admitted).row(layout)).containsExactly(71f, 1f);
        assertThat(rows(BEGIN + 24 * HOUR, admitted).row(layout)).containsExactly(71f, 25f);
        assertThat(rows(BEGIN + 900 * HOUR, admitted).row(layout)).containsExactly(71f, 336f);
    }

    @Test
    void prefersTheHeartRateOfTheEcgUnlessItHasBeenSilentForAnHour() {
        patient.add(Vital.HEART_RATE, BEGIN, 70);
        patient.add(Vital.PULSE_RATE, BEGIN + 60_000, 75);
        assertThat(row(BEGIN + 60_000, "heart-rate.now")[0]).isEqualTo(70f);

        patient.add(Vital.PULSE_RATE, BEGIN + 2 * HOUR, 77);
        assertThat(row(BEGIN + 2 * HOUR, "heart-rate.now")[0]).isEqualTo(77f);
    }

    @Test
    void holdsTheLastMinuteAgainstThePatientsOwn() {
        // given: 16 minutes at 80 that swing by 4, then a minute at 100
        for (int second = 0; second < 960; second++) {
            boolean up = second / 10 % 2 == 0;
            patient.add(Vital.HEART_RATE, BEGIN + second * 1_000L, second >= 900 ? 100 : up ? 82 : 78);
        }

        // when
        float[] row = row(
                BEGIN + 959_000, "heart-rate.z-1m", "heart-rate.z-3m", "heart-rate.step-1m", "heart-rate.spread-1m");

        // then: own level 80, spread 1.4826 * 2
        float spread = 1.4826f * 2;
        assertThat(row[0]).isEqualTo(20 / spread, within(0.01f));
        assertThat(row[2]).isEqualTo(20 / spread, within(0.01f));
        assertThat(row[1]).isBetween(0f, row[0]);
        assertThat(row[3]).isEqualTo((float) Math.log(2 / spread), within(0.01f));
    }

    @Test
    void knowsNothingOfMinutesBeforeThereIsALevelOfOnesOwn() {
        for (int second = 0; second < 120; second++) {
            patient.add(Vital.SPO2, BEGIN + second * 1_000L, 97);
        }

        assertThat(row(BEGIN + 119_000, "spo2.z-1m")[0]).isNaN();
    }

    @Test
    void imaginesThePatientAsUsual() {
        for (int hour = 0; hour < 10; hour++) {
            patient.add(Vital.HEART_RATE, BEGIN + hour * HOUR, hour < 9 ? 70 : 120);
            patient.add(Vital.SYSTOLIC_PRESSURE, BEGIN + hour * HOUR, hour < 9 ? 140 : 90);
        }
        FeatureLayout layout = FeatureLayout.parse(
                List.of("heart-rate.now", "heart-rate.max-6h", "heart-rate.slope-6h", "shock-index.now"));
        FeatureRows rows = rows(BEGIN + 9 * HOUR, Demographics.UNKNOWN);

        assertThat(rows.row(layout)).contains(120f, 120f).doesNotContain(0f);
        assertThat(rows.usualRow(layout)).containsExactly(70f, 70f, 0f, 0.5f);
        assertThat(rows.usual(ModelInput.HEART_RATE)).isEqualTo(70);
    }

    @Test
    void refusesNamesThatMeanNothingAllAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureLayout.parse(List.of("heart-rate", "heart.now", "spo2.mean", "age-years.now")))
                .withMessageContaining("\"heart-rate\"")
                .withMessageContaining("\"heart.now\"")
                .withMessageContaining("\"spo2.mean\"");
        assertThatIllegalArgumentException().isThrownBy(() -> FeatureLayout.parse(List.of("spo2.now", "spo2.now")));
        assertThatIllegalArgumentException().isThrownBy(() -> FeatureLayout.parse(List.of("shock-index.slope-6h")));
    }

    @Test
    void namesAreReadBackAsTheyAreWritten() {
        List<String> names = List.of("heart-rate.now", "shock-index.now", "age-years", "hours-observed", "spo2.z-1m");

        assertThat(FeatureLayout.parse(names).names()).isEqualTo(names);
    }

    private float[] row(long atMillis, String... features) {
        return rows(atMillis, Demographics.UNKNOWN).row(FeatureLayout.parse(List.of(features)));
    }

    private FeatureRows rows(long atMillis, Demographics demographics) {
        return new FeatureRows(patient, demographics, atMillis, FeatureRows.LEVEL_MILLIS);
    }
}

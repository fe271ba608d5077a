package org.wardlight.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmKind;
import org.wardlight.events.v1.AlarmState;
import org.wardlight.events.v1.ConditionSource;
import org.wardlight.events.v1.Severity;
import org.wardlight.events.v1.Vital;

class AlarmWordsTest {

    @Test
    void namesTheVitalItsValueAndItsLimit() {
        assertThat(AlarmWords.of(limit("spo2-low", Vital.SPO2, 88, 90))).isEqualTo("SpO2 88 < 90");
        assertThat(AlarmWords.of(limit("heart-rate-high", Vital.HEART_RATE, 141, 140)))
                .isEqualTo("HR 141 > 140");
    }

    @Test
    void showsAsManyDecimalsAsTheVitalHas() {
        assertThat(AlarmWords.of(limit("body-temperature-high", Vital.BODY_TEMPERATURE, 38.62, 38.5)))
                .isEqualTo("T 38.6 > 38.5");
    }

    @Test
    void showsAsManyDecimalsAsItTakesToTellValueFromLimit() {
        assertThat(AlarmWords.of(limit("spo2-low", Vital.SPO2, 84.6, 85))).isEqualTo("SpO2 84.6 < 85");
        assertThat(AlarmWords.of(limit("body-temperature-high", Vital.BODY_TEMPERATURE, 38.52, 38.5)))
                .isEqualTo("T 38.52 > 38.50");
    }

    @Test
    void takesTheSideFromTheRule() {
        assertThat(AlarmWords.of(limit("spo2-low", Vital.SPO2, 90, 90))).isEqualTo("SpO2 90 < 90");
        assertThat(AlarmWords.of(limit("heart-rate-high", Vital.HEART_RATE, 140, 140)))
                .isEqualTo("HR 140 > 140");
        assertThat(AlarmWords.of(limit("heart-rate", Vital.HEART_RATE, 39, 40))).isEqualTo("HR 39 < 40");
    }

    @Test
    void namesAScoreByItsValueAndHowFarItCouldBeOff() {
        // given
        AlarmCondition news2 = limit("news2-high", Vital.VITAL_UNSPECIFIED, 7, 7).toBuilder()
                .setSource(ConditionSource.newBuilder().setScoreId("news2"))
                .build();

        // then
        assertThat(AlarmWords.of(news2)).isEqualTo("NEWS2 7");
        assertThat(AlarmWords.of(news2.toBuilder().setDetail("could be 7-9").build()))
                .isEqualTo("NEWS2 7, could be 7-9");
    }

    @Test
    void saysWhatIsWrongWithEquipment() {
        assertThat(AlarmWords.of(technical("sensor-off", "sensor off"))).isEqualTo("SpO2 sensor off");
        assertThat(AlarmWords.of(technical("sensor-off", ""))).isEqualTo("SpO2 sensor off");
        assertThat(AlarmWords.of(technical("sensor-off", "SpO2 sensor off"))).isEqualTo("SpO2 sensor off");
    }

    @Test
    void saysWhichSignalIsMissing() {
        AlarmCondition lost = technical("no-signal", "no signal");

        assertThat(AlarmWords.of(lost)).isEqualTo("no signal: SpO2");
        assertThat(AlarmWords.of(lost.toBuilder().clearSource().build())).isEqualTo("no signal");
    }

    @ParameterizedTest
    @CsvSource({
        "PHYSIOLOGICAL, SEVERITY_HIGH, ***",
        "PHYSIOLOGICAL, SEVERITY_MEDIUM, **",
        "PHYSIOLOGICAL, SEVERITY_LOW, *",
        "ADVISORY, SEVERITY_HIGH, ***",
        "TECHNICAL, SEVERITY_HIGH, !!!",
        "TECHNICAL, SEVERITY_LOW, !"
    })
    void marksThePatientWithStarsAndTheEquipmentWithExclamationMarks(AlarmKind kind, Severity severity, String marks) {
        assertThat(AlarmWords.marks(kind, severity)).isEqualTo(marks);
    }

    @Test
    void wordsPriorityKindAndState() {
        assertThat(AlarmWords.priority(Severity.SEVERITY_MEDIUM)).isEqualTo("medium");
        assertThat(AlarmWords.kind(AlarmKind.ADVISORY)).isEqualTo("advisory");
        assertThat(AlarmWords.state(AlarmState.ACTIVE_ACKNOWLEDGED)).isEqualTo("active-acknowledged");
        assertThat(AlarmWords.state(AlarmState.LATCHED)).isEqualTo("latched");
        assertThat(AlarmWords.state(AlarmState.CLOSED)).isEqualTo("closed");
    }

    @Test
    void takesWhatANewerProgramSaysForAnAlarmOfThePatientThatWaits() {
        assertThat(AlarmWords.priority(Severity.UNRECOGNIZED)).isEqualTo("low");
        assertThat(AlarmWords.kind(AlarmKind.UNRECOGNIZED)).isEqualTo("physiological");
        assertThat(AlarmWords.state(AlarmState.UNRECOGNIZED)).isEqualTo("active-unacknowledged");
    }

    private static AlarmCondition limit(String rule, Vital vital, double observed, double limit) {
        return AlarmCondition.newBuilder()
                .setRule(rule)
                .setKind(AlarmKind.PHYSIOLOGICAL)
                .setSource(ConditionSource.newBuilder().setVital(vital))
                .setObserved(observed)
                .setLimit(limit)
                .build();
    }

    private static AlarmCondition technical(String rule, String detail) {
        return AlarmCondition.newBuilder()
                .setRule(rule)
                .setKind(AlarmKind.TECHNICAL)
                .setSource(ConditionSource.newBuilder().setVital(Vital.SPO2))
                .setDetail(detail)
                .build();
    }
}

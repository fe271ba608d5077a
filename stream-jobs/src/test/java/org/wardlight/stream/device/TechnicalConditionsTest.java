package org.wardlight.stream.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.stream.device.DeviceRecords.ANNA;
import static org.wardlight.stream.device.DeviceRecords.at;
import static org.wardlight.stream.device.DeviceRecords.interval;
import static org.wardlight.stream.device.DeviceRecords.poor;
import static org.wardlight.stream.device.DeviceRecords.pulse;
import static org.wardlight.stream.device.DeviceRecords.reading;
import static org.wardlight.stream.device.DeviceRecords.spo2;
import static org.wardlight.stream.device.DeviceRecords.worn;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.EndCause;
import org.wardlight.events.v1.ExpectedSignal;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.events.v1.RegisterChange;
import org.wardlight.events.v1.Severity;
import org.wardlight.events.v1.Vital;

/** What is wrong with devices and signals, and what readings may be believed. */
class TechnicalConditionsTest {

    private final DeviceState state = new DeviceState();
    private final List<DeviceOutput> out = new ArrayList<>();
    private final DeviceHistory history = new DeviceHistory(DevicePolicy.STANDARD, state, out::add);

    @Test
    void tellsOfADeviceThatIsLostOnceAndNotOfEachOfItsSignals() {
        history.apply(worn(0, 1, interval(ANNA, -600, null)));
        breach(1, 0, 20);
        history.advance(at(300));

        assertThat(conditions("device-lost"))
                .extracting(AlarmCondition::getDueMs)
                .containsExactly(at(29));
        assertThat(conditions("no-signal")).isEmpty();
        assertThat(conditions("spo2-low").get(1).getInputStale()).isTrue();

        for (int i = 301; i < 313; i++) {
            history.apply(pulse(i - 280, i));
        }

        assertThat(conditions("device-lost")).hasSize(2);
        assertThat(conditions("no-signal")).extracting(AlarmCondition::getDueMs).containsExactly(at(311));
        assertThat(conditions("spo2-low")).hasSize(2);
    }

    @Test
    void saysThatASignalCannotBeUsedAndHoldsTheOpenAlarm() {
        history.apply(worn(0, 1, interval(ANNA, -600, null)));
        breach(1, 0, 20);
        for (int i = 20; i < 55; i++) {
            history.apply(poor(i + 1, i, 96));
        }

        assertThat(conditions("signal-unusable"))
                .extracting(AlarmCondition::getDueMs)
                .containsExactly(at(50));
        assertThat(conditions("spo2-low"))
                .extracting(AlarmCondition::getInputStale)
                .containsExactly(false, true);

        for (int i = 55; i < 70; i++) {
            history.apply(spo2(i + 1, i, i, 95));
        }

        assertThat(conditions("signal-unusable")).hasSize(2);
        assertThat(conditions("spo2-low").get(3).getDueMs()).isEqualTo(at(65));
        assertThat(conditions("spo2-low").get(3).getEndCause()).isEqualTo(EndCause.RETURNED_TO_NORMAL);
    }

    @Test
    void believesAJumpWhenTheNextReadingConfirmsIt() {
        history.apply(worn(0, 1, interval(ANNA, -600, null)));
        history.apply(spo2(1, 1, 1, 97));
        for (int i = 2; i < 20; i++) {
            history.apply(spo2(i, i, i, 82));
        }

        assertThat(conditions("spo2-low")).singleElement().satisfies(start -> {
            assertThat(start.getOnsetMs()).isEqualTo(at(2));
            assertThat(start.getDueMs()).isEqualTo(at(12));
        });
    }

    @Test
    void letsASingleOutlierNeitherEndNorDelayAnything() {
        history.apply(worn(0, 1, interval(ANNA, -600, null)));
        for (int i = 1; i < 20; i++) {
            history.apply(spo2(i, i, i, i == 9 ? 100 : 88));
        }

        assertThat(out).contains(new DeviceOutput.Counted(Tally.STEP_REJECTED));
        assertThat(conditions("spo2-low")).extracting(AlarmCondition::getDueMs).containsExactly(at(16));
    }

    @Test
    void waitsForNothingWhenADeviceCountsNoBreath() {
        history.apply(worn(0, 1, interval(ANNA, -600, null)));
        history.apply(reading(Vital.RESPIRATORY_RATE, 1, 1, 22));
        history.apply(reading(Vital.RESPIRATORY_RATE, 2, 2, 0));

        assertThat(conditions("apnoea")).singleElement().satisfies(apnoea -> {
            assertThat(apnoea.getSeverity()).isEqualTo(Severity.SEVERITY_HIGH);
            assertThat(apnoea.getDueMs()).isEqualTo(at(2));
        });
    }

    @Test
    void tellsOfAWrongClockUntilItHasBeenRightForAMinute() {
        history.apply(worn(0, 1, interval(ANNA, -600, null)));
        history.apply(spo2(1, 1, 86_401, 96));
        for (int i = 2; i < 70; i++) {
            history.apply(spo2(i, i, i, 96));
        }

        assertThat(conditions("clock-wrong"))
                .extracting(AlarmCondition::getDueMs)
                .containsExactly(at(1), at(61));
    }

    @Test
    void tellsOfLostMessages() {
        history.apply(worn(0, 1, interval(ANNA, -600, null)));
        history.apply(spo2(1, 1, 1, 96));
        history.apply(spo2(3, 3, 3, 96));
        for (int i = 4; i < 70; i++) {
            history.apply(spo2(i, i, i, 96));
        }

        assertThat(conditions("data-loss")).extracting(AlarmCondition::getDueMs).containsExactly(at(4), at(64));
    }

    @Test
    void tellsOfADeviceThatNobodyWearsAsLongAsItSends() {
        history.apply(spo2(1, 1, 1, 96));
        history.apply(spo2(3, 20, 20 + 86_400, 96));
        history.apply(spo2(4, 30, 30, 96));
        history.advance(at(200));

        assertThat(conditions("unassigned-device"))
                .extracting(AlarmCondition::getDueMs)
                .containsExactly(at(1), at(90));
        assertThat(conditions("unassigned-device"))
                .allMatch(told -> told.getPatientRef().isEmpty());
        assertThat(conditions("clock-wrong")).isEmpty();
        assertThat(conditions("data-loss")).isEmpty();
    }

    @Test
    void tellsOfAHeartThatBeatsTheSameForTenMinutes() {
        history.apply(RawRecord.newBuilder()
                .setRegisterChange(RegisterChange.newBuilder()
                        .setDeviceId("mon-07")
                        .setIngestTimeMs(at(0))
                        .setDevice(DeviceRegistration.newBuilder()
                                .setRevision(1)
                                .addSignals(ExpectedSignal.newBuilder()
                                        .setVital(Vital.PULSE_RATE)
                                        .setNoSignalAfterMs(10_000))
                                .addAssociations(interval(ANNA, -600, null))))
                .build());
        for (int i = 1; i < 605; i++) {
            history.apply(pulse(i, i));
        }

        assertThat(conditions("flatline")).extracting(AlarmCondition::getDueMs).containsExactly(at(601));
    }

    private void breach(int firstSeq, int from, int until) {
        for (int i = from; i < until; i++) {
            history.apply(spo2(firstSeq + i - from, i, i, 84));
        }
    }

    private List<AlarmCondition> conditions(String rule) {
        return out.stream()
                .filter(DeviceOutput.Condition.class::isInstance)
                .map(output -> ((DeviceOutput.Condition) output).condition())
                .filter(condition -> condition.getRule().equals(rule))
                .toList();
    }
}

package org.wardlight.stream.patient;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.RegisterChange;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalNumeric;
import org.wardlight.stream.scoring.ModelPolicy;

/** What the operator keeps of a patient, and that a timer is there to clear whatever it keeps. */
@SuppressWarnings("try") // the harness of Flink may throw anything when closed
class PatientFunctionHarnessTest {

    private static final long START = 1_800_000_000_000L;
    private static final String ANNA = "p-" + "a".repeat(32);

    @Test
    void keepsNothingOfWhomOnlyHistoryIsHeard() throws Exception {
        try (var harness = harness()) {
            harness.open();

            harness.processElement1(new StreamRecord<>(reading(0, true), START));

            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void keepsWhoIsHeardAndHasOneTimerForThem() throws Exception {
        try (var harness = harness()) {
            harness.open();

            harness.processElement1(new StreamRecord<>(reading(0, false), START));
            harness.processElement1(new StreamRecord<>(reading(1, false), START + 1_000));

            assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
            assertThat(harness.numEventTimeTimers()).isEqualTo(1);
        }
    }

    @Test
    void keepsNothingOfWhoWasDischargedAlsoWhenHistoryComesLater() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement1(new StreamRecord<>(reading(0, false), START));
            harness.processElement2(new StreamRecord<>(discharge(), START + 1_000));

            harness.processWatermark1(watermark(120));
            harness.processWatermark2(watermark(120));
            harness.processElement1(new StreamRecord<>(reading(130, true), START + 130_000));

            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    private static Watermark watermark(int second) {
        return new Watermark(START + second * 1_000L);
    }

    private static VitalNumeric reading(int second, boolean late) {
        return VitalNumeric.newBuilder()
                .setPatientRef(ANNA)
                .setDeviceId("mon-07")
                .setIngestTimeMs(START + second * 1_000L)
                .setLate(late)
                .addMeasurements(Measurement.newBuilder()
                        .setVital(Vital.SPO2)
                        .setValue(96)
                        .setDeviceTimeMs(START))
                .build();
    }

    private static RegisterChange discharge() {
        return RegisterChange.newBuilder()
                .setIngestTimeMs(START + 1_000)
                .setPatient(
                        Patient.newBuilder().setPatientRef(ANNA).setRevision(2).setDischargedMs(START + 1_000))
                .build();
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, VitalNumeric, RegisterChange, Score> harness()
            throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new PatientFunction(ScorePolicy.STANDARD, ModelPolicy.NONE)),
                VitalNumeric::getPatientRef,
                change -> change.getPatient().getPatientRef(),
                Types.STRING);
    }
}

package org.wardlight.stream.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.ChartEntry;
import org.wardlight.events.v1.Code;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.MissingReason;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.events.v1.ReadingFlag;
import org.wardlight.events.v1.RegisterChange;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalNumeric;

class ChartedEntriesTest {

    private static final long START = 1_800_000_000_000L;
    private static final String ANNA = "p-" + "a".repeat(32);

    private final DeviceState state = new DeviceState();
    private final List<DeviceOutput> out = new ArrayList<>();
    private final DeviceHistory history = new DeviceHistory(DevicePolicy.STANDARD, state, out::add);

    @Test
    void turnsAnEntryIntoReadingsOfThePatient() {
        apply(
                0,
                RegisterChange.newBuilder()
                        .setPatient(Patient.newBuilder().setPatientRef(ANNA).setSite("north")));
        apply(10, entry("e1", value(5, Vital.OXYGEN_FLOW, 2), alert(5)));

        assertThat(numerics()).singleElement().satisfies(numeric -> {
            assertThat(numeric.getPatientRef()).isEqualTo(ANNA);
            assertThat(numeric.getDeviceId()).isEmpty();
            assertThat(numeric.getContentHash().size()).isEqualTo(16);
            assertThat(numeric.getSite()).isEqualTo("north");
            assertThat(numeric.getIngestTimeMs()).isEqualTo(at(10));
            assertThat(numeric.getLate()).isFalse();
            assertThat(numeric.getMeasurementsList()).allSatisfy(measurement -> {
                assertThat(measurement.getMethod()).isEqualTo(Method.MANUAL);
                assertThat(measurement.getFlagsList()).containsExactly(ReadingFlag.CHARTED);
            });
        });
    }

    @Test
    void takesAnEntryOnce() {
        apply(10, entry("e1", alert(5)));
        apply(11, entry("e1", alert(5)));

        assertThat(numerics()).hasSize(1);
        assertThat(out).contains(new DeviceOutput.Counted(Tally.DUPLICATE));
    }

    @Test
    void judgesNoLimit() {
        for (int i = 0; i < 60; i++) {
            apply(i, entry("e" + i, value(i, Vital.SPO2, 70)));
        }

        assertThat(out).noneMatch(DeviceOutput.Condition.class::isInstance);
    }

    @Test
    void callsItLateWhenItWasSeenLongAgo() {
        apply(200, entry("e1", alert(79)));
        apply(200, entry("e2", alert(81)));

        assertThat(numerics()).extracting(VitalNumeric::getLate).containsExactly(true, false);
    }

    @Test
    void takesATimeAheadOfTheClockAsThePresent() {
        apply(10, entry("e1", alert(3600)));

        assertThat(numerics().get(0).getMeasurements(0).getDeviceTimeMs()).isEqualTo(at(10));
    }

    @Test
    void hasNoReadingsForAnInterventionAlone() {
        apply(
                10,
                RegisterChange.newBuilder()
                        .setEntry(ChartEntry.newBuilder()
                                .setEntryId("e1")
                                .setPatientRef(ANNA)
                                .setIntervention("oxygen mask 5 L/min")));

        assertThat(out).isEmpty();
    }

    @Test
    void tellsACorrectionByStrikingOutWhatItReplaces() {
        apply(10, entry("e1", value(5, Vital.OXYGEN_FLOW, 2), alert(5)));
        apply(900, correction("e2", "e1", value(5, Vital.OXYGEN_FLOW, 12)));

        VitalNumeric correction = numerics().get(1);
        assertThat(correction.getLate()).isTrue();
        assertThat(correction.getMeasurementsList())
                .extracting(Measurement::getVital)
                .containsExactly(Vital.OXYGEN_FLOW, Vital.CONSCIOUSNESS, Vital.OXYGEN_FLOW);
        assertThat(correction.getMeasurementsList())
                .extracting(Measurement::getMissing)
                .containsExactly(
                        MissingReason.NOT_MEASURED,
                        MissingReason.NOT_MEASURED,
                        MissingReason.MISSING_REASON_UNSPECIFIED);
        assertThat(correction.getMeasurements(2).getValue()).isEqualTo(12);
    }

    @Test
    void correctsACorrection() {
        apply(10, entry("e1", value(5, Vital.OXYGEN_FLOW, 2)));
        apply(20, correction("e2", "e1", value(6, Vital.OXYGEN_FLOW, 12)));
        apply(30, correction("e3", "e2"));

        assertThat(numerics().get(2).getMeasurementsList()).singleElement().satisfies(struckOut -> {
            assertThat(struckOut.getDeviceTimeMs()).isEqualTo(at(6));
            assertThat(struckOut.hasMissing()).isTrue();
        });
    }

    @Test
    void remembersSoManyEntriesAndNoMore() {
        for (int i = 0; i < 100; i++) {
            apply(i, entry("e" + i, value(i, Vital.OXYGEN_FLOW, 2)));
        }
        apply(101, correction("e200", "e0"));
        apply(102, correction("e201", "e99"));

        assertThat(state.charted).hasSize(32);
        assertThat(numerics()).hasSize(101);
    }

    private void apply(int second, RegisterChange.Builder change) {
        history.apply(RawRecord.newBuilder()
                .setRegisterChange(change.setDeviceId(ANNA).setIngestTimeMs(at(second)))
                .build());
    }

    private static RegisterChange.Builder entry(String id, Measurement... measurements) {
        return correction(id, "", measurements);
    }

    private static RegisterChange.Builder correction(String id, String corrects, Measurement... measurements) {
        return RegisterChange.newBuilder()
                .setEntry(ChartEntry.newBuilder()
                        .setEntryId(id)
                        .setPatientRef(ANNA)
                        .setCorrects(corrects)
                        .addAllMeasurements(List.of(measurements)));
    }

    private static Measurement value(int second, Vital vital, double value) {
        return Measurement.newBuilder()
                .setVital(vital)
                .setMethod(Method.MANUAL)
                .addFlags(ReadingFlag.CHARTED)
                .setDeviceTimeMs(at(second))
                .setValue(value)
                .build();
    }

    private static Measurement alert(int second) {
        return value(second, Vital.CONSCIOUSNESS, 0).toBuilder()
                .setCode(Code.ALERT)
                .build();
    }

    private List<VitalNumeric> numerics() {
        return out.stream()
                .filter(DeviceOutput.Numeric.class::isInstance)
                .map(output -> ((DeviceOutput.Numeric) output).numeric())
                .toList();
    }

    private static long at(int second) {
        return START + second * 1000L;
    }
}

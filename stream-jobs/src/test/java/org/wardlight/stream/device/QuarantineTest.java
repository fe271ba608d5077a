package org.wardlight.stream.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.stream.device.DeviceRecords.ANNA;
import static org.wardlight.stream.device.DeviceRecords.BEN;
import static org.wardlight.stream.device.DeviceRecords.at;
import static org.wardlight.stream.device.DeviceRecords.interval;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.Association;
import org.wardlight.events.v1.ExpectedSignal;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Observation;
import org.wardlight.events.v1.QuarantinedObservation;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.events.v1.Release;
import org.wardlight.events.v1.Sequence;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalNumeric;

class QuarantineTest {

    private final DeviceState state = new DeviceState();
    private final List<DeviceOutput> out = new ArrayList<>();
    private final DeviceHistory history = new DeviceHistory(DevicePolicy.STANDARD, state, out::add);

    @Test
    void numbersWhatNobodyClaims() {
        quarantineTwo();

        assertThat(quarantined()).extracting(QuarantinedObservation::getNumber).containsExactly(1L, 2L);
    }

    @Test
    void givesAReleasedMessageToWhoeverWoreTheDeviceThenAsHistory() {
        quarantineTwo();
        history.apply(worn(1, 1000, interval(ANNA, 0, 15), interval(BEN, 15, null)));

        release(1, 1001);
        release(2, 1002);

        assertThat(numerics()).extracting(VitalNumeric::getPatientRef).containsExactly(ANNA, BEN);
        assertThat(numerics()).allSatisfy(numeric -> {
            assertThat(numeric.getLate()).isTrue();
            assertThat(numeric.getSite()).isEqualTo("north");
            assertThat(numeric.getExpectedList())
                    .extracting(ExpectedSignal::getVital)
                    .containsExactly(Vital.SPO2);
        });
        assertThat(numerics()).extracting(VitalNumeric::getIngestTimeMs).containsExactly(at(1001), at(1002));
        assertThat(out).noneMatch(this::isLimit);
    }

    @Test
    void releasesAMessageOnce() {
        quarantineTwo();
        history.apply(worn(1, 1000, interval(ANNA, 0, null)));

        release(1, 1001);
        release(1, 1002);

        assertThat(numerics()).hasSize(1);
        assertThat(out).contains(new DeviceOutput.Counted(Tally.RELEASED), new DeviceOutput.Counted(Tally.DUPLICATE));
    }

    @Test
    void countsWhenItForgetsWhichNumbersWereReleased() {
        Quarantine quarantine = new Quarantine(state);
        for (long number = 2; number <= 2L * Quarantine.MOST_RANGES; number += 2) {
            assertThat(quarantine.released(number)).isFalse();
        }
        assertThat(quarantine.wasReleased(3)).isFalse();
        history.apply(worn(1, 1000, interval(ANNA, 0, null)));

        history.apply(RawRecord.newBuilder()
                .setRelease(Release.newBuilder()
                        .setNumber(100_000)
                        .setIngestTimeMs(at(1001))
                        .setObservation(observation(9, 1, spo2(1)).getObservation()))
                .build());

        assertThat(out).contains(new DeviceOutput.Counted(Tally.RELEASES_JOINED));
        assertThat(quarantine.wasReleased(3)).isTrue();
        assertThat(quarantine.wasReleased(5)).isFalse();
    }

    @Test
    void keepsAMessageThatIsReleasedTooEarlyForTheNextTime() {
        quarantineTwo();
        history.apply(worn(1, 1000, interval(ANNA, 500, null)));
        release(1, 1001);
        assertThat(numerics()).isEmpty();

        history.apply(worn(2, 1002, interval(ANNA, 0, null)));
        release(1, 1003);

        assertThat(numerics()).hasSize(1);
    }

    @Test
    void quarantinesAnewWhatIsLeftOfAMessage() {
        history.apply(observation(1, 20, spo2(5), spo2(20)));
        history.advance(at(950));
        history.apply(worn(1, 1000, interval(ANNA, 10, null)));

        release(1, 1001);
        release(1, 1002);

        assertThat(numerics()).singleElement().satisfies(numeric -> assertThat(numeric.getMeasurementsList())
                .containsExactly(spo2(20)));
        assertThat(quarantined()).hasSize(2);
        QuarantinedObservation rest = quarantined().get(1);
        assertThat(rest.getNumber()).isEqualTo(2);
        assertThat(rest.getObservation().getMeasurementsList()).containsExactly(spo2(5));

        history.apply(worn(2, 1003, interval(BEN, 0, 10), interval(ANNA, 10, null)));
        release(2, 1004);

        assertThat(numerics().get(1).getPatientRef()).isEqualTo(BEN);
    }

    @Test
    void isNoSignOfLifeAndChangesNothingElse() {
        quarantineTwo();
        history.apply(worn(1, 1000, interval(ANNA, 0, null)));
        release(1, 1009);

        history.advance(at(1100));

        assertThat(out)
                .filteredOn(DeviceOutput.Condition.class::isInstance)
                .extracting(told -> ((DeviceOutput.Condition) told).condition())
                .filteredOn(told -> told.getRule().equals("device-lost"))
                .extracting(AlarmCondition::getDueMs)
                .containsExactly(at(1060));
    }

    private void quarantineTwo() {
        history.apply(observation(1, 10, spo2(10)));
        history.apply(observation(2, 20, spo2(20)));
        history.advance(at(20) + Duration.ofMinutes(15).toMillis());
    }

    private void release(long number, int second) {
        QuarantinedObservation waiting = quarantined().stream()
                .filter(quarantined -> quarantined.getNumber() == number)
                .findFirst()
                .orElseThrow();
        history.apply(RawRecord.newBuilder()
                .setRelease(Release.newBuilder()
                        .setObservation(waiting.getObservation())
                        .setNumber(number)
                        .setIngestTimeMs(at(second)))
                .build());
    }

    private boolean isLimit(DeviceOutput output) {
        return output instanceof DeviceOutput.Condition condition
                && condition.condition().getRule().startsWith("spo2");
    }

    private List<VitalNumeric> numerics() {
        return out.stream()
                .filter(DeviceOutput.Numeric.class::isInstance)
                .map(output -> ((DeviceOutput.Numeric) output).numeric())
                .toList();
    }

    private List<QuarantinedObservation> quarantined() {
        return out.stream()
                .filter(DeviceOutput.Quarantined.class::isInstance)
                .map(output -> ((DeviceOutput.Quarantined) output).observation())
                .toList();
    }

    private static Measurement spo2(int second) {
        return Measurement.newBuilder()
                .setVital(Vital.SPO2)
                .setDeviceTimeMs(at(second))
                .setValue(70)
                .build();
    }

    private static RawRecord observation(int seq, int second, Measurement... measurements) {
        return RawRecord.newBuilder()
                .setObservation(Observation.newBuilder()
                        .setDeviceId("mon-07")
                        .setSite("north")
                        .setSequence(Sequence.newBuilder().setBoot(7).setSeq(seq))
                        .setIngestTimeMs(at(second))
                        .addAllMeasurements(List.of(measurements)))
                .build();
    }

    private static RawRecord worn(long revision, int second, Association... intervals) {
        return DeviceRecords.worn(second, revision, intervals);
    }
}

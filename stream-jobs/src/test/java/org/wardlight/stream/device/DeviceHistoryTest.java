package org.wardlight.stream.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.stream.device.DeviceRecords.ANNA;
import static org.wardlight.stream.device.DeviceRecords.BEN;
import static org.wardlight.stream.device.DeviceRecords.START;
import static org.wardlight.stream.device.DeviceRecords.at;
import static org.wardlight.stream.device.DeviceRecords.change;
import static org.wardlight.stream.device.DeviceRecords.interval;
import static org.wardlight.stream.device.DeviceRecords.missing;
import static org.wardlight.stream.device.DeviceRecords.off;
import static org.wardlight.stream.device.DeviceRecords.pulse;
import static org.wardlight.stream.device.DeviceRecords.sentAt;
import static org.wardlight.stream.device.DeviceRecords.spo2;
import static org.wardlight.stream.device.DeviceRecords.worn;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardlight.events.CareProfiles;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.EndCause;
import org.wardlight.events.v1.LimitRule;
import org.wardlight.events.v1.MissingReason;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.PatientLimits;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.events.v1.ReadingFlag;
import org.wardlight.events.v1.RegisterChange;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalNumeric;

class DeviceHistoryTest {

    private final DeviceState state = new DeviceState();
    private final List<DeviceOutput> out = new ArrayList<>();
    private final DeviceHistory history = new DeviceHistory(DevicePolicy.STANDARD, state, out::add);

    @Test
    void givesAReadingToWhoeverWoreTheDeviceWhenItWasMeasured() {
        history.apply(worn(0, 1, interval(ANNA, -600, 30), interval(BEN, 30, null)));

        history.apply(spo2(1, 40, 20, 96));
        history.apply(spo2(2, 41, 41, 97));

        assertThat(numerics()).extracting(VitalNumeric::getPatientRef).containsExactly(ANNA, BEN);
    }

    @Test
    void saysWhereAReadingCameFromAndWhatIsExpectedOfItsVitals() {
        history.apply(worn(0, 1, interval(ANNA, -600, null)));
        history.apply(change(1)
                .setRegisterChange(change(1).getRegisterChange().toBuilder()
                        .setPatient(Patient.newBuilder().setPatientRef(ANNA).setSite("north")))
                .build());
        history.advance(at(70));
        RawRecord reading = spo2(1, 80, 80, 96);
        history.apply(reading.toBuilder()
                .setObservation(reading.getObservation().toBuilder().setSite("south"))
                .build());
        history.apply(pulse(2, 81));
        history.advance(at(110));

        assertThat(numerics()).extracting(VitalNumeric::getSite).containsExactly("south", "");
        assertThat(numerics().get(0).getExpectedList()).singleElement().satisfies(expected -> {
            assertThat(expected.getVital()).isEqualTo(Vital.SPO2);
            assertThat(expected.getNoSignalAfterMs()).isEqualTo(10_000);
        });
        assertThat(numerics().get(1).getExpectedList()).isEmpty();
        assertThat(conditions("device-lost"))
                .extracting(AlarmCondition::getSite)
                .containsExactly("north", "south", "south");
    }

    @Test
    void holdsAReadingWithoutAWearerAndReleasesItWhenTheAssociationComes() {
        history.apply(spo2(1, 10, 10, 96));
        assertThat(numerics()).isEmpty();

        history.apply(worn(100, 1, interval(ANNA, 0, null)));

        assertThat(numerics()).singleElement().satisfies(numeric -> {
            assertThat(numeric.getPatientRef()).isEqualTo(ANNA);
            assertThat(numeric.getLate()).isFalse();
        });
    }

    @Test
    void quarantinesAReadingThatNobodyClaims() {
        history.apply(spo2(1, 10, 10, 96));

        history.advance(at(10) + Duration.ofMinutes(15).toMillis());

        assertThat(out)
                .filteredOn(DeviceOutput.Quarantined.class::isInstance)
                .singleElement()
                .satisfies(quarantined -> assertThat(((DeviceOutput.Quarantined) quarantined)
                                .observation()
                                .getObservation()
                                .getMeasurementsCount())
                        .isEqualTo(1));
    }

    @Test
    void neverRaisesAnAlarmForWhatArrivesLate() {
        history.apply(worn(0, 1, interval(ANNA, -600, null)));

        for (int i = 0; i < 60; i++) {
            history.apply(spo2(i, 300 + i, i, 80));
        }

        assertThat(conditions("spo2-low")).isEmpty();
        assertThat(numerics()).allMatch(VitalNumeric::getLate);
    }

    @Test
    void letsAnOvertakenReadingDecideNothingThoughItIsRecent() {
        history.apply(worn(0, 1, interval(ANNA, -600, null)));
        for (int i = 1; i < 8; i++) {
            if (i != 4) {
                history.apply(spo2(i, i, i, 84));
            }
        }

        // The fourth was given up; its good value comes when worse ones have been judged.
        history.apply(spo2(4, 7.5, 4, 97));
        history.advance(at(12));

        assertThat(out).contains(new DeviceOutput.Counted(Tally.OVERTAKEN));
        assertThat(conditions("spo2-low")).singleElement().satisfies(start -> {
            assertThat(start.getOnsetMs()).isEqualTo(at(1));
            assertThat(start.getDueMs()).isEqualTo(at(11));
        });
    }

    @Test
    void hearsSilenceEvenWhenTheDeviceSendsOnlyHistory() {
        history.apply(worn(0, 1, interval(ANNA, -600, null)));
        history.apply(spo2(1, 1, 1, 96));
        for (int i = 2; i < 30; i++) {
            history.apply(spo2(i, i, i - 500, 96));
        }

        assertThat(conditions("device-lost")).singleElement().satisfies(lost -> {
            assertThat(lost.getDueMs()).isEqualTo(at(11));
            assertThat(lost.getSource().getVital()).isEqualTo(Vital.VITAL_UNSPECIFIED);
        });
    }

    @Test
    void reportsALostSignalAtItsTimeOutAndItsReturn() {
        history.apply(worn(0, 1, interval(ANNA, -600, null)));
        history.apply(spo2(1, 5, 5, 96));
        history.advance(at(60));
        history.apply(spo2(2, 61, 61, 96));

        assertThat(conditions("device-lost"))
                .extracting(AlarmCondition::getDueMs)
                .containsExactly(at(15), at(61));
    }

    @Test
    void reportsASignalThatNeverCameOnceItsDeviceHasBeenOnForAMinute() {
        history.apply(worn(0, 1, interval(ANNA, -600, null)));

        history.advance(at(59.9));
        assertThat(conditions("device-lost")).isEmpty();

        history.advance(at(3600));
        assertThat(conditions("device-lost"))
                .singleElement()
                .extracting(AlarmCondition::getDueMs)
                .isEqualTo(at(60));
    }

    @Test
    void takesNeitherHistoryNorAMissingValueForTheFirstReading() {
        history.apply(worn(0, 1, interval(ANNA, -600, null)));
        history.apply(spo2(1, 20, -300, 96));
        for (int i = 2; i < 9; i++) {
            history.apply(missing(i, 9 * i, MissingReason.NOT_MEASURED));
        }

        assertThat(conditions("no-signal")).extracting(AlarmCondition::getDueMs).containsExactly(at(60));
    }

    @Test
    void missesADeviceThatFallsSilentAfterItsFirstReadingWithinItsOwnTime() {
        history.apply(worn(0, 1, interval(ANNA, -600, null)));
        history.apply(spo2(1, 2, 2, 96));

        history.advance(at(30));

        assertThat(conditions("device-lost"))
                .extracting(AlarmCondition::getDueMs)
                .containsExactly(at(12));
    }

    @Test
    void givesTheNextWearersSignalsAMinuteAgain() {
        history.apply(worn(0, 1, interval(ANNA, -600, null)));
        history.apply(spo2(1, 2, 2, 96));
        history.apply(worn(5, 2, interval(ANNA, -600, 5), interval(BEN, 5, null)));

        history.advance(at(200));

        assertThat(conditions("device-lost")).singleElement().satisfies(lost -> {
            assertThat(lost.getPatientRef()).isEqualTo(BEN);
            assertThat(lost.getDueMs()).isEqualTo(at(65));
        });
    }

    @Test
    void callsAProbeThatIsOffTechnicalAndHoldsTheOpenAlarm() {
        history.apply(worn(0, 1, interval(ANNA, -600, null)));
        breach(1, 0, 20);
        for (int i = 20; i < 60; i++) {
            history.apply(off(i + 1, i));
        }

        assertThat(conditions("sensor-off")).hasSize(1);
        assertThat(conditions("device-lost")).isEmpty();
        List<AlarmCondition> low = conditions("spo2-low");
        assertThat(low).hasSize(2);
        assertThat(low.get(1).getInputStale()).isTrue();
    }

    @Test
    void endsEverythingOfAPatientWhoTakesTheDeviceOff() {
        history.apply(worn(0, 1, interval(ANNA, -600, null)));
        breach(1, 0, 20);

        history.apply(worn(25, 2, interval(ANNA, -600, 25), interval(BEN, 25, null)));

        AlarmCondition last = conditions("spo2-low").get(1);
        assertThat(last.getEndCause()).isEqualTo(EndCause.CONTEXT_ENDED);
        assertThat(last.getPatientRef()).isEqualTo(ANNA);
        assertThat(state.limits).isEmpty();
    }

    @Test
    void judgesAReadingWithAnImpossibleTimeAtItsArrival() {
        history.apply(worn(0, 1, interval(ANNA, -600, null)));
        for (int i = 0; i < 20; i++) {
            history.apply(spo2(i, i, i + 86_400, 80));
        }

        assertThat(conditions("spo2-low")).hasSize(1);
        assertThat(numerics().get(0).getMeasurements(0).getFlagsList()).containsExactly(ReadingFlag.CLOCK);
    }

    @Test
    void believesNoSingleMessageAboutItsClock() {
        history.apply(worn(0, 1, interval(BEN, -90_000, -600), interval(ANNA, -600, null)));
        for (int i = 1; i < 60; i++) {
            double sent = i == 31 ? i + 86_400 : i;
            history.apply(sentAt(spo2(i, i, i, 96), sent));
        }

        assertThat(numerics()).extracting(VitalNumeric::getPatientRef).containsOnly(ANNA);
        assertThat(numerics()).noneMatch(VitalNumeric::getLate);
    }

    @Test
    void noticesAnAssociationThatBeginsALittleAheadOfTheClock() {
        history.apply(worn(0, 1, interval(ANNA, 1, null)));

        history.advance(at(90));

        assertThat(conditions("device-lost")).singleElement().satisfies(lost -> {
            assertThat(lost.getPatientRef()).isEqualTo(ANNA);
            assertThat(lost.getDueMs()).isEqualTo(at(61));
        });
    }

    @Test
    void endsEverythingWhenADeviceIsTakenOffALittleAheadOfTheClockAndSaysNoMore() {
        history.apply(worn(0, 1, interval(ANNA, -600, null)));
        breach(1, 0, 20);
        history.apply(worn(20, 2, interval(ANNA, -600, 21)));

        history.advance(at(600));

        assertThat(conditions("spo2-low").get(1).getEndCause()).isEqualTo(EndCause.CONTEXT_ENDED);
        assertThat(conditions("device-lost")).isEmpty();
    }

    @Test
    void endsTheLossOfASignalThatIsNoLongerExpected() {
        history.apply(worn(0, 1, interval(ANNA, -600, null)));
        history.apply(spo2(1, 1, 1, 96));
        for (int i = 2; i < 60; i++) {
            history.apply(pulse(i, i));
        }

        history.apply(RawRecord.newBuilder()
                .setRegisterChange(RegisterChange.newBuilder()
                        .setDeviceId("mon-07")
                        .setIngestTimeMs(at(61))
                        .setDevice(DeviceRegistration.newBuilder()
                                .setRevision(2)
                                .addAssociations(interval(ANNA, -600, null))))
                .build());

        assertThat(conditions("no-signal")).hasSize(2);
        assertThat(conditions("no-signal").get(1).getEndCause()).isEqualTo(EndCause.CONTEXT_ENDED);
    }

    @Test
    void goesOnAfterARegisterChangeItDoesNotUnderstand() {
        history.apply(worn(0, 1, interval(ANNA, -600, null)));
        history.apply(change(1).build());
        history.apply(change(2)
                .setRegisterChange(change(2)
                        .getRegisterChangeBuilder()
                        .setLimits(PatientLimits.newBuilder()
                                .setPatientRef(ANNA)
                                .addRules(
                                        LimitRule.newBuilder().setRule("empty").setVital(Vital.SPO2))
                                .addAllRules(CareProfiles.adultWard().getRulesList())))
                .build());
        breach(1, 3, 20);

        assertThat(conditions("spo2-low")).hasSize(1);
        assertThat(out).contains(new DeviceOutput.Counted(Tally.UNUSABLE));
    }

    @Test
    void namesTheMessageThatDecided() {
        history.apply(worn(0, 1, interval(ANNA, -600, null)));
        breach(1, 0, 20);

        AlarmCondition start = conditions("spo2-low").get(0);
        assertThat(start.getDecidedBy().getDeviceId()).isEqualTo("mon-07");
        assertThat(start.getDecidedBy().getBoot()).isEqualTo(7);
        assertThat(start.getOnsetMs()).isEqualTo(at(0));
        assertThat(start.getDueMs()).isEqualTo(at(10));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void givesTheSameConditionsWhereverATimerHappensToFire(long seed) {
        List<RawRecord> log = randomLog(seed);

        List<AlarmCondition> replayed = run(log, new Random(0), 0);
        List<AlarmCondition> live = run(log, new Random(seed), 3);

        assertThat(live).hasSizeGreaterThan(5).isEqualTo(replayed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void givesTheSameConditionsWhenEveryMessageComesTwice(long seed) {
        List<RawRecord> log = randomLog(seed);
        List<RawRecord> doubled = new ArrayList<>();
        log.forEach(record -> doubled.addAll(Collections.nCopies(2, record)));

        assertThat(run(doubled, new Random(0), 0)).isEqualTo(run(log, new Random(0), 0));
    }

    private static List<AlarmCondition> run(List<RawRecord> log, Random random, int timersPerRecord) {
        List<AlarmCondition> conditions = new ArrayList<>();
        DeviceHistory history = new DeviceHistory(DevicePolicy.STANDARD, new DeviceState(), output -> {
            if (output instanceof DeviceOutput.Condition condition) {
                conditions.add(condition.condition());
            }
        });
        long last = START;
        for (RawRecord record : log) {
            long next = record.hasObservation()
                    ? record.getObservation().getIngestTimeMs()
                    : record.getRegisterChange().getIngestTimeMs();
            for (int i = 0; i < timersPerRecord; i++) {
                history.advance(last + (long) (random.nextDouble() * (next - last)));
            }
            history.apply(record);
            last = next;
        }
        history.advance(last + 3_600_000);
        return conditions;
    }

    private static List<RawRecord> randomLog(long seed) {
        Random random = new Random(seed);
        List<RawRecord> log = new ArrayList<>();
        log.add(worn(0, 1, interval(ANNA, -600, null)));
        double second = 1;
        double value = 95;
        for (int seq = 1; seq < 1500; seq++) {
            second += random.nextInt(200) == 0 ? 9 + random.nextInt(4) : 0.9 + random.nextDouble() * 0.2;
            if (random.nextInt(20) == 0) {
                value = 82 + random.nextInt(14);
            }
            boolean off = random.nextInt(150) == 0;
            log.add(off ? off(seq, second) : spo2(seq, second, second, value));
        }
        return log;
    }

    private void breach(int firstSeq, int from, int until) {
        for (int i = from; i < until; i++) {
            history.apply(spo2(firstSeq + i - from, i, i, 84));
        }
    }

    private List<VitalNumeric> numerics() {
        return out.stream()
                .filter(DeviceOutput.Numeric.class::isInstance)
                .map(output -> ((DeviceOutput.Numeric) output).numeric())
                .toList();
    }

    private List<AlarmCondition> conditions(String rule) {
        return out.stream()
                .filter(DeviceOutput.Condition.class::isInstance)
                .map(output -> ((DeviceOutput.Condition) output).condition())
                .filter(condition -> condition.getRule().equals(rule))
                .toList();
    }
}

package org.wardlight.stream.differential;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wardlight.bench.reference.Told;
import org.wardlight.bench.reference.WardReference;
import org.wardlight.bench.scenario.TroubledWard;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Observation;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.events.v1.Vital;
import org.wardlight.stream.device.Tally;

/** What repeats, changes places, is broken or stops changes nothing that it must not change. */
class DisturbedLogIT {

    private static final int PATIENTS = 4;
    private static final int SECONDS = 1_200;
    private static final int GROUP_MILLIS = 2_000;
    private static final int ONE_BAD_IN = 1_000;
    private static final int ONE_DELAYED_IN = 50;
    private static final int DELAY_MILLIS = 5_000;
    /** What is delayed is a gap as well, so this one goes on where it would have begun. */
    private static final String DATA_LOSS = "data-loss";

    private static final int LASTING_MILLIS = 30_000;
    private static final int TOLD_WITHIN_MILLIS = 10_000;

    private final Random random = new Random(11);

    @Test
    void everythingTwiceAndOutOfOrderWithinWhatTheHoldRepairsIsTheSameToTheByte() throws Exception {
        List<RawRecord> inOrder = grouped(TroubledWard.of(3, PATIENTS, SECONDS).log());
        List<RawRecord> disturbed = new ArrayList<>();
        for (int from = 0; from < inOrder.size(); ) {
            int to = from;
            while (to < inOrder.size() && ingest(inOrder, to) == ingest(inOrder, from)) {
                to++;
            }
            List<RawRecord> group = new ArrayList<>(inOrder.subList(from, to));
            // What a device begins with says where its numbers begin.
            if (ingest(inOrder, from) > TroubledWard.START + 60_000
                    && group.stream().allMatch(RawRecord::hasObservation)) {
                group.addAll(List.copyOf(group));
                Collections.shuffle(group, random);
            }
            disturbed.addAll(group);
            from = to;
        }

        assertThat(bytes(JobRun.of(disturbed, 2))).isEqualTo(bytes(JobRun.of(inOrder, 2)));
    }

    @Test
    void whatComesLaterThanTheHoldIsCountedAndHidesNoCondition() throws Exception {
        TroubledWard ward = TroubledWard.of(6, PATIENTS, SECONDS);
        List<RawRecord> delayed = ward.log().stream()
                .map(record ->
                        record.hasObservation() && random.nextInt(ONE_DELAYED_IN) == 0 ? delayed(record) : record)
                .sorted(Comparator.comparingLong(TroubledWard::ingestMillis))
                .toList();
        List<Told> inOrder = told(ward);

        List<Told> late = told(new TroubledWard(ward.patients(), delayed, ward.startMillis(), ward.endMillis()));

        System.out.println("delayed: overtaken " + JobRun.counted(Tally.OVERTAKEN) + ", lasting "
                + lasting(inOrder).size());
        assertThat(JobRun.counted(Tally.OVERTAKEN)).isPositive();
        assertThat(lasting(inOrder)).hasSizeGreaterThan(30).allSatisfy(condition -> assertThat(late)
                .anyMatch(other -> isSame(condition, other)));
    }

    private static RawRecord delayed(RawRecord record) {
        RawRecord.Builder stamped = record.toBuilder();
        stamped.getObservationBuilder().setIngestTimeMs(record.getObservation().getIngestTimeMs() + DELAY_MILLIS);
        return stamped.build();
    }

    /** The beginnings of conditions that held for a while: others may rest on the one message that came too late to be live. */
    private static List<Told> lasting(List<Told> told) {
        return told.stream()
                .filter(one -> one.phase().equals("START") && !one.rule().equals(DATA_LOSS))
                .filter(start -> told.stream()
                                .filter(end ->
                                        end.phase().equals("END") && isOfOne(start, end) && end.due() >= start.due())
                                .mapToLong(end -> end.due() - start.due())
                                .min()
                                .orElse(Long.MAX_VALUE)
                        >= LASTING_MILLIS)
                .toList();
    }

    private static boolean isSame(Told condition, Told other) {
        return other.phase().equals("START")
                && isOfOne(condition, other)
                && Math.abs(other.due() - condition.due()) <= TOLD_WITHIN_MILLIS;
    }

    private static boolean isOfOne(Told one, Told other) {
        return one.rule().equals(other.rule())
                && one.patient().equals(other.patient())
                && one.device().equals(other.device())
                && one.vital().equals(other.vital());
    }

    @Test
    void everyDeviceIsMissedWhenAllFallSilentAtOnce() throws Exception {
        TroubledWard ward = TroubledWard.of(4, PATIENTS, SECONDS);
        List<RawRecord> cut = ward.log().stream()
                .filter(record -> TroubledWard.ingestMillis(record) < TroubledWard.START + 700_000)
                .toList();
        TroubledWard silent = new TroubledWard(ward.patients(), cut, ward.startMillis(), ward.endMillis());

        List<Told> told = told(silent);

        assertThat(told).containsExactlyInAnyOrderElementsOf(WardReference.of(silent));
        assertThat(told.stream()
                        .filter(one ->
                                one.rule().equals("device-lost") && one.phase().equals("START"))
                        .filter(one -> one.due() >= TroubledWard.START + 700_000)
                        .map(Told::device))
                .hasSizeGreaterThanOrEqualTo(PATIENTS);
    }

    @Test
    void oneBadRecordInAThousandIsPassedOver() throws Exception {
        TroubledWard ward = TroubledWard.of(5, PATIENTS, SECONDS);
        List<RawRecord> spoilt = new ArrayList<>();
        Map<String, Long> last = new HashMap<>();
        for (RawRecord record : ward.log()) {
            spoilt.add(record);
            Observation beside = record.getObservation();
            long seq = beside.getSequence().getSeq();
            Long before = last.put(beside.getDeviceId(), seq);
            // Beside a message that counts at once, so that the device is heard no more often than without it.
            if (before != null && seq == before + 1 && isOfNow(beside) && random.nextInt(ONE_BAD_IN) == 0) {
                spoilt.add(bad(beside));
            }
        }
        assertThat(spoilt.size()).isGreaterThan(ward.log().size() + 1);

        assertThat(bytes(JobRun.of(spoilt, 2))).isEqualTo(bytes(JobRun.of(ward.log(), 2)));
    }

    private static boolean isOfNow(Observation observation) {
        return Math.abs(observation.getIngestTimeMs()
                        - observation.getMeasurements(0).getDeviceTimeMs())
                < 1_000;
    }

    /** Of the same device and moment, without a number of its own: values that are none, of vitals that are none. */
    private RawRecord bad(Observation beside) {
        long time = beside.getMeasurements(0).getDeviceTimeMs();
        return RawRecord.newBuilder()
                .setObservation(Observation.newBuilder()
                        .setDeviceId(beside.getDeviceId())
                        .setIngestTimeMs(beside.getIngestTimeMs())
                        .setContentHash(ByteString.copyFrom(new byte[] {1, 2, (byte) random.nextInt(100), 4}))
                        .addMeasurements(Measurement.newBuilder()
                                .setDeviceTimeMs(time)
                                .setVitalValue(4_711)
                                .setValue(1))
                        .addMeasurements(
                                Measurement.newBuilder().setDeviceTimeMs(time).setVital(Vital.SPO2)))
                .build();
    }

    /** Stamped anew so that what comes within two seconds comes at one moment, in order. */
    private static List<RawRecord> grouped(List<RawRecord> log) {
        return log.stream()
                .map(record -> {
                    long at = (TroubledWard.ingestMillis(record) / GROUP_MILLIS + 1) * GROUP_MILLIS;
                    RawRecord.Builder stamped = record.toBuilder();
                    if (record.hasObservation()) {
                        stamped.getObservationBuilder().setIngestTimeMs(at);
                    } else {
                        stamped.getRegisterChangeBuilder().setIngestTimeMs(at);
                    }
                    return stamped.build();
                })
                .sorted(Comparator.comparingLong(TroubledWard::ingestMillis)
                        .thenComparing(RawRecord::hasObservation)
                        .thenComparing(record -> record.getObservation().getDeviceId())
                        .thenComparingLong(
                                record -> record.getObservation().getSequence().getSeq()))
                .toList();
    }

    private static long ingest(List<RawRecord> log, int index) {
        return TroubledWard.ingestMillis(log.get(index));
    }

    private static List<Told> told(TroubledWard ward) throws Exception {
        return JobRun.of(ward.log(), 2).stream()
                .map(Told::of)
                .filter(one -> one.due() <= ward.endMillis())
                .toList();
    }

    /** Of two tasks, hence sorted. */
    private static List<String> bytes(List<AlarmCondition> conditions) {
        return conditions.stream()
                .map(condition -> HexFormat.of().formatHex(condition.toByteArray()))
                .sorted()
                .toList();
    }
}

package org.wardlight.stream.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.typeutils.TypeExtractor;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.Association;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.ExpectedSignal;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Observation;
import org.wardlight.events.v1.QuarantinedObservation;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.events.v1.RegisterChange;
import org.wardlight.events.v1.Release;
import org.wardlight.events.v1.Sequence;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalNumeric;
import org.wardlight.stream.MonitoringJob;
import org.wardlight.stream.protobuf.ProtobufTypeInfo;

@SuppressWarnings("try") // the harness of Flink may throw anything when closed
class DeviceFunctionHarnessTest {

    private static final long START = 1_800_000_000_000L;
    private static final long DAY = 86_400_000L;
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    @Test
    void firesADelayThatWasRunningWhenTheStateWasSaved() throws Exception {
        OperatorSubtaskState saved;
        try (var before = harness()) {
            before.open();
            send(before, worn());
            for (int second = 0; second < 6; second++) {
                send(before, spo2(second, second, 84));
            }
            assertThat(conditions(before)).isEmpty();
            saved = before.snapshot(1, 1);
        }

        try (var after = harness()) {
            after.initializeState(saved);
            after.open();
            after.processWatermark(START + 10_500);

            assertThat(conditions(after)).singleElement().satisfies(condition -> {
                assertThat(condition.getRule()).isEqualTo("spo2-low");
                assertThat(condition.getDueMs()).isEqualTo(START + 10_000);
            });
        }
    }

    @Test
    void hearsSilenceWhenOnlyTheClockMoves() throws Exception {
        try (var harness = harness()) {
            harness.open();
            send(harness, worn());
            send(harness, spo2(1, 1, 96));

            harness.processWatermark(START + 11_000);

            assertThat(conditions(harness)).extracting(AlarmCondition::getRule).containsExactly("device-lost");
        }
    }

    @Test
    void keepsOneTimerHoweverManyReadingsMoveTheTimeOut() throws Exception {
        try (var harness = harness()) {
            harness.open();
            send(harness, worn());
            for (int second = 0; second < 100; second++) {
                send(harness, spo2(second, second, 96));
                harness.processWatermark(START + second * 1000L);
            }

            assertThat(harness.numEventTimeTimers()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void forgetsADeviceThreeDaysAfterItsLastRecord() throws Exception {
        try (var harness = harness()) {
            harness.open();
            send(harness, worn());
            send(harness, spo2(1, 1, 96));
            assertThat(harness.numKeyedStateEntries()).isPositive();

            harness.processWatermark(START + 4 * DAY);

            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void remembersTheNumbersOfTheQuarantineAsLongAsItsTopicKeepsThem() throws Exception {
        try (var harness = harness()) {
            harness.open();
            send(harness, spo2(1, 1, 96));

            harness.processWatermark(START + 30 * DAY);
            assertThat(harness.numKeyedStateEntries()).isPositive();

            harness.processWatermark(START + 32 * DAY);
            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void releasesAQuarantinedReadingOnceAlsoAfterARestart() throws Exception {
        OperatorSubtaskState saved;
        RawRecord release;
        try (var before = harness()) {
            before.open();
            send(before, spo2(1, 1, 96));
            before.processWatermark(START + DAY);
            QuarantinedObservation quarantined =
                    before.getSideOutput(DeviceFunction.QUARANTINED).remove().getValue();
            release = RawRecord.newBuilder()
                    .setRelease(Release.newBuilder()
                            .setObservation(quarantined.getObservation())
                            .setNumber(quarantined.getNumber())
                            .setIngestTimeMs(START + DAY + 1000))
                    .build();
            send(before, wornSince(START + DAY));
            send(before, release);
            assertThat(before.extractOutputValues()).singleElement().satisfies(numeric -> {
                assertThat(numeric.getPatientRef()).isEqualTo("p-" + "a".repeat(32));
                assertThat(numeric.getLate()).isTrue();
            });
            saved = before.snapshot(1, 1);
        }

        try (var after = harness()) {
            after.initializeState(saved);
            after.open();
            send(after, release);

            assertThat(after.extractOutputValues()).isEmpty();
        }
    }

    /** The harness guesses the types of what it collects; it has to be told about protobuf. */
    @BeforeAll
    static void tellTheHarnessHowRecordsAreCopied() {
        tellHowRecordsAreCopied();
    }

    /** The harness guesses the types of what it collects; it has to be told about protobuf, once in a process. */
    static void tellHowRecordsAreCopied() {
        if (!TOLD.compareAndSet(false, true)) {
            return;
        }
        TypeExtractor.registerFactory(AlarmCondition.class, AsProtobuf.class);
        TypeExtractor.registerFactory(VitalNumeric.class, AsProtobuf.class);
        TypeExtractor.registerFactory(QuarantinedObservation.class, AsProtobuf.class);
    }

    /** Type information of whatever protobuf record is asked for. */
    public static final class AsProtobuf extends TypeInfoFactory<Message> {
        @Override
        @SuppressWarnings("unchecked")
        public TypeInformation<Message> createTypeInfo(Type type, Map<String, TypeInformation<?>> parameters) {
            return ProtobufTypeInfo.forRecord((Class<Message>) type);
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, RawRecord, VitalNumeric> harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new DeviceFunction(DevicePolicy.STANDARD)),
                MonitoringJob::historyOf,
                Types.STRING);
    }

    private static List<AlarmCondition> conditions(
            KeyedOneInputStreamOperatorTestHarness<String, RawRecord, VitalNumeric> harness) {
        List<AlarmCondition> conditions = new ArrayList<>();
        var output = harness.getSideOutput(DeviceFunction.CONDITIONS);
        if (output != null) {
            for (StreamRecord<AlarmCondition> record : output) {
                conditions.add(record.getValue());
            }
        }
        return conditions;
    }

    private static void send(
            KeyedOneInputStreamOperatorTestHarness<String, RawRecord, VitalNumeric> harness, RawRecord record)
            throws Exception {
        long time = Math.max(
                record.getRelease().getIngestTimeMs(),
                Math.max(
                        record.getObservation().getIngestTimeMs(),
                        record.getRegisterChange().getIngestTimeMs()));
        harness.processElement(record, time);
    }

    private static RawRecord worn() {
        return wornSince(START);
    }

    private static RawRecord wornSince(long toldMillis) {
        return RawRecord.newBuilder()
                .setRegisterChange(RegisterChange.newBuilder()
                        .setDeviceId("mon-07")
                        .setIngestTimeMs(toldMillis)
                        .setDevice(DeviceRegistration.newBuilder()
                                .setDeviceId("mon-07")
                                .setRevision(1)
                                .addSignals(ExpectedSignal.newBuilder()
                                        .setVital(Vital.SPO2)
                                        .setIntervalMs(1000)
                                        .setNoSignalAfterMs(10_000))
                                .addAssociations(Association.newBuilder()
                                        .setPatientRef("p-" + "a".repeat(32))
                                        .setFromMs(START - 1000))))
                .build();
    }

    private static RawRecord spo2(int seq, int second, double value) {
        return RawRecord.newBuilder()
                .setObservation(Observation.newBuilder()
                        .setDeviceId("mon-07")
                        .setSequence(Sequence.newBuilder().setBoot(7).setSeq(seq))
                        .setIngestTimeMs(START + second * 1000L)
                        .addMeasurements(Measurement.newBuilder()
                                .setVital(Vital.SPO2)
                                .setDeviceTimeMs(START + second * 1000L)
                                .setValue(value)))
                .build();
    }
}

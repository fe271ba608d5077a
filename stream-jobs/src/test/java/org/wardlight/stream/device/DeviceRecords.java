package org.wardlight.stream.device;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.Association;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.ExpectedSignal;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.MissingReason;
import org.wardlight.events.v1.Observation;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.events.v1.RegisterChange;
import org.wardlight.events.v1.Sequence;
import org.wardlight.events.v1.Vital;

/** Records of one device for tests: a monitor that is expected to deliver SpO2, times in s since the test began. */
final class DeviceRecords {

    static final long START = 1_800_000_000_000L;
    static final String ANNA = "p-" + "a".repeat(32);
    static final String BEN = "p-" + "b".repeat(32);

    private DeviceRecords() {}

    static RawRecord spo2(int seq, double ingestSecond, double deviceSecond, double value) {
        return observation(
                seq,
                ingestSecond,
                Measurement.newBuilder().setDeviceTimeMs(at(deviceSecond)).setValue(value));
    }

    static RawRecord pulse(int seq, double second) {
        return reading(Vital.PULSE_RATE, seq, second, 70);
    }

    static RawRecord off(int seq, double second) {
        return missing(seq, second, MissingReason.SENSOR_OFF);
    }

    static RawRecord missing(int seq, double second, MissingReason reason) {
        return observation(
                seq,
                second,
                Measurement.newBuilder().setDeviceTimeMs(at(second)).setMissing(reason));
    }

    static RawRecord observation(int seq, double ingestSecond, Measurement.Builder measurement) {
        return RawRecord.newBuilder()
                .setObservation(Observation.newBuilder()
                        .setDeviceId("mon-07")
                        .setSequence(Sequence.newBuilder().setBoot(7).setSeq(seq))
                        .setIngestTimeMs(at(ingestSecond))
                        .addMeasurements(measurement.setVital(Vital.SPO2)))
                .build();
    }

    static RawRecord worn(double second, long revision, Association... intervals) {
        return RawRecord.newBuilder()
                .setRegisterChange(RegisterChange.newBuilder()
                        .setDeviceId("mon-07")
                        .setIngestTimeMs(at(second))
                        .setDevice(DeviceRegistration.newBuilder()
                                .setDeviceId("mon-07")
                                .setRevision(revision)
                                .addSignals(ExpectedSignal.newBuilder()
                                        .setVital(Vital.SPO2)
                                        .setIntervalMs(1000)
                                        .setNoSignalAfterMs(10_000))
                                .addAllAssociations(List.of(intervals))))
                .build();
    }

    static RawRecord.Builder change(double second) {
        return RawRecord.newBuilder()
                .setRegisterChange(
                        RegisterChange.newBuilder().setDeviceId("mon-07").setIngestTimeMs(at(second)));
    }

    static RawRecord sentAt(RawRecord record, double second) {
        return record.toBuilder()
                .setObservation(record.getObservation().toBuilder().setSentTimeMs(at(second)))
                .build();
    }

    static Association interval(String patient, double from, @Nullable Integer to) {
        Association.Builder association =
                Association.newBuilder().setPatientRef(patient).setFromMs(at(from));
        if (to != null) {
            association.setToMs(at(to));
        }
        return association.build();
    }

    static long at(double second) {
        return START + Math.round(second * 1000);
    }

    static RawRecord poor(int seq, double second, double value) {
        return observation(
                seq,
                second,
                Measurement.newBuilder()
                        .setDeviceTimeMs(at(second))
                        .setValue(value)
                        .setQualityPercent(20));
    }

    static RawRecord reading(Vital vital, int seq, double second, double value) {
        RawRecord record = spo2(seq, second, second, value);
        RawRecord.Builder other = record.toBuilder();
        other.getObservationBuilder().getMeasurementsBuilder(0).setVital(vital);
        return other.build();
    }
}

package org.wardlight.stream.window;

import java.util.List;
import org.wardlight.events.v1.ExpectedSignal;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.Sequence;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalNumeric;

/** Readings of one patient, for tests of windows. */
final class Ward {

    /** A whole minute. */
    static final long START = 1_800_000_000_000L;

    static final String ANNA = "p-" + "a".repeat(32);

    private static final List<Vital> MONITORED = List.of(
            Vital.HEART_RATE,
            Vital.PULSE_RATE,
            Vital.RESPIRATORY_RATE,
            Vital.SPO2,
            Vital.SYSTOLIC_PRESSURE,
            Vital.DIASTOLIC_PRESSURE,
            Vital.MEAN_PRESSURE,
            Vital.SKIN_TEMPERATURE);

    private Ward() {}

    static long at(double second) {
        return START + Math.round(second * 1000);
    }

    /** Heart rate by ECG, measured and arrived at the given seconds. */
    static VitalNumeric heart(double measured, double arrived, double value) {
        return message("mon-07", Math.round(arrived * 1000), arrived, reading(Vital.HEART_RATE, measured, value));
    }

    static VitalNumeric message(String device, long seq, double arrived, Measurement... measurements) {
        VitalNumeric.Builder message = VitalNumeric.newBuilder()
                .setPatientRef(ANNA)
                .setSite("north")
                .setDeviceId(device)
                .setSequence(Sequence.newBuilder().setBoot(1).setSeq(seq))
                .setIngestTimeMs(at(arrived))
                .addAllMeasurements(List.of(measurements));
        for (Measurement measurement : measurements) {
            message.setLate(at(arrived) - measurement.getDeviceTimeMs() > 120_000)
                    .addExpected(ExpectedSignal.newBuilder()
                            .setVital(measurement.getVital())
                            .setIntervalMs(1000));
        }
        return message.build();
    }

    static Measurement reading(Vital vital, double measured, double value) {
        return Measurement.newBuilder()
                .setVital(vital)
                .setMethod(Method.ECG)
                .setDeviceTimeMs(at(measured))
                .setValue(value)
                .build();
    }

    /** Eight vitals in one message, a fifth of a second after they were measured. */
    static VitalNumeric monitor(int second) {
        Measurement[] readings = MONITORED.stream()
                .map(vital -> reading(vital, second, vital.getNumber() + second % 7))
                .toArray(Measurement[]::new);
        return message("mon-07", second + 1, second + 0.2, readings);
    }
}

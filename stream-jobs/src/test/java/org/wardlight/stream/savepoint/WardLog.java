package org.wardlight.stream.savepoint;

import java.io.Serializable;
import org.wardlight.events.CareProfiles;
import org.wardlight.events.v1.Association;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Observation;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.PatientLimits;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.events.v1.RegisterChange;
import org.wardlight.events.v1.Sequence;
import org.wardlight.events.v1.Tick;
import org.wardlight.events.v1.Vital;

/**
 * A log that any version can be given: two patients, one message a second. The heart of one is too fast from second 100 on, so
 * that a condition is open at second 150; the saturation of the other is too low from second 140 on, so that its delay of 15 s
 * is under way. Then the log waits, and after it goes on both come back to normal at second 200.
 */
final class WardLog implements Serializable {

    private static final long serialVersionUID = 1L;

    static final long START = 1_800_000_000_000L;
    /** The savepoint is taken behind this second. */
    static final int PAUSE = 150;

    static final int END = 300;

    private static final int REGISTER = 6;

    private WardLog() {}

    /** How many records there are before the pause, and in all. */
    static int before() {
        return REGISTER + 2 * PAUSE;
    }

    static int all() {
        return REGISTER + 2 * END;
    }

    static RawRecord record(int index) {
        if (index < REGISTER) {
            return register(index / 3, index % 3);
        }
        int second = (index - REGISTER) / 2;
        return (index - REGISTER) % 2 == 0
                ? message("mon-a", second, heart(second), 97)
                : message("mon-b", second, 75, spo2(second));
    }

    /** When a record was stamped, ms. */
    static long time(int index) {
        return index < REGISTER ? START : START + (index - REGISTER) / 2 * 1_000L;
    }

    /** What moves the clock while nothing else comes. */
    static RawRecord tick(long timeMillis) {
        return RawRecord.newBuilder()
                .setTick(Tick.newBuilder().setIngestTimeMs(timeMillis))
                .build();
    }

    private static double heart(int second) {
        return second >= 100 && second < 200 ? 128 : 80;
    }

    private static double spo2(int second) {
        return second >= 140 && second < 200 ? 88 : 97;
    }

    private static RawRecord message(String device, int second, double heart, double spo2) {
        long time = START + second * 1_000L;
        return RawRecord.newBuilder()
                .setObservation(Observation.newBuilder()
                        .setDeviceId(device)
                        .setSite("demo")
                        .setSequence(Sequence.newBuilder().setBoot(1).setSeq(second + 1))
                        .setIngestTimeMs(time)
                        .addMeasurements(value(time, Vital.HEART_RATE, heart))
                        .addMeasurements(value(time, Vital.SPO2, spo2))
                        .addMeasurements(value(time, Vital.RESPIRATORY_RATE, 16))
                        .addMeasurements(value(time, Vital.SYSTOLIC_PRESSURE, 120))
                        .addMeasurements(value(time, Vital.BODY_TEMPERATURE, 36.8)))
                .build();
    }

    private static Measurement.Builder value(long time, Vital vital, double value) {
        return Measurement.newBuilder().setDeviceTimeMs(time).setVital(vital).setValue(value);
    }

    private static RawRecord register(int bed, int what) {
        String device = bed == 0 ? "mon-a" : "mon-b";
        String patient = "p-" + (bed == 0 ? "a" : "b").repeat(32);
        RegisterChange.Builder change =
                RegisterChange.newBuilder().setDeviceId(device).setIngestTimeMs(START);
        if (what == 0) {
            change.setDevice(DeviceRegistration.newBuilder()
                    .setDeviceId(device)
                    .setRevision(1)
                    .addAssociations(
                            Association.newBuilder().setPatientRef(patient).setFromMs(START - 60_000)));
        } else if (what == 1) {
            change.setPatient(Patient.newBuilder()
                    .setPatientRef(patient)
                    .setSite("demo")
                    .setAgeYears(70)
                    .setAdmittedMs(START - 60_000)
                    .setRevision(1));
        } else {
            change.setLimits(PatientLimits.newBuilder()
                    .setPatientRef(patient)
                    .setRevision(1)
                    .addAllRules(CareProfiles.adultWard().getRulesList()));
        }
        return RawRecord.newBuilder().setRegisterChange(change).build();
    }
}

package org.wardlight.app.bench;

import java.util.ArrayList;
import java.util.List;
import org.wardlight.bench.workload.Workload;
import org.wardlight.events.CareProfiles;
import org.wardlight.events.v1.Association;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.PatientLimits;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.events.v1.RegisterChange;
import org.wardlight.events.v1.Spo2Scale;

/** Who lies where on a ward without a register: one adult and one device at each bed. */
final class FloorRegister {

    private static final long EARLIER_MILLIS = 60_000;
    private static final int AGE = 60;

    private FloorRegister() {}

    static List<RawRecord> of(int beds, long now) {
        List<RawRecord> records = new ArrayList<>();
        for (int bed = 0; bed < beds; bed++) {
            String patient = String.format("p-%032x", bed + 1);
            String device = Workload.device(bed);
            RegisterChange.Builder change =
                    RegisterChange.newBuilder().setDeviceId(device).setIngestTimeMs(now);
            records.add(record(change.setDevice(registration(device, patient, now))));
            records.add(record(change.setPatient(patient(patient, bed, now))));
            records.add(record(change.setLimits(PatientLimits.newBuilder()
                    .setPatientRef(patient)
                    .setRevision(1)
                    .addAllRules(CareProfiles.adultWard().getRulesList()))));
        }
        return records;
    }

    private static DeviceRegistration.Builder registration(String device, String patient, long now) {
        return DeviceRegistration.newBuilder()
                .setDeviceId(device)
                .setRevision(1)
                .addAssociations(Association.newBuilder().setPatientRef(patient).setFromMs(now - EARLIER_MILLIS));
    }

    private static Patient.Builder patient(String patient, int bed, long now) {
        return Patient.newBuilder()
                .setPatientRef(patient)
                .setSite("demo")
                .setBedId(Integer.toString(bed + 1))
                .setAgeYears(AGE)
                .setAdmittedMs(now - EARLIER_MILLIS)
                .setSpo2Scale(Spo2Scale.SCALE_1)
                .setCareProfile(CareProfiles.adultWard().getId())
                .setRevision(1);
    }

    private static RawRecord record(RegisterChange.Builder change) {
        return RawRecord.newBuilder().setRegisterChange(change).build();
    }
}

package org.wardlight.bench.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.wardlight.bench.scenario.TroubledWard;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.RawRecord;

/** What has to be told of a ward: every start, change and end of a condition, by code that shares nothing with production. */
public final class WardReference {

    private WardReference() {}

    /** All of it up to the end of the run. What is unusual for one patient is not told here. */
    public static List<Told> of(TroubledWard ward) {
        List<Told> told = new ArrayList<>();
        Map<String, PatientReference> patients = new TreeMap<>();
        for (Patient patient : ward.patients()) {
            patients.put(patient.getPatientRef(), new PatientReference(patient, told::add));
        }
        Map<String, DeviceReference> devices = new TreeMap<>();
        for (RawRecord record : ward.log()) {
            String id = record.hasObservation()
                    ? record.getObservation().getDeviceId()
                    : record.getRegisterChange().getDeviceId();
            devices.computeIfAbsent(id, none -> new DeviceReference(id, told::add, one -> give(patients, one)))
                    .take(record, TroubledWard.ingestMillis(record));
        }
        devices.values().forEach(device -> device.passUpTo(ward.endMillis()));
        patients.values().forEach(patient -> patient.lookFromTo(ward.startMillis(), ward.endMillis()));
        return told;
    }

    private static void give(Map<String, PatientReference> patients, DeviceReference.Given one) {
        Objects.requireNonNull(patients.get(one.patient())).take(one);
    }
}

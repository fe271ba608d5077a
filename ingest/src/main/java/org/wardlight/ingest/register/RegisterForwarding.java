package org.wardlight.ingest.register;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.Association;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.PatientLimits;
import org.wardlight.events.v1.RegisterChange;

/**
 * Which register change concerns which devices. A registration concerns its device; a patient and the patient's limits
 * concern every device that the patient wears, or took off so recently that it may still deliver what it measured then. A
 * patient also has a history of their own, under their own reference, so that one without any device has scores too.
 * Pure; used by one thread.
 */
public final class RegisterForwarding {

    /** How long a device may hold back readings, and so how long after its end an association still matters. */
    static final Duration BACKFILL = Duration.ofDays(3);

    private final Map<String, DeviceRegistration> devices = new TreeMap<>();
    private final Map<String, Patient> patients = new TreeMap<>();
    private final Map<String, PatientLimits> limits = new HashMap<>();
    private final Map<String, Set<String>> devicesOfPatient = new HashMap<>();

    /** A device's registration: it, and then what is known of patients who were not this device's before. */
    public List<RegisterChange> device(DeviceRegistration registration, Instant now) {
        DeviceRegistration before = remember(registration);
        List<RegisterChange> changes = new ArrayList<>();
        changes.add(change(registration));
        Set<String> added = patientsOf(registration, now);
        if (before != null) {
            added.removeAll(patientsOf(before, now));
        }
        added.forEach(patientRef -> addPatient(changes, registration.getDeviceId(), patientRef));
        return changes;
    }

    /** A patient's stay: to the patient's own history, and to every device it concerns. */
    public List<RegisterChange> patient(Patient patient, Instant now) {
        patients.put(patient.getPatientRef(), patient);
        List<RegisterChange> changes = new ArrayList<>();
        changes.add(change(patient.getPatientRef(), patient));
        devicesOf(patient.getPatientRef(), now).forEach(device -> changes.add(change(device, patient)));
        return changes;
    }

    /** A patient's limits: to every device they concern. */
    public List<RegisterChange> limits(PatientLimits patientLimits, Instant now) {
        limits.put(patientLimits.getPatientRef(), patientLimits);
        return devicesOf(patientLimits.getPatientRef(), now).stream()
                .map(device -> change(device, patientLimits))
                .toList();
    }

    /** The register dropped a device; it closes the associations first, so nothing is left to say. */
    public void forgetDevice(String deviceId) {
        DeviceRegistration gone = devices.remove(deviceId);
        if (gone != null) {
            unlink(gone);
        }
    }

    /** The register dropped a patient. */
    public void forgetPatient(String patientRef) {
        patients.remove(patientRef);
    }

    /** The register dropped a patient's limits; the job falls back on the care profile when it next starts. */
    public void forgetLimits(String patientRef) {
        limits.remove(patientRef);
    }

    /** All that holds at present, patient by patient and device by device, for a reader that knows nothing. */
    public List<RegisterChange> current(Instant now) {
        List<RegisterChange> changes = new ArrayList<>();
        long leftBefore = now.minus(BACKFILL).toEpochMilli();
        patients.forEach((patientRef, patient) -> {
            if (!patient.hasDischargedMs() || patient.getDischargedMs() > leftBefore) {
                changes.add(change(patientRef, patient));
            }
        });
        devices.forEach((deviceId, registration) -> {
            changes.add(change(registration));
            patientsOf(registration, now).forEach(patientRef -> addPatient(changes, deviceId, patientRef));
        });
        return changes;
    }

    private @Nullable DeviceRegistration remember(DeviceRegistration registration) {
        DeviceRegistration before = devices.put(registration.getDeviceId(), registration);
        if (before != null) {
            unlink(before);
        }
        for (Association association : registration.getAssociationsList()) {
            devicesOfPatient
                    .computeIfAbsent(association.getPatientRef(), ref -> new TreeSet<>())
                    .add(registration.getDeviceId());
        }
        return before;
    }

    private void unlink(DeviceRegistration registration) {
        for (Association association : registration.getAssociationsList()) {
            devicesOfPatient.computeIfPresent(association.getPatientRef(), (ref, linked) -> {
                linked.remove(registration.getDeviceId());
                return linked.isEmpty() ? null : linked;
            });
        }
    }

    private List<String> devicesOf(String patientRef, Instant now) {
        return devicesOfPatient.getOrDefault(patientRef, new HashSet<>()).stream()
                .filter(device -> patientsOf(devices.get(device), now).contains(patientRef))
                .toList();
    }

    private static Set<String> patientsOf(@Nullable DeviceRegistration registration, Instant now) {
        Set<String> refs = new LinkedHashSet<>();
        if (registration != null) {
            long endedBefore = now.minus(BACKFILL).toEpochMilli();
            for (Association association : registration.getAssociationsList()) {
                if (!association.hasToMs() || association.getToMs() > endedBefore) {
                    refs.add(association.getPatientRef());
                }
            }
        }
        return refs;
    }

    private void addPatient(List<RegisterChange> changes, String deviceId, String patientRef) {
        Patient patient = patients.get(patientRef);
        if (patient != null) {
            changes.add(change(deviceId, patient));
        }
        PatientLimits patientLimits = limits.get(patientRef);
        if (patientLimits != null) {
            changes.add(change(deviceId, patientLimits));
        }
    }

    private static RegisterChange change(DeviceRegistration registration) {
        return RegisterChange.newBuilder()
                .setDeviceId(registration.getDeviceId())
                .setDevice(registration)
                .build();
    }

    private static RegisterChange change(String history, Patient patient) {
        return RegisterChange.newBuilder()
                .setDeviceId(history)
                .setPatient(patient)
                .build();
    }

    private static RegisterChange change(String deviceId, PatientLimits patientLimits) {
        return RegisterChange.newBuilder()
                .setDeviceId(deviceId)
                .setLimits(patientLimits)
                .build();
    }
}

package org.wardlight.station.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wardlight.events.v1.Association;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.Rota;
import org.wardlight.events.v1.Spo2Scale;
import org.wardlight.station.plan.WardPlan;
import org.wardlight.station.plan.WardPlan.Occupant;
import org.wardlight.station.plan.WardPlan.StaffMember;

/** Writes the register as the other processes read it: no initials, no sex, no name of a patient. Pure. */
final class RegisterRecords {

    /** Intervals told of a device: enough for late readings of some days of changes. */
    private static final int TOLD_ASSOCIATIONS = 20;

    private final WardPlan plan;
    private final boolean demo;

    /** Marks the patients as those of a demonstration when told so. */
    RegisterRecords(WardPlan plan, boolean demo) {
        this.plan = plan;
        this.demo = demo;
    }

    /** What a decision has to tell, in its order. */
    List<RegisterRecord> of(Decision decision, WardState before) {
        Map<String, String> nurses = nurses(before);
        decision.changes().forEach(change -> {
            if (change instanceof Change.BedPut put) {
                nurses.put(put.bed().id(), put.bed().nurse());
            }
        });
        List<RegisterRecord> records = new ArrayList<>();
        for (Change change : decision.changes()) {
            if (change instanceof Change.StayPut put) {
                records.add(RegisterRecord.of(patient(put.stay(), nurses)));
            } else if (change instanceof Change.DevicePut put) {
                records.add(RegisterRecord.of(registration(put.device())));
            } else if (change instanceof Change.LimitsPut put) {
                records.add(RegisterRecord.of(put.limits()));
            } else if (change instanceof Change.RotaPut put) {
                records.add(RegisterRecord.of(put.rota()));
            } else if (change instanceof Change.EntryAdded added) {
                records.add(RegisterRecord.of(added.entry()));
            }
        }
        return records;
    }

    /** Everything that holds now: rota, who lies here with which limits, every device. */
    List<RegisterRecord> current(WardState state) {
        Map<String, String> nurses = nurses(state);
        List<RegisterRecord> records = new ArrayList<>();
        Rota rota = state.rota();
        if (rota != null) {
            records.add(RegisterRecord.of(rota));
        }
        for (Stay stay : state.openStays()) {
            records.add(RegisterRecord.of(patient(stay, nurses)));
            state.limits(stay.patientRef()).ifPresent(limits -> records.add(RegisterRecord.of(limits)));
        }
        for (RegisteredDevice device : state.devices()) {
            if (device.worn().stream()
                    .anyMatch(worn -> state.stay(worn.patientRef()).isPresent())) {
                records.add(RegisterRecord.of(registration(device)));
            }
        }
        return records;
    }

    private Patient patient(Stay stay, Map<String, String> nurses) {
        Patient.Builder patient = Patient.newBuilder()
                .setPatientRef(stay.patientRef())
                .setSite(plan.site())
                .setWardId(plan.ward().id())
                .setBedId(stay.bedId())
                .setAdmittedMs(stay.admittedMillis())
                .setSpo2Scale(stay.occupant().spo2Scale() == 2 ? Spo2Scale.SCALE_2 : Spo2Scale.SCALE_1)
                .setCareProfile(stay.occupant().careProfile())
                .setDemo(demo)
                .setNurse(displayName(nurses.getOrDefault(stay.bedId(), "")))
                .setPregnant(stay.occupant().news2Exclusion().equals(Occupant.PREGNANT))
                .setSpinalCordInjury(stay.occupant().news2Exclusion().equals(Occupant.SPINAL_CORD_INJURY))
                .setRevision(stay.revision());
        if (stay.dischargedMillis() != null) {
            patient.setDischargedMs(stay.dischargedMillis());
        }
        if (stay.occupant().ageYears() != null) {
            patient.setAgeYears(stay.occupant().ageYears());
        }
        if (stay.scaleOrder() != null) {
            patient.setScaleOrder(stay.scaleOrder());
        }
        return patient.build();
    }

    private static DeviceRegistration registration(RegisteredDevice device) {
        List<Association> told = device.worn().stream()
                .filter(worn -> worn.end() > worn.fromMillis())
                .map(RegisterRecords::association)
                .toList();
        return DeviceRegistration.newBuilder()
                .setDeviceId(device.id())
                .setProfile(device.profile())
                .addAllSignals(device.signals())
                .addAllAssociations(told.subList(Math.max(0, told.size() - TOLD_ASSOCIATIONS), told.size()))
                .setRevision(device.revision())
                .build();
    }

    private static Association association(Worn worn) {
        Association.Builder association = Association.newBuilder()
                .setPatientRef(worn.patientRef())
                .setFromMs(worn.fromMillis())
                .setBy(worn.by().authorship());
        if (worn.toMillis() != null) {
            association.setToMs(worn.toMillis());
        }
        return association.build();
    }

    private static Map<String, String> nurses(WardState state) {
        Map<String, String> nurses = new HashMap<>();
        state.beds().forEach(bed -> nurses.put(bed.id(), bed.nurse()));
        return nurses;
    }

    /** How somebody of the staff is called on screen. */
    String displayName(String staffId) {
        return plan.staffMember(staffId).map(StaffMember::name).orElse(staffId);
    }
}

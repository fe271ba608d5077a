package org.wardlight.station.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.CareProfiles;
import org.wardlight.events.v1.Association;
import org.wardlight.events.v1.Authorship;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.ExpectedSignal;
import org.wardlight.events.v1.LimitRule;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.PatientLimits;
import org.wardlight.events.v1.Rota;
import org.wardlight.events.v1.RotaStep;
import org.wardlight.events.v1.Spo2Scale;
import org.wardlight.station.plan.WardPlan;
import org.wardlight.station.plan.WardPlan.DeviceProfile;
import org.wardlight.station.plan.WardPlan.Occupant;
import org.wardlight.station.plan.WardPlan.StaffMember;

/** Turns what people write into the records that the other processes read. Pure. */
final class RegisterExpansion {

    /** Intervals kept of a device: enough for late readings of some days of changes. */
    private static final int KEPT_ASSOCIATIONS = 20;

    private final WardPlan plan;
    private final Map<String, String> nurseByBed = new HashMap<>();

    RegisterExpansion(WardPlan plan) {
        this.plan = plan;
        plan.allBeds().forEach(bed -> nurseByBed.put(bed.id(), displayName(bed.nurse())));
    }

    /** The stay from now on. */
    Patient admitted(Stay stay, long nowMillis) {
        return described(Patient.newBuilder().setAdmittedMs(nowMillis), stay)
                .setRevision(1)
                .build();
    }

    /** The stay that goes on: the record of before, unless it says something else now. */
    Patient continued(Stay stay, Patient before) {
        Patient now = described(before.toBuilder(), stay).build();
        return now.equals(before)
                ? before
                : now.toBuilder().setRevision(before.getRevision() + 1).build();
    }

    /** Whether the record may be of this occupant, by all that the topics tell of one. */
    static boolean mayBe(Patient patient, Occupant occupant) {
        Integer age = patient.hasAgeYears() ? patient.getAgeYears() : null;
        return Objects.equals(age, occupant.ageYears())
                && patient.getSpo2Scale() == scale(occupant)
                && patient.getCareProfile().equals(occupant.careProfile());
    }

    Patient discharged(Patient patient, long nowMillis) {
        return patient.toBuilder()
                .setDischargedMs(nowMillis)
                .setRevision(patient.getRevision() + 1)
                .build();
    }

    /** The limits of a stay: those of before, unless the care profile has others now. */
    PatientLimits limits(Stay stay, @Nullable PatientLimits before, Authorship by) {
        List<LimitRule> rules = CareProfiles.adultWard().getRulesList();
        if (before != null && before.getRulesList().equals(rules)) {
            return before;
        }
        return PatientLimits.newBuilder()
                .setPatientRef(stay.patientRef())
                .addAllRules(rules)
                .setRevision(before == null ? 1 : before.getRevision() + 1)
                .setBy(by)
                .build();
    }

    /** The rota of the plan: the one of before, unless it asks others now. */
    Rota rota(@Nullable Rota before) {
        List<RotaStep> steps = plan.rota().stream()
                .map(step -> RotaStep.newBuilder()
                        .setRole(step.role())
                        .setReceiver(step.receiver())
                        .setPerson(displayName(step.person()))
                        .build())
                .toList();
        if (before != null && before.getStepsList().equals(steps)) {
            return before;
        }
        return Rota.newBuilder()
                .setWardId(plan.ward().id())
                .addAllSteps(steps)
                .setRevision(before == null ? 1 : before.getRevision() + 1)
                .build();
    }

    /** The device worn by the patient from now on, until further notice; whoever wore it before, wore it until now. */
    DeviceRegistration worn(
            String deviceId, DeviceProfile profile, Stay stay, @Nullable DeviceRegistration before, Authorship by) {
        List<Association> associations = before == null ? new ArrayList<>() : endedBefore(before, by.getTimeMs());
        associations.add(Association.newBuilder()
                .setPatientRef(stay.patientRef())
                .setFromMs(by.getTimeMs())
                .setBy(by)
                .build());
        return DeviceRegistration.newBuilder()
                .setDeviceId(deviceId)
                .setProfile(profile.id())
                .addAllSignals(signals(profile))
                .addAllAssociations(associations)
                .setRevision(before == null ? 1 : before.getRevision() + 1)
                .build();
    }

    /** The device that goes on being worn: the record of before, unless the profile says something else now. */
    DeviceRegistration stillWorn(DeviceRegistration before, DeviceProfile profile) {
        DeviceRegistration now = before.toBuilder()
                .setProfile(profile.id())
                .clearSignals()
                .addAllSignals(signals(profile))
                .build();
        return now.equals(before)
                ? before
                : now.toBuilder().setRevision(before.getRevision() + 1).build();
    }

    /** The same device, worn by nobody from now on. */
    DeviceRegistration takenOff(DeviceRegistration before, long nowMillis) {
        return before.toBuilder()
                .clearAssociations()
                .addAllAssociations(endedBefore(before, nowMillis))
                .setRevision(before.getRevision() + 1)
                .build();
    }

    /** Who wears the device now; null when nobody does. */
    static @Nullable Association open(DeviceRegistration device) {
        for (Association association : device.getAssociationsList()) {
            if (!association.hasToMs()) {
                return association;
            }
        }
        return null;
    }

    private Patient.Builder described(Patient.Builder patient, Stay stay) {
        patient.setPatientRef(stay.patientRef())
                .setSite(plan.site())
                .setWardId(plan.ward().id())
                .setBedId(stay.bedId())
                .setSpo2Scale(scale(stay.occupant()))
                .setCareProfile(stay.occupant().careProfile())
                .setDemo(true)
                .setNurse(nurseByBed.getOrDefault(stay.bedId(), ""));
        Integer age = stay.occupant().ageYears();
        return age == null ? patient.clearAgeYears() : patient.setAgeYears(age);
    }

    private static Spo2Scale scale(Occupant occupant) {
        return occupant.spo2Scale() == 2 ? Spo2Scale.SCALE_2 : Spo2Scale.SCALE_1;
    }

    private static List<Association> endedBefore(DeviceRegistration device, long nowMillis) {
        List<Association> ended = new ArrayList<>();
        for (Association association : device.getAssociationsList()) {
            boolean running = !association.hasToMs() || association.getToMs() > nowMillis;
            if (association.getFromMs() < nowMillis) {
                ended.add(running ? association.toBuilder().setToMs(nowMillis).build() : association);
            }
        }
        int surplus = Math.max(0, ended.size() - (KEPT_ASSOCIATIONS - 1));
        return new ArrayList<>(ended.subList(surplus, ended.size()));
    }

    private static List<ExpectedSignal> signals(DeviceProfile profile) {
        return profile.signals().stream()
                .map(signal -> ExpectedSignal.newBuilder()
                        .setVital(signal.vital())
                        .setIntervalMs(signal.interval().toMillis())
                        .setNoSignalAfterMs(signal.noSignalAfter().toMillis())
                        .build())
                .toList();
    }

    private String displayName(@Nullable String staffId) {
        return staffId == null
                ? ""
                : plan.staffMember(staffId).map(StaffMember::name).orElse("");
    }
}

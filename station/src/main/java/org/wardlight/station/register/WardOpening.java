package org.wardlight.station.register;

import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.Association;
import org.wardlight.events.v1.Authorship;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.PatientLimits;
import org.wardlight.events.v1.Rota;
import org.wardlight.station.plan.WardPlan;
import org.wardlight.station.plan.WardPlan.Bed;
import org.wardlight.station.plan.WardPlan.Device;
import org.wardlight.station.plan.WardPlan.DeviceProfile;
import org.wardlight.station.plan.WardPlan.Occupant;

/**
 * What a plan makes of the register that an earlier run left: which stays go on, begin and end, and who wears what. What
 * is as it was needs no new record. A device goes where the plan has it; one that a person connected stays where it is,
 * as long as the stay goes on. Pure.
 */
final class WardOpening {

    /** Who does what the plan says. */
    static final String PLAN_ACTOR = "ward plan";

    private final WardPlan plan;
    private final RegisterExpansion expansion;
    private final PreviousRegister previous;
    private final Authorship by;
    private final Map<String, Bed> bedByPlannedDevice = new LinkedHashMap<>();
    private final Map<String, Patient> goingOnByBed;
    private final Map<String, Stay> stayByBed = new LinkedHashMap<>();
    private final Set<String> staying = new HashSet<>();
    private final List<RegisterRecord> news = new ArrayList<>();
    private final List<RegisterRecord> inForce = new ArrayList<>();

    private WardOpening(WardPlan plan, RegisterExpansion expansion, PreviousRegister previous, Authorship by) {
        this.plan = plan;
        this.expansion = expansion;
        this.previous = previous;
        this.by = by;
        for (Bed bed : plan.allBeds()) {
            Device device = bed.device();
            if (device != null && bed.patient() != null) {
                bedByPlannedDevice.put(device.id(), bed);
            }
        }
        this.goingOnByBed = goingOn();
    }

    /** Compares plan and earlier register; new stays take their pseudonyms from the supplier. */
    static Outcome of(WardPlan plan, PreviousRegister previous, Authorship by, Supplier<String> pseudonyms) {
        WardOpening opening = new WardOpening(plan, new RegisterExpansion(plan), previous, by);
        opening.rota();
        opening.discharges();
        opening.stays(pseudonyms);
        opening.devices();
        return new Outcome(List.copyOf(opening.stayByBed.values()), opening.news, opening.inForce);
    }

    private void rota() {
        Rota before = previous.rotas().get(plan.ward().id());
        settle(RegisterRecord.of(expansion.rota(before)), before);
    }

    private void discharges() {
        Set<String> goingOn = new HashSet<>();
        goingOnByBed.values().forEach(patient -> goingOn.add(patient.getPatientRef()));
        for (Patient patient : previous.patients().values()) {
            if (isOpenHere(patient) && !goingOn.contains(patient.getPatientRef())) {
                settle(RegisterRecord.of(expansion.discharged(patient, by.getTimeMs())), patient);
            }
        }
    }

    private void stays(Supplier<String> pseudonyms) {
        for (Bed bed : plan.allBeds()) {
            Occupant occupant = bed.patient();
            Patient before = goingOnByBed.get(bed.id());
            if (before != null) {
                Stay stay = new Stay(before.getPatientRef(), bed.id(), occupant == null ? Stay.ANONYMOUS : occupant);
                lie(stay, expansion.continued(stay, before), before);
            } else if (occupant != null) {
                Stay stay = new Stay(pseudonyms.get(), bed.id(), occupant);
                lie(stay, expansion.admitted(stay, by.getTimeMs()), null);
            }
        }
    }

    private void lie(Stay stay, Patient patient, @Nullable Patient before) {
        PatientLimits limits = previous.limits().get(stay.patientRef());
        stayByBed.put(stay.bedId(), stay);
        staying.add(stay.patientRef());
        settle(RegisterRecord.of(patient), before);
        settle(RegisterRecord.of(expansion.limits(stay, limits, by)), limits);
    }

    private void devices() {
        bedByPlannedDevice.forEach((id, bed) -> {
            DeviceRegistration before = previous.devices().get(id);
            settle(RegisterRecord.of(planned(bed, before)), before);
        });
        previous.devices().forEach((id, before) -> {
            Association open = RegisterExpansion.open(before);
            if (open != null && isOurs(open) && !bedByPlannedDevice.containsKey(id)) {
                settle(RegisterRecord.of(unplanned(before, open)), before);
            }
        });
    }

    private DeviceRegistration planned(Bed bed, @Nullable DeviceRegistration before) {
        Device device = known(bed.device());
        Stay stay = known(stayByBed.get(bed.id()));
        DeviceProfile profile = plan.profile(device.profile()).orElseThrow();
        Association open = before == null ? null : RegisterExpansion.open(before);
        return before != null && open != null && open.getPatientRef().equals(stay.patientRef())
                ? expansion.stillWorn(before, profile)
                : expansion.worn(device.id(), profile, stay, before, by);
    }

    private DeviceRegistration unplanned(DeviceRegistration before, Association open) {
        return staying.contains(open.getPatientRef()) && isByHand(open)
                ? plan.profile(before.getProfile())
                        .map(profile -> expansion.stillWorn(before, profile))
                        .orElse(before)
                : expansion.takenOff(before, by.getTimeMs());
    }

    /** The stays of before that go on, by bed. */
    private Map<String, Patient> goingOn() {
        Set<String> worn = new HashSet<>();
        Set<String> wornByHand = new HashSet<>();
        previous.devices().forEach((id, device) -> {
            Association open = RegisterExpansion.open(device);
            if (open != null) {
                worn.add(open.getPatientRef());
            }
            if (open != null && isByHand(open) && !bedByPlannedDevice.containsKey(id)) {
                wornByHand.add(open.getPatientRef());
            }
        });
        Map<String, List<Patient>> openByBed = new HashMap<>();
        previous.patients().values().stream().filter(this::isOpenHere).forEach(patient -> openByBed
                .computeIfAbsent(patient.getBedId(), bed -> new ArrayList<>())
                .add(patient));
        Map<String, Patient> goingOn = new HashMap<>();
        for (Bed bed : plan.allBeds()) {
            Occupant occupant = bed.patient();
            openByBed.getOrDefault(bed.id(), List.of()).stream()
                    .filter(patient -> occupant != null
                            ? RegisterExpansion.mayBe(patient, occupant)
                            // Only somebody's own device says that somebody lies in a bed which the plan leaves empty.
                            : RegisterExpansion.mayBe(patient, Stay.ANONYMOUS)
                                    && wornByHand.contains(patient.getPatientRef()))
                    // A run that broke off while it wrote may have left two: the one with a device is the one with
                    // alarms.
                    .max(Comparator.comparing((Patient patient) -> worn.contains(patient.getPatientRef()))
                            .thenComparing(Patient::getAdmittedMs)
                            .thenComparing(Patient::getPatientRef))
                    .ifPresent(patient -> goingOn.put(bed.id(), patient));
        }
        return goingOn;
    }

    private boolean isOpenHere(Patient patient) {
        return !patient.hasDischargedMs()
                && patient.getWardId().equals(plan.ward().id());
    }

    private boolean isOurs(Association open) {
        Patient patient = previous.patients().get(open.getPatientRef());
        return patient != null && patient.getWardId().equals(plan.ward().id());
    }

    private static boolean isByHand(Association association) {
        return !association.getBy().getActor().equals(PLAN_ACTOR);
    }

    private void settle(RegisterRecord record, @Nullable Message before) {
        inForce.add(record);
        if (!record.value().equals(before)) {
            news.add(record);
        }
    }

    private static <T> T known(@Nullable T value) {
        return Optional.ofNullable(value).orElseThrow();
    }

    /**
     * How the ward stands after its opening.
     *
     * @param stays who lies in it
     * @param news what has to be written
     * @param inForce what holds now: {@code news}, and what was written before and goes on
     */
    record Outcome(List<Stay> stays, List<RegisterRecord> news, List<RegisterRecord> inForce) {
        Outcome {
            stays = List.copyOf(stays);
            news = List.copyOf(news);
            inForce = List.copyOf(inForce);
        }
    }
}

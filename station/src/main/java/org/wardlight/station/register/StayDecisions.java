package org.wardlight.station.register;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.CareProfiles;
import org.wardlight.events.v1.Authorship;
import org.wardlight.events.v1.CareProfile;
import org.wardlight.events.v1.PatientLimits;
import org.wardlight.station.plan.WardPlan.Device;
import org.wardlight.station.plan.WardPlan.Occupant;
import org.wardlight.station.register.RegisterRefusal.Reason;

/** People come, lie elsewhere and go. */
final class StayDecisions {

    private StayDecisions() {}

    /**
     * Somebody comes.
     *
     * @param since when they came, and put the device on; absent is now
     */
    static Decision admit(Ward ward, String bedId, Occupant who, @Nullable Device device, @Nullable Long since)
            throws RegisterRefusal {
        ward.emptyBed(bedId);
        careProfile(who.careProfile());
        Authorship order = who.spo2Scale() == 2 ? ward.by().authorship() : null;
        Stay stay = new Stay(
                ward.newPatientRef(),
                bedId,
                who,
                begun(ward, bedId, since),
                null,
                order,
                ward.by().revisionAfter(0));
        List<Change> changes = new ArrayList<>(beginning(stay, ward.by()));
        String about = "bed " + bedId;
        if (device != null) {
            changes.add(DeviceDecisions.worn(ward, stay, device, stay.admittedMillis()));
            about += ", device " + device.id();
        }
        return new Decision(changes, "admitted", about);
    }

    /** When a stay that is entered now has begun: never ahead, and not while somebody else lay there. */
    static long begun(Ward ward, String bedId, @Nullable Long since) throws RegisterRefusal {
        if (since == null) {
            return ward.now();
        }
        if (since > ward.now()) {
            throw new RegisterRefusal(Reason.INVALID, "This moment has not come yet.");
        }
        Long free = ward.state().leftAt(bedId);
        if (free != null && since < free) {
            throw new RegisterRefusal(
                    Reason.CONFLICT, "Somebody else lay in bed " + bedId + " until " + ward.clockTime(free) + ".");
        }
        return since;
    }

    /** A stay and the limits of its care profile, with which it begins. */
    static List<Change> beginning(Stay stay, By by) {
        CareProfile profile = CareProfiles.find(stay.occupant().careProfile()).orElse(CareProfiles.adultWard());
        PatientLimits limits = PatientLimits.newBuilder()
                .setPatientRef(stay.patientRef())
                .addAllRules(profile.getRulesList())
                .setRevision(by.revisionAfter(0))
                .setBy(by.authorship())
                .build();
        return List.of(new Change.StayPut(stay), new Change.LimitsPut(limits));
    }

    /** Who it is, as is known by now: somebody who came unknown gets an age, without which nobody is scored. */
    static Decision demographics(Ward ward, RegisterCommand.SetDemographics of) throws RegisterRefusal {
        Stay stay = ward.openStay(of.patientRef());
        Occupant who = stay.occupant();
        String exclusion = of.news2Exclusion() == null ? who.news2Exclusion() : of.news2Exclusion();
        Occupant as = new Occupant(of.initials(), of.age(), of.sex(), who.spo2Scale(), who.careProfile(), exclusion);
        if (as.equals(who)) {
            return Decision.NOTHING;
        }
        Stay after = stay.described(as, stay.scaleOrder(), ward.by().revisionAfter(stay.revision()));
        return new Decision(List.of(new Change.StayPut(after)), "demographics changed", "bed " + stay.bedId());
    }

    static Decision transfer(Ward ward, String patientRef, String bedId) throws RegisterRefusal {
        Stay stay = ward.openStay(patientRef);
        if (stay.bedId().equals(bedId)) {
            return Decision.NOTHING;
        }
        ward.emptyBed(bedId);
        return new Decision(List.of(moved(ward, stay, bedId)), "transferred to bed " + bedId, "bed " + stay.bedId());
    }

    static Decision swapPatients(Ward ward, String bedA, String bedB) throws RegisterRefusal {
        Stay a = ward.lyingIn(bedA);
        Stay b = ward.lyingIn(other(bedA, bedB));
        return new Decision(
                List.of(moved(ward, a, bedB), moved(ward, b, bedA)),
                "patients swapped",
                "bed " + bedA + ", bed " + bedB);
    }

    static Decision discharge(Ward ward, String patientRef) throws RegisterRefusal {
        Stay stay = ward.openStay(patientRef);
        List<Change> changes = new ArrayList<>();
        for (RegisteredDevice device : ward.state().wornBy(patientRef)) {
            changes.add(DeviceDecisions.ended(ward, device, ward.now()));
        }
        changes.add(new Change.StayPut(stay.endedAt(ward.now(), ward.by().revisionAfter(stay.revision()))));
        return new Decision(changes, "discharged", "bed " + stay.bedId());
    }

    /** The two beds of a swap are two. */
    static String other(String bedA, String bedB) throws RegisterRefusal {
        if (bedA.equals(bedB)) {
            throw new RegisterRefusal(Reason.INVALID, "A swap takes two beds.");
        }
        return bedB;
    }

    static CareProfile careProfile(String id) throws RegisterRefusal {
        return CareProfiles.find(id).orElseThrow(() -> {
            String known = CareProfiles.all().stream().map(CareProfile::getId).collect(Collectors.joining(", "));
            return new RegisterRefusal(Reason.INVALID, "The care profile is not known. Known: " + known + ".");
        });
    }

    private static Change moved(Ward ward, Stay stay, String bedId) {
        return new Change.StayPut(stay.in(bedId, ward.by().revisionAfter(stay.revision())));
    }
}

package org.wardlight.station.register;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.Authorship;
import org.wardlight.events.v1.ExpectedSignal;
import org.wardlight.station.plan.WardPlan.Bed;
import org.wardlight.station.plan.WardPlan.Device;
import org.wardlight.station.plan.WardPlan.DeviceProfile;
import org.wardlight.station.plan.WardPlan.Occupant;

/**
 * What a plan adds to the register at a start. It only adds: beds that the register does not know, with their patients,
 * devices and nurses, and a rota when there is none. Whatever the register knows stays as people have left it. Pure.
 *
 * <p>A device of the plan that the register has never heard of is the exception: it goes to its bed's patient, in place of
 * the one that the plan had put there, so that a ward can be started again with other devices.
 */
final class WardSeeds {

    private final Ward ward;
    /** When stays and associations of the plan begin: before history that is sent at the start. */
    private final long since;

    private final List<Change> changes = new ArrayList<>();
    private int position;

    private WardSeeds(Ward ward, long since) {
        this.ward = ward;
        this.since = since;
        this.position =
                ward.state().beds().stream().mapToInt(WardBed::position).max().orElse(0);
    }

    static Decision of(Ward ward, long since) {
        WardSeeds seeds = new WardSeeds(ward, since);
        if (ward.state().rota() == null) {
            seeds.changes.add(RotaDecision.planned(ward));
        }
        ward.plan().allBeds().forEach(seeds::bed);
        return new Decision(seeds.changes, "ward opened by its plan", "the ward");
    }

    private void bed(Bed bed) {
        if (ward.state().isRemoved(bed.id())) {
            return;
        }
        boolean known = ward.state().bed(bed.id()).isPresent();
        if (!known) {
            changes.add(new Change.BedPut(new WardBed(bed.id(), ++position, bed.nurse())));
        }
        Occupant occupant = bed.patient();
        Device device = bed.device();
        Stay lying = known ? ward.state().lyingIn(bed.id()) : null;
        boolean unheardOf = device != null && ward.state().device(device.id()).isEmpty();
        if (lying != null) {
            if (device != null && unheardOf) {
                replace(lying, device);
            }
        } else if (occupant != null && (!known || unheardOf)) {
            admit(bed.id(), occupant, device);
        }
    }

    private void admit(String bedId, Occupant occupant, @Nullable Device device) {
        Authorship order = occupant.spo2Scale() == 2 ? ward.by().authorship() : null;
        Stay stay = new Stay(
                ward.newPatientRef(),
                bedId,
                occupant,
                since,
                null,
                order,
                ward.by().revisionAfter(0));
        changes.addAll(StayDecisions.beginning(stay, ward.by()));
        RegisteredDevice before =
                device == null ? null : ward.state().device(device.id()).orElse(null);
        if (device != null && (before == null || before.open() == null)) {
            putOn(stay, device, before);
        }
    }

    /** A like device that a person has put on stays, and the plan's waits without a bed. */
    private void replace(Stay lying, Device device) {
        boolean alike = false;
        for (RegisteredDevice worn : ward.state().wornBy(lying.patientRef())) {
            Worn open = worn.open();
            if (open != null && open.by().actor().equals(By.PLAN_ACTOR)) {
                changes.add(DeviceDecisions.ended(ward, worn, ward.now()));
            } else {
                alike |= worn.profile().equals(device.profile());
            }
        }
        if (!alike) {
            putOn(lying, device, null);
        }
    }

    private void putOn(Stay stay, Device device, @Nullable RegisteredDevice before) {
        List<ExpectedSignal> signals =
                ward.plan().profile(device.profile()).map(Ward::signals).orElse(List.of());
        long free = before == null
                ? Long.MIN_VALUE
                : before.worn().stream().mapToLong(Worn::end).max().orElse(Long.MIN_VALUE);
        long from = Math.max(Math.max(since, stay.admittedMillis()), free);
        Worn interval = new Worn(ward.ids().get(), device.id(), stay.patientRef(), from, null, ward.by());
        long revision = ward.by().revisionAfter(before == null ? 0 : before.revision());
        RegisteredDevice after = (before == null
                        ? new RegisteredDevice(device.id(), device.profile(), signals, List.of(), revision)
                        : before.as(device.profile(), signals, revision))
                .with(interval, interval.id(), revision);
        changes.add(new Change.DevicePut(after, List.of(), List.of(interval)));
    }

    /** What a profile delivers is the plan's to say, also of devices that are worn already. */
    static Decision profiles(Ward ward) {
        List<Change> changes = new ArrayList<>();
        for (RegisteredDevice device : ward.state().devices()) {
            Worn open = device.open();
            DeviceProfile profile = ward.plan().profile(device.profile()).orElse(null);
            boolean ours = open != null && ward.state().stay(open.patientRef()).isPresent();
            if (ours && profile != null && !device.signals().equals(Ward.signals(profile))) {
                RegisteredDevice after =
                        device.as(profile.id(), Ward.signals(profile), ward.by().revisionAfter(device.revision()));
                changes.add(new Change.DevicePut(after, List.of(), List.of()));
            }
        }
        return new Decision(changes, "device profiles changed by the plan", "the ward");
    }
}

package org.wardlight.station.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.DeviceId;
import org.wardlight.events.v1.ExpectedSignal;
import org.wardlight.station.plan.WardPlan.Device;
import org.wardlight.station.register.RegisterRefusal.Reason;

/** Who wears which device, from when to when. One device has one patient at any moment. */
final class DeviceDecisions {

    private DeviceDecisions() {}

    /** Somebody wears a device, from now or since a past moment; whoever lies there unknown is admitted. */
    static Decision connect(Ward ward, String bedId, Device device, @Nullable Long from) throws RegisterRefusal {
        ward.bed(bedId);
        Stay lying = ward.state().lyingIn(bedId);
        checkId(device.id());
        RegisteredDevice known = ward.state().device(device.id()).orElse(null);
        if (known != null && lying != null && known.isWornBy(lying.patientRef())) {
            return wornAlready(ward, bedId, known, device.profile(), from);
        }
        List<Change> changes = new ArrayList<>();
        Stay wearer = lying;
        if (wearer == null) {
            wearer = new Stay(
                    ward.newPatientRef(),
                    bedId,
                    Stay.ANONYMOUS,
                    StayDecisions.begun(ward, bedId, from),
                    null,
                    null,
                    ward.by().revisionAfter(0));
            changes.addAll(StayDecisions.beginning(wearer, ward.by()));
        }
        changes.add(worn(ward, wearer, device, from == null ? ward.now() : from));
        return new Decision(changes, "device put on", "bed " + bedId + ", device " + device.id());
    }

    /** The change by which the patient wears the device from that moment on, or why they cannot. */
    static Change worn(Ward ward, Stay wearer, Device device, long from) throws RegisterRefusal {
        checkId(device.id());
        List<ExpectedSignal> signals = ward.signals(device);
        RegisteredDevice known = ward.state()
                .device(device.id())
                .orElseGet(() -> new RegisteredDevice(device.id(), device.profile(), signals, List.of(), 0));
        refuseWornByAnother(ward, known, wearer);
        checkBeginning(ward, wearer, from);
        refuseOverlap(ward, known, from, null, "");
        Worn interval = new Worn(ward.ids().get(), device.id(), wearer.patientRef(), from, null, ward.by());
        long revision = ward.by().revisionAfter(known.revision());
        RegisteredDevice after = known.as(device.profile(), signals, revision).with(interval, interval.id(), revision);
        Change.DevicePut put = new Change.DevicePut(after, List.of(), List.of(interval));
        LikeDevices.refuse(ward, List.of(put));
        return put;
    }

    static Decision takeOff(Ward ward, String deviceId, @Nullable Long at) throws RegisterRefusal {
        RegisteredDevice device = ward.device(deviceId);
        Worn open = device.open();
        if (open == null) {
            return offAlready(ward, device, at);
        }
        checkOurs(ward, open);
        long end = at == null ? ward.now() : at;
        checkMoment(ward, end, open.fromMillis());
        return new Decision(
                List.of(ended(ward, device, end)), "device taken off", place(ward, open) + ", device " + deviceId);
    }

    /** Nothing to do, or another end than the one that is known. */
    private static Decision offAlready(Ward ward, RegisteredDevice device, @Nullable Long at) throws RegisterRefusal {
        long off = device.worn().stream().mapToLong(Worn::end).max().orElse(Long.MIN_VALUE);
        if (at == null || at == off) {
            return Decision.NOTHING;
        }
        throw new RegisterRefusal(
                Reason.CONFLICT,
                device.worn().isEmpty()
                        ? "Nobody wears " + device.id() + "."
                        : device.id() + " was taken off at " + ward.clockTime(off)
                                + "; correct the association instead.");
    }

    /** The change by which nobody wears the device any more. */
    static Change ended(Ward ward, RegisteredDevice device, long at) {
        Worn open = device.open();
        if (open == null) {
            throw new IllegalStateException("device " + device.id() + " is not worn");
        }
        // Worn for no time at all, when the clock has not moved: kept, and empty.
        Worn ended = open.until(Math.max(at, open.fromMillis()));
        RegisteredDevice after = device.with(ended, open.id(), ward.by().revisionAfter(device.revision()));
        return new Change.DevicePut(after, List.of(), List.of(ended));
    }

    /** Each device of the two beds changes its wearer, from now or since a past moment. */
    static Decision swap(Ward ward, String bedA, String bedB, @Nullable Long from) throws RegisterRefusal {
        Stay a = ward.lyingIn(bedA);
        Stay b = ward.lyingIn(StayDecisions.other(bedA, bedB));
        long at = from == null ? ward.now() : from;
        checkBeginning(ward, a, at);
        checkBeginning(ward, b, at);
        List<Change.DevicePut> changes = new ArrayList<>();
        for (RegisteredDevice device : ward.state().wornBy(a.patientRef())) {
            changes.add(handedOver(ward, device, b, at));
        }
        for (RegisteredDevice device : ward.state().wornBy(b.patientRef())) {
            changes.add(handedOver(ward, device, a, at));
        }
        if (changes.isEmpty()) {
            throw new RegisterRefusal(Reason.CONFLICT, "Nobody in these beds wears a device.");
        }
        LikeDevices.refuse(ward, changes);
        return new Decision(List.copyOf(changes), "devices swapped", "bed " + bedA + ", bed " + bedB);
    }

    static Decision correct(Ward ward, String associationId, @Nullable Long from, @Nullable Long to)
            throws RegisterRefusal {
        for (RegisteredDevice device : ward.state().devices()) {
            for (Worn interval : device.worn()) {
                if (interval.id().equals(associationId)) {
                    return corrected(ward, device, interval, from, to);
                }
            }
        }
        throw new RegisterRefusal(
                Reason.UNKNOWN, "The register knows no such association, or it was corrected before.");
    }

    private static Decision corrected(
            Ward ward, RegisteredDevice device, Worn wrong, @Nullable Long from, @Nullable Long to)
            throws RegisterRefusal {
        checkOurs(ward, wrong);
        long newFrom = from == null ? wrong.fromMillis() : from;
        Long newTo = to == null ? wrong.toMillis() : to;
        if (newTo != null) {
            checkMoment(ward, newTo, newFrom);
        }
        Stay wearer = ward.state().stay(wrong.patientRef()).orElseThrow();
        checkBeginning(ward, wearer, newFrom);
        Long gone = wearer.dischargedMillis();
        if (gone != null && (newTo == null || newTo > gone)) {
            throw new RegisterRefusal(Reason.INVALID, "The patient was discharged before that end.");
        }
        refuseOverlap(ward, device, newFrom, newTo, wrong.id());
        if (newFrom == wrong.fromMillis() && Objects.equals(newTo, wrong.toMillis())) {
            return Decision.NOTHING;
        }
        Worn right = new Worn(ward.ids().get(), device.id(), wrong.patientRef(), newFrom, newTo, ward.by());
        RegisteredDevice after = device.with(right, wrong.id(), ward.by().revisionAfter(device.revision()));
        Change.DevicePut put =
                new Change.DevicePut(after, List.of(new Change.Superseded(wrong.id(), right.id())), List.of(right));
        LikeDevices.refuse(ward, List.of(put));
        return new Decision(List.of(put), "association corrected", place(ward, wrong) + ", device " + device.id());
    }

    private static Change.DevicePut handedOver(Ward ward, RegisteredDevice device, Stay to, long at)
            throws RegisterRefusal {
        Worn open = device.open();
        if (open == null) {
            throw new IllegalStateException("device " + device.id() + " is not worn");
        }
        checkMoment(ward, at, open.fromMillis());
        Worn ended = open.until(at);
        Worn begun = new Worn(ward.ids().get(), device.id(), to.patientRef(), at, null, ward.by());
        long revision = ward.by().revisionAfter(device.revision());
        RegisteredDevice after = device.with(ended, open.id(), revision).with(begun, begun.id(), revision);
        return new Change.DevicePut(after, List.of(), List.of(ended, begun));
    }

    /** Nothing to do, or a wish that is none for this command. */
    private static Decision wornAlready(
            Ward ward, String bedId, RegisteredDevice known, String profile, @Nullable Long from)
            throws RegisterRefusal {
        if (!known.profile().equals(profile)) {
            throw new RegisterRefusal(
                    Reason.CONFLICT,
                    "The patient in bed " + bedId + " wears this device as " + known.profile()
                            + ". Take it off first.");
        }
        Worn open = known.open();
        if (open != null && from != null && from != open.fromMillis()) {
            throw new RegisterRefusal(
                    Reason.CONFLICT,
                    known.id() + " is worn since " + ward.clockTime(open.fromMillis())
                            + "; correct the association instead.");
        }
        return Decision.NOTHING;
    }

    static void checkId(String id) throws RegisterRefusal {
        if (!DeviceId.isValid(id)) {
            throw new RegisterRefusal(
                    Reason.INVALID,
                    "A device id has 1 to 64 letters, digits and - _ . : and begins with a letter or digit.");
        }
    }

    private static void refuseWornByAnother(Ward ward, RegisteredDevice device, Stay wearer) throws RegisterRefusal {
        Worn open = device.open();
        if (open != null && !open.patientRef().equals(wearer.patientRef())) {
            throw new RegisterRefusal(
                    Reason.CONFLICT,
                    "A patient in " + place(ward, open) + " wears this device. One device has one patient.");
        }
    }

    private static void refuseOverlap(Ward ward, RegisteredDevice device, long from, @Nullable Long to, String besideId)
            throws RegisterRefusal {
        Optional<Worn> other = device.overlapping(from, to, besideId);
        if (other.isPresent()) {
            throw new RegisterRefusal(
                    Reason.CONFLICT,
                    "A patient in " + place(ward, other.get()) + " wore this device in a part of that time.");
        }
    }

    private static void checkBeginning(Ward ward, Stay wearer, long from) throws RegisterRefusal {
        if (from > ward.now()) {
            throw new RegisterRefusal(Reason.INVALID, "This moment has not come yet.");
        }
        if (from < wearer.admittedMillis()) {
            throw new RegisterRefusal(
                    Reason.INVALID, "The patient in bed " + wearer.bedId() + " was admitted after that moment.");
        }
    }

    private static void checkMoment(Ward ward, long at, long from) throws RegisterRefusal {
        if (at > ward.now()) {
            throw new RegisterRefusal(Reason.INVALID, "This moment has not come yet.");
        }
        if (at < from) {
            throw new RegisterRefusal(Reason.INVALID, "The end lies before the beginning.");
        }
    }

    /** A device on another ward is that ward's business. */
    private static void checkOurs(Ward ward, Worn interval) throws RegisterRefusal {
        if (ward.state().stay(interval.patientRef()).isEmpty()) {
            throw new RegisterRefusal(Reason.CONFLICT, "A patient in another ward wears this device.");
        }
    }

    private static String place(Ward ward, Worn interval) {
        return ward.state()
                .stay(interval.patientRef())
                .map(stay -> "bed " + stay.bedId())
                .orElse("another ward");
    }
}

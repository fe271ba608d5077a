package org.wardlight.station.register;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.ExpectedSignal;
import org.wardlight.station.plan.WardPlan;
import org.wardlight.station.plan.WardPlan.Device;
import org.wardlight.station.plan.WardPlan.DeviceProfile;
import org.wardlight.station.plan.WardPlan.StaffMember;
import org.wardlight.station.register.RegisterRefusal.Reason;

/**
 * What a decision is made from: the register, the plan, who asks and when. Finds things, or refuses in a sentence.
 *
 * @param ids gives 32 hex digits that nobody can guess
 */
record Ward(WardState state, WardPlan plan, Supplier<String> ids, By by) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    String newPatientRef() {
        return "p-" + ids.get();
    }

    long now() {
        return by.atMillis();
    }

    WardBed bed(String id) throws RegisterRefusal {
        return state.bed(id).orElseThrow(() -> new RegisterRefusal(Reason.UNKNOWN, "This ward has no bed " + id + "."));
    }

    WardBed emptyBed(String id) throws RegisterRefusal {
        WardBed bed = bed(id);
        if (state.lyingIn(id) != null) {
            throw new RegisterRefusal(Reason.CONFLICT, "Somebody lies in bed " + id + " already.");
        }
        return bed;
    }

    Stay lyingIn(String bedId) throws RegisterRefusal {
        Stay stay = state.lyingIn(bed(bedId).id());
        if (stay == null) {
            throw new RegisterRefusal(Reason.CONFLICT, "Nobody lies in bed " + bedId + ".");
        }
        return stay;
    }

    Stay openStay(String patientRef) throws RegisterRefusal {
        Stay stay = state.stay(patientRef)
                .orElseThrow(() -> new RegisterRefusal(Reason.UNKNOWN, "Nobody on this ward has this reference."));
        if (!stay.isOpen()) {
            throw new RegisterRefusal(Reason.CONFLICT, "This stay has ended.");
        }
        return stay;
    }

    RegisteredDevice device(String id) throws RegisterRefusal {
        return state.device(id)
                .orElseThrow(() -> new RegisterRefusal(Reason.UNKNOWN, "The register knows no device " + id + "."));
    }

    private DeviceProfile profile(String id) throws RegisterRefusal {
        return plan.profile(id)
                .orElseThrow(() -> new RegisterRefusal(
                        Reason.INVALID,
                        "The device profile is not known. Known: "
                                + String.join(
                                        ", ",
                                        plan.profiles().stream()
                                                .map(DeviceProfile::id)
                                                .toList())
                                + "."));
    }

    /** What a device of this kind delivers: the plan says it, or the device itself has declared it. */
    List<ExpectedSignal> signals(Device device) throws RegisterRefusal {
        RegisteredDevice known = state.device(device.id()).orElse(null);
        return known != null
                        && known.profile().equals(device.profile())
                        && plan.profile(device.profile()).isEmpty()
                ? known.signals()
                : signals(profile(device.profile()));
    }

    StaffMember staff(String id) throws RegisterRefusal {
        return plan.staffMember(id)
                .orElseThrow(() -> new RegisterRefusal(Reason.INVALID, "Nobody on the staff has the id " + id + "."));
    }

    /** Whoever changes what another has changed meanwhile would undo it unseen. */
    void checkSeen(@Nullable Long seen, long revision, String what) throws RegisterRefusal {
        if (seen != null && seen != revision) {
            throw new RegisterRefusal(
                    Reason.CONFLICT, "Somebody else has changed " + what + " meanwhile. Look again, then change it.");
        }
    }

    /** A moment by the clock on the ward's wall; with its day when that is another one. */
    String clockTime(long millis) {
        ZonedDateTime then = onTheWall(millis);
        boolean today = then.toLocalDate().equals(onTheWall(now()).toLocalDate());
        return then.format(today ? TIME : DAY_AND_TIME);
    }

    private ZonedDateTime onTheWall(long millis) {
        return Instant.ofEpochMilli(millis).atZone(plan.ward().timeZone());
    }

    /** How somebody of the staff is called on screen. */
    String displayName(@Nullable String staffId) {
        return staffId == null
                ? ""
                : plan.staffMember(staffId).map(StaffMember::name).orElse(staffId);
    }

    static List<ExpectedSignal> signals(DeviceProfile profile) {
        return profile.signals().stream()
                .map(signal -> ExpectedSignal.newBuilder()
                        .setVital(signal.vital())
                        .setIntervalMs(signal.interval().toMillis())
                        .setNoSignalAfterMs(signal.noSignalAfter().toMillis())
                        .build())
                .toList();
    }
}

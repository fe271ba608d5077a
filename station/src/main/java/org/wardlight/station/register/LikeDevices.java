package org.wardlight.station.register;

import java.util.Map;
import java.util.TreeMap;
import org.wardlight.station.register.RegisterRefusal.Reason;

/**
 * Two devices of one profile on one patient would tell two values of one vital, and nobody could say which holds. It is
 * refused for any part of the time that somebody enters, also a past one.
 */
final class LikeDevices {

    private LikeDevices() {}

    /** Looks at what a change begins or moves; what was so before it is not its doing. */
    static void refuse(Ward ward, Iterable<Change.DevicePut> puts) throws RegisterRefusal {
        Map<String, RegisteredDevice> after = new TreeMap<>();
        ward.state().devices().forEach(device -> after.put(device.id(), device));
        puts.forEach(put -> after.put(put.device().id(), put.device()));
        for (Change.DevicePut put : puts) {
            for (Worn interval : put.written()) {
                if (isNew(ward, interval)) {
                    refuse(ward, put.device(), interval, after);
                }
            }
        }
    }

    private static boolean isNew(Ward ward, Worn interval) {
        return ward.state().device(interval.deviceId()).stream()
                .flatMap(device -> device.worn().stream())
                .noneMatch(known -> known.id().equals(interval.id()));
    }

    private static void refuse(Ward ward, RegisteredDevice device, Worn interval, Map<String, RegisteredDevice> after)
            throws RegisterRefusal {
        for (RegisteredDevice other : after.values()) {
            if (!other.id().equals(device.id()) && other.profile().equals(device.profile())) {
                for (Worn worn : other.worn()) {
                    if (worn.patientRef().equals(interval.patientRef())
                            && worn.overlaps(interval.fromMillis(), interval.toMillis())) {
                        throw refusal(ward, other, worn);
                    }
                }
            }
        }
    }

    private static RegisterRefusal refusal(Ward ward, RegisteredDevice other, Worn worn) {
        String bed = ward.state().stay(worn.patientRef()).map(Stay::bedId).orElse("?");
        String patient = "The patient in bed " + bed;
        String alike = other.id() + ", which is a " + other.profile() + " too";
        return new RegisterRefusal(
                Reason.CONFLICT,
                worn.isOpen()
                        ? patient + " wears " + alike + ". Take it off first."
                        : patient + " wore " + alike + ", from " + ward.clockTime(worn.fromMillis()) + " to "
                                + ward.clockTime(worn.end()) + ". Choose another time, or correct that one first.");
    }
}

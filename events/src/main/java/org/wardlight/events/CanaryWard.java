package org.wardlight.events;

import java.util.HexFormat;

/**
 * The shadow of a ward in which its canary lies: a patient who does not exist and breaches limits on a schedule, so that the
 * way of an alarm proves itself. It has an id, a device and pseudonyms of its own, derived from the ward's id, so that every
 * process knows what belongs to a canary and keeps it off boards and out of figures.
 *
 * @param wardId the ward that is proved; together with {@code canary-} it has to be a device id
 */
public record CanaryWard(String wardId) {

    private static final String PREFIX = "canary/";

    /** @throws IllegalArgumentException when no device can be named after the ward */
    public CanaryWard {
        if (!DeviceId.isValid("canary-" + wardId)) {
            throw new IllegalArgumentException("not the id of a ward that can have a canary: " + wardId);
        }
    }

    /** Whether a ward is the shadow of another one. */
    public static boolean isOne(String wardId) {
        return wardId.startsWith(PREFIX);
    }

    /** The ward of the canary; no ward of people has such an id. */
    public String id() {
        return PREFIX + wardId;
    }

    /** The device that speaks for it. */
    public DeviceId device() {
        return new DeviceId("canary-" + wardId);
    }

    /** The canary itself. */
    public PatientRef patient() {
        return derived("canary");
    }

    /** Stands for everybody in the ward that is proved, when what is wrong is wrong for all of them. */
    public PatientRef wholeWard() {
        return derived("whole-ward");
    }

    private PatientRef derived(String what) {
        byte[] hash = new Digest().part(what).part(wardId).sixteenBytes();
        return new PatientRef("p-" + HexFormat.of().formatHex(hash));
    }
}

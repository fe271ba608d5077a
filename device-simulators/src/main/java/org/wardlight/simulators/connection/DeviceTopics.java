package org.wardlight.simulators.connection;

/**
 * Spells the MQTT topics of one site: {@code wardlight/v1/{site}/{device}/wl} for readings, {@code …/status} for the
 * retained status.
 *
 * @param site name of the hospital or test site
 */
public record DeviceTopics(String site) {

    /** Where a device publishes its readings in the native format. */
    public String readings(String deviceId) {
        return "wardlight/v1/" + site + "/" + deviceId + "/wl";
    }

    /** Where its status stands. */
    public String status(String deviceId) {
        return "wardlight/v1/" + site + "/" + deviceId + "/status";
    }
}

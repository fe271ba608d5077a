package org.wardlight.simulators.device;

import org.wardlight.events.DeviceId;

/**
 * One device on one patient. Devices of the same bed hang on the same body.
 *
 * @param deviceId its own name, as in its MQTT topic
 * @param profile what kind it is
 * @param bedIndex 1 for the first bed
 */
public record SimulatedDevice(String deviceId, DeviceProfile profile, int bedIndex) {

    /** @throws IllegalArgumentException for a malformed device id or a bed below 1 */
    public SimulatedDevice {
        if (!DeviceId.isValid(deviceId)) {
            throw new IllegalArgumentException("not a device id: " + deviceId);
        }
        if (bedIndex < 1) {
            throw new IllegalArgumentException("bed index counts from 1, not " + bedIndex);
        }
    }
}

package org.wardlight.ingest.decoding;

import java.util.OptionalDouble;
import org.wardlight.events.DeviceId;
import org.wardlight.events.v1.Connection;
import org.wardlight.events.v1.DeviceStatus;

/** Reads a device's status: {@code {"state":"online","battery":87,"firmware":"2.1"}}. Its will says {@code lost}. */
final class StatusJson {

    private static final WireNames<Connection> STATES = new WireNames<>("state", Connection.values());
    private static final double FULL_BATTERY_PERCENT = 100;
    private static final int MAX_FIRMWARE_LENGTH = 64;

    private StatusJson() {}

    static DeviceStatus read(Delivery delivery, DeviceId device) throws Unusable {
        JsonFields json = JsonFields.parse(delivery.payload());
        String state = json.text("state").orElseThrow(() -> Unusable.malformed("state is not there"));
        DeviceStatus.Builder status = DeviceStatus.newBuilder()
                .setDeviceId(device.value())
                .setConnection(STATES.get(state, ""))
                .setTimeMs(delivery.arrival().toEpochMilli());
        OptionalDouble battery = json.number("battery");
        if (battery.isPresent()) {
            status.setBatteryPercent(batteryPercent(battery.getAsDouble()));
        }
        String firmware = json.text("firmware").orElse("");
        if (firmware.length() > MAX_FIRMWARE_LENGTH) {
            throw Unusable.malformed("firmware is longer than " + MAX_FIRMWARE_LENGTH + " characters");
        }
        return status.setFirmware(firmware).build();
    }

    private static double batteryPercent(double percent) throws Unusable {
        if (!(percent >= 0 && percent <= FULL_BATTERY_PERCENT)) {
            throw Unusable.impossible("battery of " + percent + " % is outside 0 to 100");
        }
        return percent == 0 ? 0.0 : percent;
    }
}

package org.wardlight.app.simulation;

import java.util.List;
import org.wardlight.simulators.device.DeviceProfile;
import org.wardlight.simulators.device.SimulatedDevice;
import org.wardlight.station.plan.WardPlan;

/** Turns the ward of the station into devices of the simulator, so that both speak of the same beds. */
public final class WardDevices {

    private WardDevices() {}

    /**
     * The devices of a ward plan.
     *
     * @param prefix goes before each device id; may be empty
     */
    public static List<SimulatedDevice> of(WardPlan ward, String prefix) {
        // The plan counts beds from 0, scenarios from 1 as people do.
        return ward.devices().stream()
                .map(device -> new SimulatedDevice(
                        prefix + device.deviceId(), DeviceProfile.byId(device.profile()), device.bedIndex() + 1))
                .toList();
    }
}

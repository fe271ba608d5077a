package org.wardlight.app.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.wardlight.simulators.device.DeviceProfile;
import org.wardlight.station.plan.WardPlan;

/** The demonstration ward with a monitor that plays a recording at every bed. */
final class ReplayWard {

    /** Recordings have gaps of up to half a minute, which are the patient's and not the network's. */
    private static final Duration NO_SIGNAL_AFTER = Duration.ofSeconds(30);

    private ReplayWard() {}

    static WardPlan of(WardPlan plan) {
        DeviceProfile recording = DeviceProfile.BEDSIDE_RECORDING;
        List<WardPlan.Signal> signals = recording.signals().stream()
                .map(signal -> new WardPlan.Signal(signal.vital(), recording.interval(), NO_SIGNAL_AFTER))
                .toList();
        List<WardPlan.DeviceProfile> profiles = new ArrayList<>(plan.profiles());
        profiles.add(new WardPlan.DeviceProfile(recording.id(), signals));
        List<WardPlan.Bed> beds = plan.beds().stream()
                .map(bed -> new WardPlan.Bed(
                        bed.id(), bed.nurse(), bed.patient(), new WardPlan.Device("rec-" + bed.id(), recording.id())))
                .toList();
        return new WardPlan(plan.site(), plan.ward(), profiles, plan.staff(), plan.rota(), beds, plan.ownDeviceBed());
    }
}

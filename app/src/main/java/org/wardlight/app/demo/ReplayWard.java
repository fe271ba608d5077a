package org.wardlight.app.demo;

import java.util.ArrayList;
import java.util.List;
import org.wardlight.app.simulation.DeclaredProfile;
import org.wardlight.simulators.recording.RecordedProfile;
import org.wardlight.station.plan.WardPlan;

/** The demonstration ward with a device that plays a recording at every bed, declared as the recordings declare it. */
final class ReplayWard {

    private ReplayWard() {}

    static WardPlan of(WardPlan plan, RecordedProfile recorded) {
        List<WardPlan.DeviceProfile> profiles = new ArrayList<>(plan.profiles());
        profiles.removeIf(profile -> profile.id().equals(recorded.device().id()));
        profiles.add(DeclaredProfile.of(recorded));
        List<WardPlan.Bed> beds = plan.beds().stream()
                .map(bed -> new WardPlan.Bed(
                        bed.id(),
                        bed.nurse(),
                        bed.patient(),
                        new WardPlan.Device("rec-" + bed.id(), recorded.device().id())))
                .toList();
        return new WardPlan(plan.site(), plan.ward(), profiles, plan.staff(), plan.rota(), beds, plan.ownDeviceBed());
    }
}

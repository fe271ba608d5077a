package org.wardlight.app.simulation;

import java.util.ArrayList;
import java.util.List;
import org.wardlight.simulators.scenario.Scenario;
import org.wardlight.station.plan.WardPlan;

/** A ward in which a scenario finds the device that it needs: in place of the one at bed 7, or at the last bed. */
public final class ScenarioWard {

    private ScenarioWard() {}

    /** The same ward, if any device shows this scenario. */
    public static WardPlan of(WardPlan plan, Scenario scenario) {
        var needed = scenario.device();
        int index = Scenario.deviceBed(plan.beds().size()) - 1;
        WardPlan.Bed bed = plan.beds().get(index);
        if (needed == null || bed.patient() == null || isThere(bed, needed.id())) {
            return plan;
        }
        List<WardPlan.Bed> beds = new ArrayList<>(plan.beds());
        WardPlan.Device device = new WardPlan.Device(needed.id() + "-" + bed.id(), needed.id());
        beds.set(index, new WardPlan.Bed(bed.id(), bed.nurse(), bed.patient(), device));
        return new WardPlan(
                plan.site(), plan.ward(), plan.profiles(), plan.staff(), plan.rota(), beds, plan.ownDeviceBed());
    }

    private static boolean isThere(WardPlan.Bed bed, String profile) {
        WardPlan.Device device = bed.device();
        return device != null && device.profile().equals(profile);
    }
}

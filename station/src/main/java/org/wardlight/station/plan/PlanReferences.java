package org.wardlight.station.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wardlight.station.plan.WardPlan.Bed;
import org.wardlight.station.plan.WardPlan.Device;

/** What one part of a plan says of another: nothing stands twice, nothing names what is not there. */
final class PlanReferences {

    private final WardPlan plan;
    private final List<String> problems = new ArrayList<>();

    private PlanReferences(WardPlan plan) {
        this.plan = plan;
    }

    static List<String> problems(WardPlan plan) {
        PlanReferences references = new PlanReferences(plan);
        references.unique("beds", plan.allBeds().stream().map(Bed::id).toList());
        references.unique("staff", plan.staff().stream().map(s -> s.id()).toList());
        references.unique("devices of beds", references.deviceIds());
        references.people();
        references.profiles();
        return references.problems;
    }

    private List<String> deviceIds() {
        return plan.devices().stream().map(d -> d.deviceId()).toList();
    }

    private void unique(String what, List<String> ids) {
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            // An empty id was reported as missing already.
            if (!id.isEmpty() && !seen.add(id)) {
                problems.add(what + ": " + id + " stands twice");
            }
        }
    }

    private void people() {
        for (Bed bed : plan.allBeds()) {
            knownPerson("nurse of bed " + bed.id(), bed.nurse());
        }
        plan.rota().forEach(step -> {
            String person = step.person();
            knownPerson("person of rota step " + step.role(), person == null ? "" : person);
        });
    }

    private void knownPerson(String where, String id) {
        if (!id.isEmpty() && plan.staffMember(id).isEmpty()) {
            problems.add(where + " is not on the staff: " + id);
        }
    }

    private void profiles() {
        for (Bed bed : plan.beds()) {
            Device device = bed.device();
            if (device != null
                    && !device.profile().isEmpty()
                    && plan.profile(device.profile()).isEmpty()) {
                problems.add("device of bed " + bed.id() + " has an unknown profile: " + device.profile());
            }
        }
    }
}

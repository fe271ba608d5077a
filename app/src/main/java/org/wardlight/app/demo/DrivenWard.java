package org.wardlight.app.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.wardlight.bench.workload.Workload;
import org.wardlight.events.v1.Vital;
import org.wardlight.station.plan.WardPlan;

/** The demonstration ward with a device of the bench's workload at every bed. */
final class DrivenWard {

    private static final String PROFILE = "bench";
    private static final Duration EACH_SECOND = Duration.ofSeconds(1);
    /** A ward that is driven as fast as it can must not also report its signals as lost. */
    private static final Duration SILENT_AFTER = Duration.ofSeconds(60);

    private static final List<Vital> VITALS = List.of(
            Vital.RESPIRATORY_RATE,
            Vital.SPO2,
            Vital.OXYGEN_FLOW,
            Vital.SYSTOLIC_PRESSURE,
            Vital.DIASTOLIC_PRESSURE,
            Vital.PULSE_RATE,
            Vital.BODY_TEMPERATURE);

    private DrivenWard() {}

    static WardPlan of(WardPlan plan) {
        List<WardPlan.DeviceProfile> profiles = new ArrayList<>(plan.profiles());
        profiles.add(new WardPlan.DeviceProfile(
                PROFILE,
                VITALS.stream()
                        .map(vital -> new WardPlan.Signal(vital, EACH_SECOND, SILENT_AFTER))
                        .toList()));
        WardPlan.Occupant adult = new WardPlan.Occupant("B.B.", 60, "female", 1, "adult-ward");
        List<WardPlan.Bed> beds = IntStream.range(0, plan.beds().size())
                .mapToObj(bed -> new WardPlan.Bed(
                        plan.beds().get(bed).id(),
                        plan.beds().get(bed).nurse(),
                        adult,
                        new WardPlan.Device(Workload.device(bed), PROFILE)))
                .toList();
        return new WardPlan(plan.site(), plan.ward(), profiles, plan.staff(), plan.rota(), beds, null);
    }
}

package org.wardlight.bench.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wardlight.bench.reference.LimitReference.Limit;
import org.wardlight.bench.reference.LimitReference.Reading;
import org.wardlight.bench.workload.Workload;

/** The alarms that a workload has to lead to: by bed, when each is due, ms since the run began. */
public final class ExpectedAlarms {

    /** The rule of the probes. */
    public static final String RULE = "pulse-rate-high";

    /** Pulse of an adult ward: above 120 for 10 s, above 140 for 5 s; ends 3 below for 10 s. */
    static final Limit PULSE_HIGH = new Limit(false, 120, 10, 140, 5, 3, 10);

    private ExpectedAlarms() {}

    /**
     * One alarm.
     *
     * @param bed counted from 0
     * @param dueMillis when its on-delay has passed, ms since the run began
     */
    public record Expected(int bed, double dueMillis) {}

    /** Those of the first readings of every bed. */
    public static Map<Integer, Expected> of(Workload workload, long readings) {
        Map<Integer, Expected> expected = new HashMap<>();
        for (int bed : workload.probes().firstSeq().keySet()) {
            List<Reading> series = new ArrayList<>();
            for (long seq = 0; seq < readings; seq++) {
                series.add(new Reading(workload.dueMillis(bed, seq) / 1_000, workload.pulse(bed, seq)));
            }
            int which = bed;
            LimitReference.steps(PULSE_HIGH, series).stream()
                    .filter(step -> step.what().equals("start"))
                    .findFirst()
                    .ifPresent(step -> expected.put(which, new Expected(which, step.time() * 1_000)));
        }
        return expected;
    }
}

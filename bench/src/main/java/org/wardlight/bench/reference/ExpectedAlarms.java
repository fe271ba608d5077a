package org.wardlight.bench.reference;

import java.util.HashMap;
import java.util.Map;
import org.wardlight.bench.workload.Workload;
import org.wardlight.events.CareProfiles;
import org.wardlight.events.v1.LimitRule;

/** The alarms that a workload has to lead to: by bed, when each is due, ms since the run began. */
public final class ExpectedAlarms {

    /** The rule of the probes. */
    public static final String RULE = "pulse-rate-high";

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
            int which = bed;
            RuleReference reference = new RuleReference(rule(), (rule, news) -> {
                if (news.phase().equals("START")) {
                    expected.putIfAbsent(which, new Expected(which, news.due()));
                }
            });
            for (long seq = 0; seq < readings; seq++) {
                long at = Math.round(workload.dueMillis(bed, seq));
                reference.pass(at);
                reference.valid(workload.pulse(bed, seq), at, at);
            }
        }
        return expected;
    }

    private static LimitRule rule() {
        return CareProfiles.adultWard().getRulesList().stream()
                .filter(rule -> rule.getRule().equals(RULE))
                .findFirst()
                .orElseThrow();
    }
}

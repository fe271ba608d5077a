package org.wardlight.stream.limits;

import java.util.List;
import org.wardlight.events.v1.LimitRule;
import org.wardlight.events.v1.LimitSide;
import org.wardlight.events.v1.Vital;

/** A limit rule made ready for judging: its steps are worked out once, not for every reading. */
public final class Limit {

    private final LimitRule rule;
    private final List<LimitStep> steps;

    private Limit(LimitRule rule) {
        this.rule = rule;
        this.steps = LimitStep.of(rule);
    }

    /** Makes rules ready; ones that this version does not understand are left out. */
    public static List<Limit> of(List<LimitRule> rules) {
        return rules.stream().filter(Limit::isUsable).map(Limit::new).toList();
    }

    /** Whether this version can judge by a rule. */
    public static boolean isUsable(LimitRule rule) {
        boolean sided = rule.getSide() != LimitSide.LIMIT_SIDE_UNSPECIFIED && rule.getSide() != LimitSide.UNRECOGNIZED;
        boolean known = rule.getVital() != Vital.VITAL_UNSPECIFIED && rule.getVital() != Vital.UNRECOGNIZED;
        return sided && known && rule.getLevelsCount() > 0;
    }

    /** The rule as it was written. */
    public LimitRule rule() {
        return rule;
    }

    /** Whether its mildest level is violated by a value, or by the number of a code. */
    public boolean violatedBy(double value) {
        return steps.get(0).violatedBy(value);
    }

    /** Whether one reading is enough for it, so that none may wait to be confirmed. */
    public boolean atOnce() {
        return steps.stream().anyMatch(step -> step.onDelayMillis() == 0 && step.readings() == 1);
    }

    List<LimitStep> steps() {
        return steps;
    }
}

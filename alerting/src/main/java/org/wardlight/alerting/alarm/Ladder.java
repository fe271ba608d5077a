package org.wardlight.alerting.alarm;

import java.util.List;
import java.util.Optional;

/** Who is asked about an alarm, in order. */
public record Ladder(List<LadderStep> steps) {

    public Ladder {
        steps = List.copyOf(steps);
    }

    /** The same rungs, where one that names nobody means this nurse; empty when nobody knows the nurse. */
    public Ladder withNurse(String nurse) {
        return new Ladder(steps.stream()
                .map(step -> step.person().isEmpty() ? new LadderStep(step.role(), step.receiver(), nurse) : step)
                .toList());
    }

    /** The rung of a level, from 1; empty above the last. */
    public Optional<LadderStep> step(int level) {
        return level >= 1 && level <= steps.size() ? Optional.of(steps.get(level - 1)) : Optional.empty();
    }
}

package org.wardlight.alerting.alarm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wardlight.events.v1.AlarmKind;

/** Who is asked about an alarm, in order. */
public record Ladder(List<LadderStep> steps) {

    /** The role of a step that is asked about advisories. */
    static final String CLINICIAN = "clinician";

    public Ladder {
        steps = List.copyOf(steps);
    }

    /** The same rungs, where one that names nobody means this nurse; empty when nobody knows the nurse. */
    public Ladder withNurse(String nurse) {
        return new Ladder(steps.stream()
                .map(step -> step.person().isEmpty() ? step.withPerson(nurse) : step)
                .toList());
    }

    /** The same rungs, each with the second channel of its receiver. */
    public Ladder withSecondReceivers(Map<String, String> secondByReceiver) {
        return new Ladder(steps.stream()
                .map(step -> step.withSecondReceiver(secondByReceiver.getOrDefault(step.receiver(), "")))
                .toList());
    }

    /**
     * Who is asked about this kind of condition. An advisory of a model is a hint for whoever decides: it asks the clinicians,
     * and they are asked about nothing else. A ward that names none, or nobody else, has its ladder as it is: somebody must be
     * asked.
     */
    Ladder about(AlarmKind kind) {
        boolean forClinicians = kind == AlarmKind.ADVISORY;
        List<LadderStep> own = steps.stream()
                .filter(step -> step.role().equalsIgnoreCase(CLINICIAN) == forClinicians)
                .toList();
        return own.isEmpty() ? this : new Ladder(own);
    }

    /** The rung of a level, from 1; empty above the last. */
    public Optional<LadderStep> step(int level) {
        return level >= 1 && level <= steps.size() ? Optional.of(steps.get(level - 1)) : Optional.empty();
    }
}

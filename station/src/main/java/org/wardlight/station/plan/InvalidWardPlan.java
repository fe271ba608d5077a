package org.wardlight.station.plan;

import java.util.List;

/** A ward plan that cannot be used: carries every problem, each naming its key. */
public final class InvalidWardPlan extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    InvalidWardPlan(String origin, List<String> problems) {
        super(origin + " cannot be used:\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence for each problem. */
    public List<String> problems() {
        return problems;
    }
}

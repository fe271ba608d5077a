package org.wardlight.station.register;

import java.util.List;
import org.wardlight.events.v1.LimitLevel;

/** What somebody wants as the levels of one rule, mildest first. */
public record RuleLevels(String rule, List<LimitLevel> levels) {

    /** Copies the list. */
    public RuleLevels {
        levels = List.copyOf(levels);
    }
}

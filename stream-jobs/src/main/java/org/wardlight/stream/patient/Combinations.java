package org.wardlight.stream.patient;

import java.util.OptionalDouble;
import org.wardlight.events.v1.CombinationPart;
import org.wardlight.events.v1.CombinationRule;
import org.wardlight.stream.patient.GridRule.Finding;

/** Whether several vitals show together what a combination asks for. One that is not known leaves it open, unless another says no. */
final class Combinations {

    private final Levels levels;

    Combinations(Levels levels) {
        this.levels = levels;
    }

    Finding find(CombinationRule rule) {
        Finding all = Finding.SO;
        for (CombinationPart part : rule.getPartsList()) {
            Finding one = find(part);
            if (one == Finding.NOT_SO) {
                return Finding.NOT_SO;
            }
            all = one == Finding.UNKNOWN ? Finding.UNKNOWN : all;
        }
        return all;
    }

    private Finding find(CombinationPart part) {
        OptionalDouble level = levels.now(part.getVital());
        if (level.isEmpty()) {
            return Finding.UNKNOWN;
        }
        double now = level.getAsDouble();
        boolean high = part.hasBelow() && now >= part.getBelow();
        boolean low = part.hasAbove() && now <= part.getAbove();
        boolean outside = high || low;
        if (outside || !part.hasFellBy()) {
            return Finding.of(!outside);
        }
        OptionalDouble before = levels.ago(part.getVital(), part.getWithinMs());
        return before.isEmpty() ? Finding.UNKNOWN : Finding.of(before.getAsDouble() - now >= part.getFellBy());
    }
}

package org.wardlight.stream.limits;

import java.util.ArrayList;
import java.util.List;
import org.wardlight.events.v1.LimitLevel;
import org.wardlight.events.v1.LimitRule;
import org.wardlight.events.v1.LimitSide;

/**
 * One way to violate a limit: a threshold with its own delay. A level that has a shorter delay farther out gives two.
 *
 * @param side on which side of the threshold it is violated
 * @param level index of the level in its rule
 * @param threshold in the vital's unit
 * @param codes numbers of the codes that violate, for a coded side
 * @param onDelayMillis how long it has to be violated
 * @param readings violating readings that it takes
 * @param ofReadings among how many of the last valid ones; 0: without one inside between them
 * @param unconfirmedMillis after how long it counts without enough readings; 0 for never
 */
record LimitStep(
        LimitSide side,
        int level,
        double threshold,
        List<Integer> codes,
        long onDelayMillis,
        int readings,
        int ofReadings,
        long unconfirmedMillis) {

    private static final int USUAL_READINGS = 2;

    /** The steps of a rule, mildest first. */
    static List<LimitStep> of(LimitRule rule) {
        List<LimitStep> steps = new ArrayList<>(rule.getLevelsCount() + 1);
        for (int level = 0; level < rule.getLevelsCount(); level++) {
            LimitLevel of = rule.getLevels(level);
            steps.add(step(rule, level, of.getThreshold(), of.getOnDelayMs()));
            if (of.hasSoonerBeyond()) {
                steps.add(step(rule, level, of.getSoonerBeyond(), of.getSoonerOnDelayMs()));
            }
        }
        return steps;
    }

    private static LimitStep step(LimitRule rule, int level, double threshold, long onDelayMillis) {
        LimitLevel of = rule.getLevels(level);
        int usual = onDelayMillis == 0 ? 1 : USUAL_READINGS;
        return new LimitStep(
                rule.getSide(),
                level,
                threshold,
                of.getCodesValueList(),
                onDelayMillis,
                of.getReadings() == 0 ? usual : of.getReadings(),
                of.getOfReadings(),
                of.getUnconfirmedAfterMs());
    }

    /** Whether a value, or the number of a code, lies strictly beyond it. */
    boolean violatedBy(double value) {
        return switch (side) {
            case LOW -> value < threshold;
            case HIGH -> value > threshold;
            case CODED -> codes.contains((int) value);
            case LIMIT_SIDE_UNSPECIFIED, UNRECOGNIZED -> false;
        };
    }
}

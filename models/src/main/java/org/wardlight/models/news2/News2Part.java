package org.wardlight.models.news2;

import org.wardlight.events.v1.Code;
import org.wardlight.events.v1.InputState;
import org.wardlight.events.v1.ScorePart;

/**
 * One parameter's share of a score.
 *
 * @param parameter which of the seven
 * @param pointsLower the least it adds, 0-3
 * @param pointsUpper the most it adds, 0-3; above the lower one when the value is not known
 * @param input what it was read from
 */
public record News2Part(News2Parameter parameter, int pointsLower, int pointsUpper, Input<?> input) {

    static final int RED = 3;
    private static final double TENTHS = 10.0;

    /** What a value that is missing or stale may add: anything from nothing to the most. */
    static News2Part unknown(News2Parameter parameter, Input<?> input) {
        return new News2Part(parameter, 0, parameter.mostPoints(), input);
    }

    /** Whether the value was there and young enough. */
    public InputState state() {
        return input.state();
    }

    /** Whether the value counted. */
    public boolean isKnown() {
        return input.known() != null;
    }

    /** Whether it is known to give the 3 points that call for a review on their own. */
    public boolean isRed() {
        return isKnown() && pointsLower == RED;
    }

    /**
     * As a record. The value is in the unit of the vital (temperature in Cel); oxygen is 0 on air and 1 on oxygen; the value
     * of a stale parameter is given to be shown.
     */
    public ScorePart toRecord() {
        ScorePart.Builder part = ScorePart.newBuilder()
                .setParameter(parameter.id())
                .setPointsLower(pointsLower)
                .setPointsUpper(pointsUpper)
                .setState(state());
        if (input.ageMillis() >= 0) {
            part.setAgeMs(input.ageMillis());
        }
        if (input.value() instanceof Integer number) {
            part.setValue(parameter == News2Parameter.TEMPERATURE ? number / TENTHS : number);
        } else if (input.value() instanceof Code code) {
            part.setCode(code);
        } else if (input.value() instanceof Oxygen oxygen) {
            part.setValue(oxygen == Oxygen.AIR ? 0 : 1);
        }
        return part.build();
    }
}

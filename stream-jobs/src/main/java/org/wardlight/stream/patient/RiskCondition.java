package org.wardlight.stream.patient;

import static org.wardlight.stream.patient.RiskState.NEVER;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.Severity;
import org.wardlight.models.news2.News2Part;
import org.wardlight.models.news2.News2Score;

/**
 * Turns a NEWS2 interval into a condition: high from 7, medium from 5 or with a single 3, always judged by the lower bound.
 *
 * <p>A higher severity needs two evaluations in a row, or one that jumps by three points. A lower one needs a quarter of an
 * hour; a parameter that is missing meanwhile keeps its last known points, because lost data is no evidence of health.
 * Thresholds: Royal College of Physicians, National Early Warning Score 2, 2017.
 */
final class RiskCondition {

    private static final int JUMP = 3;
    private static final int EMERGENCY = 7;
    private static final int URGENT = 5;
    private static final int RED = 3;

    private final RiskState state;
    private final long lowerAfterMillis;

    RiskCondition(RiskState state, long lowerAfterMillis) {
        this.state = state;
        this.lowerAfterMillis = lowerAfterMillis;
    }

    /** What the evaluation changes, if anything. After an end, {@link #reset()}. */
    Optional<ConditionPhase> evaluate(News2Score score, long gridMillis) {
        int asked = severity(points(score, false));
        boolean jumped = state.lastLower >= 0 && score.lower() - state.lastLower >= JUMP;
        int confirmed = state.askedSince == NEVER ? 0 : Math.min(asked, state.asked);
        int raisedTo = jumped ? asked : confirmed;
        if (raisedTo > state.severity) {
            return Optional.of(raise(raisedTo, gridMillis, score));
        }
        note(asked, gridMillis, score);
        return lower(gridMillis);
    }

    Severity severity() {
        return Severity.forNumber(state.severity);
    }

    void reset() {
        state.severity = 0;
        state.onsetMillis = NEVER;
        state.milderSince = NEVER;
        state.knownPoints = new int[0];
    }

    private ConditionPhase raise(int severity, long gridMillis, News2Score score) {
        boolean starts = state.severity == 0;
        if (starts) {
            state.onsetMillis = state.askedSince == NEVER ? gridMillis : state.askedSince;
        }
        state.severity = severity;
        note(severity(points(score, false)), gridMillis, score);
        state.milderSince = NEVER;
        return starts ? ConditionPhase.CONDITION_START : ConditionPhase.CONDITION_UPDATE;
    }

    private void note(int asked, long gridMillis, News2Score score) {
        if (asked <= state.severity) {
            state.askedSince = NEVER;
        } else if (state.askedSince == NEVER) {
            state.askedSince = gridMillis;
        }
        state.asked = asked;
        state.lastLower = score.lower();
        if (asked > 0 || state.severity > 0) {
            state.knownPoints = points(score, true);
        }
    }

    private Optional<ConditionPhase> lower(long gridMillis) {
        int held = severity(state.knownPoints);
        if (state.severity == 0 || held >= state.severity) {
            state.milderSince = NEVER;
            return Optional.empty();
        }
        if (state.milderSince == NEVER) {
            state.milderSince = gridMillis;
        }
        if (gridMillis - state.milderSince < lowerAfterMillis) {
            return Optional.empty();
        }
        state.severity = held;
        state.milderSince = NEVER;
        return Optional.of(held == 0 ? ConditionPhase.CONDITION_END : ConditionPhase.CONDITION_UPDATE);
    }

    /** Points per parameter; an unknown one counts nothing, or what it was worth when last known. */
    private int[] points(News2Score score, boolean holdUnknown) {
        List<News2Part> parts = score.parts();
        int[] points = new int[parts.size()];
        int[] before = state.knownPoints.length == points.length ? state.knownPoints : new int[points.length];
        for (int i = 0; i < points.length; i++) {
            News2Part part = parts.get(i);
            boolean known = part.pointsLower() == part.pointsUpper();
            points[i] = known || !holdUnknown ? part.pointsLower() : Math.max(before[i], part.pointsLower());
        }
        return points;
    }

    private static int severity(int[] points) {
        int total = Arrays.stream(points).sum();
        boolean red = Arrays.stream(points).anyMatch(point -> point >= RED);
        if (total >= EMERGENCY) {
            return Severity.SEVERITY_HIGH_VALUE;
        }
        return total >= URGENT || red ? Severity.SEVERITY_MEDIUM_VALUE : 0;
    }
}

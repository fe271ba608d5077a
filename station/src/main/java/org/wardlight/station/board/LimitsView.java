package org.wardlight.station.board;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.AlarmWords;
import org.wardlight.events.v1.LimitLevel;
import org.wardlight.events.v1.LimitRule;
import org.wardlight.events.v1.LimitSide;
import org.wardlight.events.v1.PatientLimits;
import org.wardlight.events.v1.VitalDefinition;
import org.wardlight.station.board.Frames.Limit;
import org.wardlight.station.board.Frames.LimitStep;
import org.wardlight.station.board.Frames.LimitsSet;

/** Writes the limits of a patient as the board shows them. */
final class LimitsView {

    private LimitsView() {}

    static List<Limit> of(@Nullable PatientLimits limits) {
        return limits == null
                ? List.of()
                : limits.getRulesList().stream().map(LimitsView::limit).toList();
    }

    static @Nullable LimitsSet set(@Nullable PatientLimits limits) {
        return limits == null
                ? null
                : new LimitsSet(
                        limits.getRevision(),
                        limits.getBy().getActor(),
                        limits.getBy().getReason(),
                        limits.getBy().getTimeMs());
    }

    private static Limit limit(LimitRule rule) {
        VitalDefinition vital = Words.definition(rule.getVital());
        return new Limit(
                rule.getRule(),
                vital.getId(),
                vital.getLabel(),
                rule.getSide() == LimitSide.LOW ? "low" : "high",
                rule.getLevelsList().stream().map(LimitsView::step).toList(),
                rule.getHysteresis(),
                rule.getSource());
    }

    private static LimitStep step(LimitLevel level) {
        return new LimitStep(AlarmWords.priority(level.getSeverity()), level.getThreshold(), level.getOnDelayMs());
    }
}

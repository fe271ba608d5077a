package org.wardlight.station.register;

import java.util.List;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.events.v1.LimitLevel;
import org.wardlight.events.v1.LimitRule;
import org.wardlight.events.v1.LimitSide;
import org.wardlight.station.register.RegisterRefusal.Reason;

/** What limits of a patient have to be like to make sense. Pure. */
final class LimitChecks {

    /** Milder, worse, worst. */
    private static final int MOST_LEVELS = 3;

    private static final long LONGEST_DELAY_MS = 30 * 60_000L;

    private LimitChecks() {}

    /** One rule by itself: from mild to severe, each further out, within what a body can have. */
    static void check(LimitRule rule) throws RegisterRefusal {
        List<LimitLevel> levels = rule.getLevelsList();
        if (levels.isEmpty() || levels.size() > MOST_LEVELS) {
            throw refusal(rule, "has 1 to " + MOST_LEVELS + " levels");
        }
        for (int i = 0; i < levels.size(); i++) {
            check(rule, levels.get(i));
            if (i > 0) {
                checkWorse(rule, levels.get(i - 1), levels.get(i));
            }
        }
    }

    /** Between the low and the high limit of a vital something has to be normal. */
    static void checkRoom(List<LimitRule> rules) throws RegisterRefusal {
        for (LimitRule low : rules) {
            for (LimitRule high : rules) {
                if (low.getSide() == LimitSide.LOW
                        && high.getSide() == LimitSide.HIGH
                        && low.getVital() == high.getVital()
                        && mildest(low) >= mildest(high)) {
                    throw refusal(low, "leaves no room below " + high.getRule());
                }
            }
        }
    }

    private static double mildest(LimitRule rule) {
        return rule.getLevels(0).getThreshold();
    }

    private static void check(LimitRule rule, LimitLevel level) throws RegisterRefusal {
        if (!VitalCatalogue.standard().isPlausible(rule.getVital(), level.getThreshold())) {
            throw refusal(rule, "has a threshold that no body reaches");
        }
        if (level.getOnDelayMs() < 0 || level.getOnDelayMs() > LONGEST_DELAY_MS) {
            throw refusal(rule, "waits 0 to " + LONGEST_DELAY_MS / 60_000 + " minutes");
        }
    }

    private static void checkWorse(LimitRule rule, LimitLevel milder, LimitLevel worse) throws RegisterRefusal {
        double further = rule.getSide() == LimitSide.LOW
                ? milder.getThreshold() - worse.getThreshold()
                : worse.getThreshold() - milder.getThreshold();
        if (worse.getSeverityValue() <= milder.getSeverityValue() || !(further > 0)) {
            throw refusal(rule, "needs its levels from mild to severe, each further out than the one before");
        }
    }

    private static RegisterRefusal refusal(LimitRule rule, String what) {
        return new RegisterRefusal(Reason.INVALID, "The rule " + rule.getRule() + " " + what + ".");
    }
}

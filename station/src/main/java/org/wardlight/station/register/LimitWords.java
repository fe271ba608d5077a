package org.wardlight.station.register;

import java.util.ArrayList;
import java.util.List;
import org.wardlight.events.AlarmWords;
import org.wardlight.events.v1.LimitLevel;
import org.wardlight.events.v1.LimitRule;

/** Says for the change log which limits were what before: earlier limits are kept nowhere else. Pure. */
final class LimitWords {

    private LimitWords() {}

    /** For example {@code spo2-low medium 90 after 15 s, high 85 after 15 s -> medium 88 after 15 s}. */
    static String changed(List<LimitRule> before, List<LimitRule> after) {
        List<String> said = new ArrayList<>();
        for (LimitRule rule : after) {
            List<LimitLevel> earlier = before.stream()
                    .filter(known -> known.getRule().equals(rule.getRule()))
                    .findFirst()
                    .map(LimitRule::getLevelsList)
                    .orElse(List.of());
            if (!earlier.equals(rule.getLevelsList())) {
                said.add(rule.getRule() + " " + levels(earlier) + " -> " + levels(rule.getLevelsList()));
            }
        }
        return String.join("; ", said);
    }

    private static String levels(List<LimitLevel> levels) {
        List<String> said = levels.stream()
                .map(level -> AlarmWords.priority(level.getSeverity()) + " " + number(level.getThreshold()) + " after "
                        + number(level.getOnDelayMs() / 1000.0) + " s")
                .toList();
        return said.isEmpty() ? "none" : String.join(", ", said);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}

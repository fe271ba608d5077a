package org.wardlight.stream.rulebook;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wardlight.events.AlarmWords;
import org.wardlight.events.CareProfiles;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.events.v1.CareProfile;
import org.wardlight.events.v1.CombinationPart;
import org.wardlight.events.v1.CombinationRule;
import org.wardlight.events.v1.LimitLevel;
import org.wardlight.events.v1.LimitRule;
import org.wardlight.events.v1.LimitSide;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalDefinition;

/**
 * Every condition that the job can raise, with its numbers and where they come from, as Markdown. What stands in it comes from
 * the care profiles, the vital catalogue and the job's own constants, so it cannot say anything else than the job does.
 */
public final class AlarmReference {

    private static final VitalCatalogue CATALOGUE = VitalCatalogue.standard();
    private static final String HEAD = """
            # Alarm reference

            Every condition that the job can raise, with its numbers and their sources. This page is generated; do not edit it. How
            conditions become alarms and pages: [alarms.md](alarms.md). **Not a medical device**: the numbers are a starting point for
            a hospital's own review, not a recommendation.

            A value violates a limit strictly beyond it. *after*: for so long without one inside, by at least two readings of which 70 %
            within that time can be used. *2 of 3*: by two of the last three usable readings. *back*: it ends when the value is inside by so
            much, *for*: so long.
            """;
    private static final String LIMITS_HEAD = """

            | rule | low | after | medium | after | high | after | back | for | source |
            |---|---|---|---|---|---|---|---|---|---|
            """;

    private AlarmReference() {}

    /** The page. */
    public static String page() {
        StringBuilder page = new StringBuilder(HEAD);
        for (CareProfile profile : CareProfiles.all()) {
            profile(page, profile);
        }
        profile(page, CareProfiles.standing());
        page.append("\n## Scores, and what several vitals or devices say together\n\n");
        table(page, OtherConditions.ofThePatient());
        page.append("\n## Technical conditions\n\nNobody is paged for them.\n\n");
        table(page, OtherConditions.technical());
        page.append("\n## What is believed\n\n");
        believed(page);
        return page.toString();
    }

    private static void profile(StringBuilder page, CareProfile profile) {
        page.append("\n## ")
                .append(profile.getTitle())
                .append(" (`")
                .append(profile.getId())
                .append("`)\n\n");
        page.append(profile.getMeantFor())
                .append(" Version ")
                .append(profile.getVersion())
                .append(", reviewed ")
                .append(profile.getReviewed())
                .append(". Owner: ")
                .append(profile.getOwner())
                .append('.');
        if (!profile.getBasedOn().isEmpty()) {
            page.append(" What is not listed is as in `")
                    .append(profile.getBasedOn())
                    .append("`.");
        }
        page.append('\n').append(LIMITS_HEAD);
        own(profile).forEach(rule -> page.append(row(rule)));
        List<CombinationRule> combinations = ownCombinations(profile);
        if (!combinations.isEmpty()) {
            page.append("\n| combination | priority | when | after | for | source |\n|---|---|---|---|---|---|\n");
            combinations.forEach(rule -> page.append(row(rule)));
        }
    }

    /** What a profile says itself. */
    private static List<LimitRule> own(CareProfile profile) {
        List<LimitRule> base = base(profile).getRulesList();
        return profile.getRulesList().stream()
                .filter(rule -> !base.contains(rule))
                .toList();
    }

    private static List<CombinationRule> ownCombinations(CareProfile profile) {
        List<CombinationRule> base = base(profile).getCombinationsList();
        return profile.getCombinationsList().stream()
                .filter(rule -> !base.contains(rule))
                .toList();
    }

    private static CareProfile base(CareProfile profile) {
        return CareProfiles.find(profile.getBasedOn()).orElse(CareProfile.getDefaultInstance());
    }

    private static String row(LimitRule rule) {
        String levels = List.of("low", "medium", "high").stream()
                .map(priority -> rule.getLevelsList().stream()
                        .filter(level ->
                                AlarmWords.priority(level.getSeverity()).equals(priority))
                        .findFirst()
                        .map(level -> limit(rule, level) + " | " + after(level))
                        .orElse(" | "))
                .collect(Collectors.joining(" | "));
        String back = rule.getSide() == LimitSide.CODED ? "" : number(rule.getHysteresis());
        String off = rule.getOffDelayMs() == 0 ? "at once" : time(rule.getOffDelayMs());
        return "| `" + rule.getRule() + "` | " + levels + " | " + back + " | " + off + " | " + rule.getSource()
                + " |\n";
    }

    private static String limit(LimitRule rule, LimitLevel level) {
        VitalDefinition vital = CATALOGUE.get(rule.getVital());
        return switch (rule.getSide()) {
            case LOW -> "< " + number(level.getThreshold()) + " " + vital.getUnit();
            case HIGH -> "> " + number(level.getThreshold()) + " " + vital.getUnit();
            default ->
                level.getCodesList().stream()
                        .map(code -> code.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(", "));
        };
    }

    private static String after(LimitLevel level) {
        String after = level.getOnDelayMs() == 0 ? "at once" : time(level.getOnDelayMs());
        if (level.getReadings() > 0) {
            String of = level.getReadings() + " of " + level.getOfReadings();
            after = level.getOnDelayMs() == 0 ? of : after + ", " + of;
        }
        if (level.getUnconfirmedAfterMs() > 0) {
            after += ", else " + time(level.getUnconfirmedAfterMs());
        }
        if (level.hasSoonerBeyond()) {
            after += "; beyond " + number(level.getSoonerBeyond()) + " " + time(level.getSoonerOnDelayMs());
        }
        return after;
    }

    private static String row(CombinationRule rule) {
        String when = rule.getPartsList().stream().map(AlarmReference::part).collect(Collectors.joining(", and "));
        return "| `" + rule.getRule() + "` | " + AlarmWords.priority(rule.getSeverity()) + " | " + when + " | "
                + time(rule.getOnDelayMs()) + " | " + time(rule.getOffDelayMs()) + " | " + rule.getSource() + " |\n";
    }

    private static String part(CombinationPart part) {
        String label = CATALOGUE.get(part.getVital()).getLabel();
        String below = part.hasBelow() ? " < " + number(part.getBelow()) : "";
        String above = part.hasAbove() ? " > " + number(part.getAbove()) : "";
        String fell = part.hasFellBy()
                ? ", fallen by " + number(part.getFellBy()) + " or more in " + time(part.getWithinMs())
                : "";
        return label + below + above + fell;
    }

    private static void table(StringBuilder page, List<OtherConditions.Row> rows) {
        page.append("| rule | priority | when | ends | source |\n|---|---|---|---|---|\n");
        rows.forEach(row -> page.append("| `")
                .append(row.rule())
                .append("` | ")
                .append(row.priority())
                .append(" | ")
                .append(row.when())
                .append(" | ")
                .append(row.ends())
                .append(" | ")
                .append(row.source())
                .append(" |\n"));
    }

    private static void believed(StringBuilder page) {
        page.append(OtherConditions.quality());
        page.append("\n| vital | plausible | largest step | a flat line after |\n|---|---|---|---|\n");
        for (VitalDefinition vital : CATALOGUE.all()) {
            if (vital.hasPlausibleLow() && vital.getVital() != Vital.STEP_COUNT) {
                page.append("| ")
                        .append(vital.getLabel())
                        .append(" | ")
                        .append(number(vital.getPlausibleLow()))
                        .append("-")
                        .append(number(vital.getPlausibleHigh()))
                        .append(" ")
                        .append(vital.getUnit())
                        .append(" | ")
                        .append(
                                vital.hasMaxStep()
                                        ? number(vital.getMaxStep()) + " in " + time(vital.getMaxStepMs())
                                        : "")
                        .append(" | ")
                        .append(vital.getFlatAfterMs() > 0 ? time(vital.getFlatAfterMs()) : "")
                        .append(" |\n");
            }
        }
    }

    static String time(long millis) {
        Duration duration = Duration.ofMillis(millis);
        return millis % 60_000 == 0 && millis >= 120_000 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}

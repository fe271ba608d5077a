package org.wardlight.alerting.alarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wardlight.events.v1.AlarmState;

/** Words every state with every input: what {@code docs/alarm-states.md} says. */
final class AlarmStatesPage {

    private static final String HEAD = """
            # What becomes of an alarm

            Every state with everything that can happen to it, written from the decisions themselves. A build whose decisions differ
            from this page fails; `./mvnw -pl alerting -am test -Dtest=AlarmStatesTest -Dalarm-states.write=true
            -Dsurefire.failIfNoSpecifiedTests=false` writes it anew, and the difference is what there is to review.

            The alarm has condition *a* of a patient; level 1 is the nurse of the bed, level 2 the charge nurse, and there is no level 3.
            Their pages go to a receiver with a second channel. *Asks n* is a page to level n, with its timers; *main* and *receipt* are the
            times until the next level is asked, and until a page counts as not delivered. In *italics* is why nothing happens:

            | | |
            |---|---|
            | *unknown* | there is no such alarm |
            | *duplicate* | it was applied before: a replay, or a repeat of an at-least-once delivery |
            | *stale* | something newer has overtaken it |
            | *closed* | the alarm is over |
            | *already acknowledged*, *already accepted* | it is so: the command succeeds again |
            | *not asked* | it is not this person's, or this level's, turn |
            | *not paused* | there is no pause that would hold it, or none to end |
            """;

    private AlarmStatesPage() {}

    static String text() {
        StringBuilder page = new StringBuilder(HEAD);
        AlarmStates.all().forEach((name, alarm) -> page.append(section(name, alarm)));
        return page.toString();
    }

    private static String section(String name, Alarm alarm) {
        StringBuilder section =
                new StringBuilder("\n## " + capital(name) + "\n\n| input | becomes | and |\n|---|---|---|\n");
        AlarmStates.inputs(alarm).forEach((input, what) -> {
            Decision decision = Alarm.decide(alarm, what, AlarmStates.surroundings(what));
            section.append("| ")
                    .append(input)
                    .append(" | ")
                    .append(becomes(decision))
                    .append(" |\n");
        });
        return section.toString();
    }

    private static String becomes(Decision decision) {
        Decision.Ignored ignored = decision.ignored();
        if (ignored != null) {
            return "| *" + words(ignored) + "*";
        }
        List<String> effects = new ArrayList<>();
        decision.effects().forEach(effect -> effects.add(effect(effect)));
        return state(decision.next()) + " | "
                + effects.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String state(Alarm alarm) {
        String state = words(alarm.state());
        if (alarm instanceof Closed) {
            return state;
        }
        return alarm.facts()
                .map(facts ->
                        state + ", " + words(facts.asked().responsibility()).replace("responsibility ", ""))
                .orElse(state);
    }

    private static String effect(Effect effect) {
        if (effect instanceof Effect.Publish publish) {
            return "`" + publish.event().getTransition() + "`";
        }
        if (effect instanceof Effect.Page page) {
            String whom = page.isToEverybody() ? "the whole unit" : Integer.toString(page.level());
            String again = page.reminderOf() == null ? "" : " again";
            return "asks " + whom + again + (page.step().receiver().equals("phone") ? " on the second channel" : "");
        }
        if (effect instanceof Effect.NotPaged notPaged) {
            return "asks nobody: " + notPaged.reason().id();
        }
        if (effect instanceof Effect.StartTimer start) {
            return "timer " + Duration.between(AlarmStates.now(), start.due()).toSeconds() + " s";
        }
        if (effect instanceof Effect.Undelivered undelivered) {
            return "technical alarm about `" + undelivered.receiver() + "`";
        }
        return effect instanceof Effect.Note ? "audit only" : "";
    }

    private static String words(Enum<?> value) {
        return value == AlarmState.ACTIVE_UNACKNOWLEDGED
                ? "active"
                : value.name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', ' ')
                        .replace("active acknowledged", "acknowledged");
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}

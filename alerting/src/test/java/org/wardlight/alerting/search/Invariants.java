package org.wardlight.alerting.search;

import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wardlight.alerting.alarm.ActiveAcknowledged;
import org.wardlight.alerting.alarm.Alarm;
import org.wardlight.alerting.alarm.AlarmFacts;
import org.wardlight.alerting.alarm.AlarmInput;
import org.wardlight.alerting.alarm.Calling;
import org.wardlight.alerting.alarm.Closed;
import org.wardlight.alerting.alarm.Decision;
import org.wardlight.alerting.alarm.Effect;
import org.wardlight.alerting.alarm.Latched;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmKind;
import org.wardlight.events.v1.EndCause;
import org.wardlight.events.v1.Responsibility;
import org.wardlight.events.v1.Severity;

/** What must hold of every step, whatever happened before. */
final class Invariants {

    private Invariants() {}

    /** What is broken, in a few words; empty when nothing is. */
    static String broken(Move.Step step) {
        World after = step.after();
        Decision decision = step.decision();
        AlarmInput input = step.input();
        if (after.posted().values().stream().anyMatch(times -> times > 1 + after.crashes())) {
            return "a page was sent twice without a crash";
        }
        if (decision == null || input == null) {
            return "";
        }
        if (decision.ignored() != null && !decision.effects().isEmpty()) {
            return "something ignored has effects";
        }
        return decision.ignored() != null ? "" : changed(step.from(), input, decision, after);
    }

    private static String changed(Alarm before, AlarmInput input, Decision decision, World after) {
        AlarmFacts facts = after.alarm().facts().orElseThrow();
        long seq = before.facts().map(AlarmFacts::seq).orElse(0L);
        for (Effect effect : decision.effects()) {
            if (effect instanceof Effect.Publish publish && publish.event().getSeq() != ++seq) {
                return "an event has not the next number";
            }
        }
        if (after.alarm() instanceof Closed) {
            return closed(before, input, after);
        }
        String ofState =
                after.alarm() instanceof Calling ? calling(facts) : acknowledged(before, input, decision, after);
        return ofState.isEmpty() ? timers(facts, after) : ofState;
    }

    private static String timers(AlarmFacts facts, World after) {
        SortedSet<Integer> running = new TreeSet<>();
        running.add(facts.timers().main());
        running.add(facts.timers().receipt());
        running.remove(0);
        return running.equals(after.timers()) ? "" : "the alarm knows of other timers than the database";
    }

    private static String closed(Alarm before, AlarmInput input, World after) {
        String why = whyNotClosed(before, input);
        return why.isEmpty() && !after.timers().isEmpty() ? "a closed alarm still asks" : why;
    }

    private static String whyNotClosed(Alarm before, AlarmInput input) {
        if (before instanceof Closed) {
            return "";
        }
        if (input instanceof AlarmInput.Acknowledge) {
            return before instanceof Latched ? "" : "an active alarm closed without its condition's end";
        }
        if (!(input instanceof AlarmInput.ConditionEnded ended)) {
            return "an alarm closed by something else than its end or an answer";
        }
        AlarmFacts was = before.facts().orElseThrow();
        boolean high = was.peak() == Severity.SEVERITY_HIGH && was.condition().getKind() == AlarmKind.PHYSIOLOGICAL;
        boolean left = ended.condition().getEndCause() == EndCause.CONTEXT_ENDED;
        return high && before instanceof Calling && !left ? "a high alarm that nobody has seen disappeared" : "";
    }

    private static String calling(AlarmFacts facts) {
        boolean somebodyIsAsked = facts.asked().responsibility() != Responsibility.RESPONSIBILITY_NONE;
        boolean held = facts.asked().held() != null;
        if (facts.timers().main() == 0) {
            // Every condition here pages, so somebody has to be asked sooner or later.
            return "nobody will be asked any more";
        }
        return somebodyIsAsked == held ? "asked and held, or neither" : "";
    }

    private static String acknowledged(Alarm before, AlarmInput input, Decision decision, World after) {
        AlarmFacts facts = after.alarm().facts().orElseThrow();
        if (decision.effects().stream().anyMatch(Effect.Page.class::isInstance)) {
            return "somebody is asked about an acknowledged alarm";
        }
        if (facts.timers().main() == 0) {
            return "an acknowledgement without an end";
        }
        if (before instanceof ActiveAcknowledged && record(input) != null) {
            AlarmFacts was = before.facts().orElseThrow();
            boolean worse =
                    facts.condition().getSeverityValue() > was.condition().getSeverityValue();
            boolean anew =
                    !facts.condition().getConditionId().equals(was.condition().getConditionId());
            return worse || anew ? "it got worse or happened anew, and is still acknowledged" : "";
        }
        return "";
    }

    private static @Nullable AlarmCondition record(AlarmInput input) {
        if (input instanceof AlarmInput.ConditionStarted started) {
            return started.condition();
        }
        return input instanceof AlarmInput.ConditionUpdated updated ? updated.condition() : null;
    }
}

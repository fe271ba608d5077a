package org.wardlight.alerting.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.AlarmState;
import org.wardlight.events.v1.AlarmTransition;
import org.wardlight.events.v1.Severity;

/** The steps of one decision as they are taken: facts change, events are numbered, effects are collected. */
final class Course {

    private final Surroundings at;
    private final List<Effect> effects = new ArrayList<>();
    private AlarmFacts facts;

    Course(AlarmFacts facts, Surroundings at) {
        this.facts = at.place().isKnown() ? facts.withPlace(at.place()) : facts;
        this.at = at;
    }

    AlarmFacts facts() {
        return facts;
    }

    Surroundings at() {
        return at;
    }

    Severity severity() {
        return facts.condition().getSeverity();
    }

    Course take(UnaryOperator<AlarmFacts> change) {
        facts = change.apply(facts);
        return this;
    }

    Course asked(UnaryOperator<Asked> change) {
        facts = facts.withAsked(change.apply(facts.asked()));
        return this;
    }

    Course add(Effect effect) {
        effects.add(effect);
        return this;
    }

    Decision become(Function<AlarmFacts, Alarm> next) {
        return Decision.of(next.apply(facts), effects);
    }

    Course publish(AlarmTransition transition, AlarmState state, String cause) {
        return publish(transition, state, cause, "");
    }

    Course publish(AlarmTransition transition, AlarmState state, String cause, String actor) {
        facts = facts.withSeq(facts.seq() + 1);
        AlarmEvent.Builder event = AlarmEvents.of(facts, state)
                .setTransition(transition)
                .setTimeMs(at.now().toEpochMilli())
                .setActor(actor)
                .setCause(cause);
        return add(new Effect.Publish(event.build()));
    }

    /** Wakes the alarm, and says when somebody is asked next. */
    Course startMain(Duration after) {
        return startMain(at.now().plus(after));
    }

    Course startMain(Instant due) {
        cancel(facts.timers().main());
        facts = facts.withTimers(facts.timers().startMain())
                .withAsked(facts.asked().withNext(due.toEpochMilli()));
        return add(new Effect.StartTimer(facts.timers().main(), due));
    }

    Course startReceipt(Duration after) {
        cancel(facts.timers().receipt());
        facts = facts.withTimers(facts.timers().startReceipt());
        return add(new Effect.StartTimer(facts.timers().receipt(), at.now().plus(after)));
    }

    /** A timer ran out by itself. */
    Course ranOut(int timer) {
        facts = facts.withTimers(facts.timers().without(timer));
        return this;
    }

    Course cancelReceipt() {
        return cancel(facts.timers().receipt());
    }

    Course cancelTimers() {
        return cancelReceipt().cancel(facts.timers().main()).asked(asked -> asked.withNext(null));
    }

    private Course cancel(int timer) {
        if (timer > 0) {
            effects.add(new Effect.CancelTimer(timer));
            facts = facts.withTimers(facts.timers().without(timer));
        }
        return this;
    }

    /** Takes a further record of the same condition and says what changed, except for a severity that went up. */
    Course update(AlarmCondition record, AlarmState state) {
        boolean wasStale = facts.condition().getInputStale();
        int before = severity().getNumber();
        facts = facts.seeing(record);
        if (record.getInputStale() != wasStale) {
            publish(wasStale ? AlarmTransition.INPUT_RETURNED : AlarmTransition.INPUT_LOST, state, "");
        }
        if (severity().getNumber() < before) {
            publish(AlarmTransition.SEVERITY_LOWERED, state, "");
        }
        return this;
    }

    /** It is worse than anybody knows: whoever owned it owns it no longer, it sounds, and the first person is asked again. */
    Course worsen() {
        facts = facts.withOwners(null, null).withAudioPausedUntil(null).withPeak(worse(facts.peak(), severity()));
        return Escalation.start(this).publish(AlarmTransition.SEVERITY_RAISED, AlarmState.ACTIVE_UNACKNOWLEDGED, "");
    }

    private static Severity worse(Severity a, Severity b) {
        return a.getNumber() >= b.getNumber() ? a : b;
    }
}

package org.wardlight.alerting.alarm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
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

    Course take(UnaryOperator<AlarmFacts> change) {
        facts = change.apply(facts);
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
        AlarmEvent.Builder event = AlarmEvent.newBuilder()
                .setAlarmId(facts.alarmId())
                .setSeq(facts.seq())
                .setTransition(transition)
                .setState(state)
                .setTimeMs(at.now().toEpochMilli())
                .setActor(actor)
                .setCause(cause)
                .setCondition(facts.condition())
                .setWardId(facts.place().wardId())
                .setBedId(facts.place().bedId())
                .setLevel(facts.asked().level())
                .setRecipient(facts.asked().recipient())
                .setRaisedMs(facts.raisedMillis());
        Long next = facts.asked().nextEscalationMillis();
        if (next != null) {
            event.setNextEscalationMs(next);
        }
        Acknowledgement owner = facts.acknowledged();
        if (owner != null) {
            event.setAcknowledgedBy(owner.actor()).setAcknowledgedMs(owner.atMillis());
        }
        effects.add(new Effect.Publish(event.build()));
        return this;
    }

    /** Asks the first person, or records why nobody is asked. */
    Course askFromTheStart() {
        cancelTimer();
        Optional<WithheldReason> withheld = at.policy().withheld(facts.condition());
        Optional<LadderStep> first = ladder().step(1);
        if (withheld.isPresent() || first.isEmpty()) {
            effects.add(new Effect.NotPaged(withheld.orElse(WithheldReason.NO_RECEIVER)));
            return this;
        }
        return ask(1, first.get());
    }

    /** Asks the next person, or says that there is no further one. */
    Course escalate(AlarmState state) {
        int level = facts.asked().level() + 1;
        facts = facts.withAsked(facts.asked().withoutTimer());
        Optional<LadderStep> step = ladder().step(level);
        if (step.isEmpty()) {
            return publish(AlarmTransition.EXHAUSTED, state, "nobody answered on any level");
        }
        return ask(level, step.get()).publish(AlarmTransition.ESCALATED, state, "nobody answered in time");
    }

    /** Tells the person asked last that it happens again; their time goes on as it was. */
    Course askAgain() {
        Asked asked = facts.asked();
        Optional<LadderStep> step = ladder().step(asked.level());
        if (asked.timer() == 0 || step.isEmpty()) {
            return askFromTheStart();
        }
        String reminderOf = facts.lastPageId();
        int number = asked.pages() + 1;
        facts = facts.withAsked(
                new Asked(asked.level(), number, asked.timer(), step.get().recipient(), asked.nextEscalationMillis()));
        return page(step.get(), reminderOf);
    }

    Course cancelTimer() {
        if (facts.asked().timer() > 0) {
            effects.add(new Effect.CancelTimer(facts.asked().timer()));
            facts = facts.withAsked(facts.asked().withoutTimer());
        }
        return this;
    }

    /** Takes a further record of the same condition and says what changed, except for a severity that went up. */
    Course update(AlarmCondition record, AlarmState state) {
        boolean wasStale = facts.condition().getInputStale();
        int before = facts.condition().getSeverity().getNumber();
        facts = facts.seeing(record);
        if (record.getInputStale() != wasStale) {
            publish(wasStale ? AlarmTransition.INPUT_RETURNED : AlarmTransition.INPUT_LOST, state, "");
        }
        if (facts.condition().getSeverity().getNumber() < before) {
            publish(AlarmTransition.SEVERITY_LOWERED, state, "");
        }
        return this;
    }

    /** It is worse than anybody knows: whoever owned it owns it no longer, and the first person is asked again. */
    Course worsen() {
        return take(f -> f.withAcknowledged(null)
                        .withPeak(worse(f.peak(), f.condition().getSeverity())))
                .askFromTheStart()
                .publish(AlarmTransition.SEVERITY_RAISED, AlarmState.ACTIVE_UNACKNOWLEDGED, "");
    }

    private Ladder ladder() {
        return at.ladder().about(facts.condition().getKind());
    }

    private Course ask(int level, LadderStep step) {
        cancelTimer();
        int number = facts.asked().pages() + 1;
        Instant due = at.now().plus(at.policy().times().of(facts.condition().getSeverity()));
        facts = facts.withAsked(new Asked(level, number, number, step.recipient(), due.toEpochMilli()));
        effects.add(new Effect.StartTimer(number, due));
        return page(step, null);
    }

    private Course page(LadderStep step, @Nullable String reminderOf) {
        effects.add(new Effect.Page(facts.lastPageId(), facts.asked().level(), step, facts, reminderOf, at.now()));
        return this;
    }

    private static Severity worse(Severity a, Severity b) {
        return a.getNumber() >= b.getNumber() ? a : b;
    }
}

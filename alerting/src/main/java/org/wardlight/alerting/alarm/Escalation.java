package org.wardlight.alerting.alarm;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.AlarmState;
import org.wardlight.events.v1.AlarmTransition;
import org.wardlight.events.v1.Responsibility;

/**
 * Who is asked next. The responsibility for an alarm goes from hand to hand until somebody takes it (IEC 60601-1-8:2020, 6.11.2.4;
 * IHE ACM): a level that has no receipt, rejects, or does not answer in time is followed by the next one, and the last one by the
 * whole unit, again and again.
 */
final class Escalation {

    /** Who is asked when nobody on any level has answered. */
    static final String WHOLE_UNIT = "whole unit";

    private Escalation() {}

    /** Asks the first person, or records why nobody is asked: at all, or for a while. */
    static Course start(Course course) {
        course.cancelTimers();
        Optional<WithheldReason> withheld =
                course.at().policy().withheld(course.facts().condition());
        if (withheld.isPresent()) {
            return nobody(course, withheld.get());
        }
        Optional<Hold> hold = course.at().hold(course.severity());
        if (hold.isPresent()) {
            return nobodyUntil(course, hold.get());
        }
        Optional<LadderStep> first = ladder(course).step(1);
        return first.isPresent() ? ask(course, 1, first.get()) : nobody(course, WithheldReason.NO_RECEIVER);
    }

    /** The main timer ran out: whoever had the time did not use it. */
    static Course due(Course course, AlarmState state) {
        Asked asked = course.facts().asked();
        Optional<Hold> hold = course.at().hold(course.severity());
        if (hold.isPresent()) {
            return nobodyUntil(course.cancelTimers(), hold.get());
        }
        return switch (asked.responsibility()) {
            case RESPONSIBILITY_SENT, RESPONSIBILITY_DELIVERED -> next(course, state, "nobody answered in time");
            case RESPONSIBILITY_EXHAUSTED -> remind(course, state);
            case RESPONSIBILITY_ACCEPTED -> acceptanceOver(course, state);
            default -> start(course).publish(AlarmTransition.PAUSE_ENDED, state, "");
        };
    }

    private static Course acceptanceOver(Course course, AlarmState state) {
        course.take(facts -> facts.withOwners(facts.owners().acknowledged(), null));
        return next(course, state, "accepted, but not seen to in time");
    }

    /** Asks the next level, or the whole unit when there is none. */
    static Course next(Course course, AlarmState state, String why) {
        int level = course.facts().asked().level() + 1;
        Optional<LadderStep> step = ladder(course).step(level);
        return step.isPresent()
                ? ask(course, level, step.get()).publish(AlarmTransition.ESCALATED, state, why)
                : everybody(course.cancelTimers(), level, null).publish(AlarmTransition.EXHAUSTED, state, why);
    }

    private static Course remind(Course course, AlarmState state) {
        return everybody(course, course.facts().asked().level(), course.facts().lastPageId())
                .publish(AlarmTransition.REMINDED, state, "nobody has answered yet");
    }

    /** Tells the person asked last that it happens again; their time goes on as it was. */
    static Course again(Course course) {
        Asked asked = course.facts().asked();
        Optional<LadderStep> step = ladder(course).step(asked.level());
        if (!asked.isOpen() || step.isEmpty()) {
            return asked.responsibility() == Responsibility.RESPONSIBILITY_ACCEPTED ? course : start(course);
        }
        String reminderOf = course.facts().lastPageId();
        return page(course.asked(Asked::withFurtherPage), step.get(), reminderOf);
    }

    /** No receipt came: the same page goes out on the second channel, or else the next level is asked. */
    static Course receiptMissing(Course course, AlarmState state, String why) {
        Asked asked = course.facts().asked();
        Optional<LadderStep> step = ladder(course).step(asked.level());
        if (step.isPresent() && step.get().hasSecondReceiver() && !asked.secondChannel()) {
            EscalationTimes times = course.at().policy().times();
            Duration rest = times.undeliveredAfter().minus(times.secondChannelAfter());
            course.asked(Asked::withSecondChannel).startReceipt(rest);
            return page(course, step.get().onSecondChannel(), null).publish(AlarmTransition.PAGE_RESENT, state, why);
        }
        course.cancelReceipt()
                .add(new Effect.Undelivered(step.map(LadderStep::receiver).orElse("")));
        course.publish(AlarmTransition.PAGE_UNDELIVERED, state, why);
        return next(course, state, "the page was not delivered");
    }

    /** Whether a receipt is still awaited from this receiver, not from its second channel. */
    static boolean isAwaited(Course course, String receiver) {
        Asked asked = course.facts().asked();
        return ladder(course)
                .step(asked.level())
                .map(step -> asked.secondChannel() ? step.secondReceiver() : step.receiver())
                .filter(receiver::equals)
                .isPresent();
    }

    private static Course nobodyUntil(Course course, Hold hold) {
        return course.asked(asked -> asked.askingNobody(hold.reason()))
                .add(new Effect.NotPaged(hold.reason()))
                .startMain(hold.until());
    }

    private static Course nobody(Course course, WithheldReason why) {
        return course.asked(asked -> asked.askingNobody(null)).add(new Effect.NotPaged(why));
    }

    private static Course ask(Course course, int level, LadderStep step) {
        EscalationTimes times = course.at().policy().times();
        course.cancelTimers()
                .asked(asked -> asked.asking(level, step.recipient(), Responsibility.RESPONSIBILITY_SENT))
                .startMain(times.answer().of(course.severity()))
                .startReceipt(step.hasSecondReceiver() ? times.secondChannelAfter() : times.undeliveredAfter());
        return page(course, step, null);
    }

    /** One page to each receiver of the ladder: whoever carries one of them is to go. */
    private static Course everybody(Course course, int level, @Nullable String reminderOf) {
        Set<String> receivers = new HashSet<>();
        for (LadderStep step : ladder(course).steps()) {
            if (receivers.add(step.receiver())) {
                course.asked(asked -> asked.asking(level, WHOLE_UNIT, Responsibility.RESPONSIBILITY_EXHAUSTED));
                page(course, new LadderStep(WHOLE_UNIT, step.receiver(), ""), reminderOf);
            }
        }
        return course.startMain(course.at().policy().times().remindEvery());
    }

    private static Ladder ladder(Course course) {
        return course.at().ladder().about(course.facts().condition().getKind());
    }

    private static Course page(Course course, LadderStep step, @Nullable String reminderOf) {
        AlarmFacts facts = course.facts();
        return course.add(new Effect.Page(
                facts.lastPageId(),
                facts.asked().level(),
                step,
                facts,
                reminderOf,
                course.at().now()));
    }
}

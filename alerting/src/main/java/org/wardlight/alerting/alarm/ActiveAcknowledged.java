package org.wardlight.alerting.alarm;

import java.time.Duration;
import org.wardlight.alerting.alarm.Decision.Ignored;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmState;
import org.wardlight.events.v1.AlarmTransition;
import org.wardlight.events.v1.EndCause;

/** The condition goes on and somebody owns it: nobody else is asked unless it gets worse. */
public record ActiveAcknowledged(AlarmFacts known) implements OpenAlarm {

    @Override
    public AlarmState state() {
        return AlarmState.ACTIVE_ACKNOWLEDGED;
    }

    @Override
    public ActiveAcknowledged with(AlarmFacts facts) {
        return new ActiveAcknowledged(facts);
    }

    @Override
    public Decision conditionStarted(AlarmCondition condition, Surroundings at) {
        return known.isAbout(condition) ? Decision.ignore(this, Ignored.DUPLICATE) : adopt(condition, at);
    }

    @Override
    public Decision conditionUpdated(AlarmCondition condition, Surroundings at) {
        if (!known.isAbout(condition)) {
            return adopt(condition, at);
        }
        if (known.seen().covers(condition)) {
            return Decision.ignore(this, Ignored.DUPLICATE);
        }
        return unlessWorse(new Course(known, at).update(condition, state()));
    }

    @Override
    public Decision conditionEnded(AlarmCondition condition, Surroundings at) {
        if (!known.isAbout(condition)) {
            return Decision.ignore(this, Ignored.STALE);
        }
        if (known.seen().covers(condition)) {
            return Decision.ignore(this, Ignored.DUPLICATE);
        }
        boolean left = condition.getEndCause() == EndCause.CONTEXT_ENDED;
        return new Course(known, at)
                .cancelTimers()
                .take(f -> f.seeing(condition).withEnded(condition.getDueMs()))
                .publish(AlarmTransition.RESOLVED, AlarmState.CLOSED, left ? "context ended" : "condition ended")
                .become(Closed::new);
    }

    @Override
    public Decision acknowledged(AlarmInput.Acknowledge by, Surroundings at) {
        return Decision.ignore(this, Ignored.ALREADY_ACKNOWLEDGED);
    }

    @Override
    public Decision accepted(AlarmInput.Accept by, Surroundings at) {
        return Decision.ignore(this, Ignored.ALREADY_ACKNOWLEDGED);
    }

    /** Only who owns it can give it back. */
    @Override
    public Decision rejected(AlarmInput.Reject by, Surroundings at) {
        Answer owner = known.owners().acknowledged();
        return owner == null || !owner.actor().equals(by.actor())
                ? Decision.ignore(this, Ignored.ALREADY_ACKNOWLEDGED)
                : callAgain(new Course(known, at), AlarmTransition.REJECTED, by.reason(), by.actor());
    }

    @Override
    public Decision paused(AlarmInput.Pause by, Surroundings at) {
        return Decision.ignore(this, Ignored.ALREADY_ACKNOWLEDGED);
    }

    @Override
    public Decision resumed(AlarmInput.Resume by, Surroundings at) {
        return Decision.ignore(this, Ignored.NOT_PAUSED);
    }

    @Override
    public Decision audioPaused(AlarmInput.AudioPause by, Surroundings at) {
        return Decision.ignore(this, Ignored.ALREADY_ACKNOWLEDGED);
    }

    /** The condition goes on longer than one look at it lasts. */
    @Override
    public Decision timerDue(AlarmInput.TimerDue due, Surroundings at) {
        if (due.timer() == 0 || due.timer() != known.timers().main()) {
            return Decision.ignore(this, Ignored.STALE);
        }
        Course course = new Course(known, at).ranOut(due.timer());
        return callAgain(course, AlarmTransition.ACKNOWLEDGEMENT_EXPIRED, "the condition goes on", "");
    }

    @Override
    public Decision pageDelivered(AlarmInput.PageDelivered page, Surroundings at) {
        return new Course(known, at)
                .publish(AlarmTransition.PAGE_SENT, state(), page.pageId() + " to " + page.receiver())
                .become(this::with);
    }

    @Override
    public Decision pageFailed(AlarmInput.PageFailed page, Surroundings at) {
        String cause = page.pageId() + " to " + page.receiver() + ": " + page.reason();
        return new Course(known, at)
                .publish(AlarmTransition.PAGE_FAILED, state(), cause)
                .become(this::with);
    }

    /** Lets the acknowledgement hold for its time; nobody is asked meanwhile. */
    static Course lasting(Course course) {
        Duration time = course.at().policy().times().acknowledged().of(course.severity());
        return time.isZero() ? course : course.startMain(time).asked(asked -> asked.withNext(null));
    }

    private static Decision callAgain(Course course, AlarmTransition why, String cause, String actor) {
        course.take(f -> f.withOwners(null, null).withPeak(course.severity()));
        return Escalation.start(course)
                .publish(why, AlarmState.ACTIVE_UNACKNOWLEDGED, cause, actor)
                .become(ActiveUnacknowledged::new);
    }

    private Decision adopt(AlarmCondition condition, Surroundings at) {
        if (!known.isOlderThan(condition)) {
            return Decision.ignore(this, Ignored.STALE);
        }
        Course course = new Course(known, at).cancelTimers().take(f -> f.adopting(condition));
        return callAgain(course, AlarmTransition.REACTIVATED, "a new condition took the place of the earlier one", "");
    }

    private Decision unlessWorse(Course course) {
        int before = known.condition().getSeverity().getNumber();
        return course.facts().condition().getSeverity().getNumber() > before
                ? course.worsen().become(ActiveUnacknowledged::new)
                : course.become(ActiveAcknowledged::new);
    }
}

package org.wardlight.alerting.alarm;

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
                .take(f -> f.seeing(condition).withEnded(condition.getDueMs()))
                .publish(AlarmTransition.RESOLVED, AlarmState.CLOSED, left ? "context ended" : "condition ended")
                .become(Closed::new);
    }

    @Override
    public Decision acknowledged(AlarmInput.Acknowledge by, Surroundings at) {
        return Decision.ignore(this, Ignored.ALREADY_ACKNOWLEDGED);
    }

    @Override
    public Decision escalationDue(AlarmInput.EscalationDue due, Surroundings at) {
        return Decision.ignore(this, Ignored.STALE);
    }

    private Decision adopt(AlarmCondition condition, Surroundings at) {
        if (!known.isOlderThan(condition)) {
            return Decision.ignore(this, Ignored.STALE);
        }
        return unlessWorse(new Course(known, at)
                .take(f -> f.adopting(condition))
                .publish(AlarmTransition.REACTIVATED, state(), "a new condition took the place of the earlier one"));
    }

    private Decision unlessWorse(Course course) {
        int before = known.condition().getSeverity().getNumber();
        return course.facts().condition().getSeverity().getNumber() > before
                ? course.worsen().become(ActiveUnacknowledged::new)
                : course.become(ActiveAcknowledged::new);
    }
}

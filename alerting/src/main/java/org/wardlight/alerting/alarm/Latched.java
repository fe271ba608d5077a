package org.wardlight.alerting.alarm;

import org.wardlight.alerting.alarm.Decision.Ignored;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmState;
import org.wardlight.events.v1.AlarmTransition;
import org.wardlight.events.v1.EndCause;

/** The condition ended before anybody owned it: shown and escalated until somebody acknowledges. */
public record Latched(AlarmFacts known) implements Calling {

    @Override
    public AlarmState state() {
        return AlarmState.LATCHED;
    }

    @Override
    public Latched with(AlarmFacts facts) {
        return new Latched(facts);
    }

    @Override
    public Decision conditionStarted(AlarmCondition condition, Surroundings at) {
        return known.isAbout(condition) ? Decision.ignore(this, Ignored.DUPLICATE) : reactivate(condition, at);
    }

    @Override
    public Decision conditionUpdated(AlarmCondition condition, Surroundings at) {
        return known.isAbout(condition) ? Decision.ignore(this, Ignored.STALE) : reactivate(condition, at);
    }

    @Override
    public Decision conditionEnded(AlarmCondition condition, Surroundings at) {
        if (!known.isAbout(condition)) {
            return Decision.ignore(this, Ignored.STALE);
        }
        if (known.seen().covers(condition)) {
            return Decision.ignore(this, Ignored.DUPLICATE);
        }
        if (condition.getEndCause() != EndCause.CONTEXT_ENDED) {
            return Decision.ignore(this, Ignored.STALE);
        }
        return new Course(known, at)
                .take(f -> f.seeing(condition))
                .cancelTimers()
                .publish(AlarmTransition.RESOLVED, AlarmState.CLOSED, "context ended")
                .become(Closed::new);
    }

    @Override
    public Decision acknowledged(AlarmInput.Acknowledge by, Surroundings at) {
        return new Course(known, at)
                .cancelTimers()
                .take(f -> f.acknowledgedBy(new Answer(by.actor(), at.now().toEpochMilli())))
                .publish(AlarmTransition.ACKNOWLEDGED, AlarmState.CLOSED, by.reason(), by.actor())
                .become(Closed::new);
    }

    /**
     * It happens again. The person asked last is told at once, but their time is not started anew: a condition that comes
     * and goes must not keep the next level from being asked. Worse than before, it starts again from the first level.
     */
    private Decision reactivate(AlarmCondition condition, Surroundings at) {
        if (!known.isOlderThan(condition)) {
            return Decision.ignore(this, Ignored.STALE);
        }
        Course course = new Course(known, at).take(f -> f.adopting(condition));
        int before = known.condition().getSeverity().getNumber();
        if (condition.getSeverity().getNumber() > before) {
            return course.publish(AlarmTransition.REACTIVATED, AlarmState.ACTIVE_UNACKNOWLEDGED, "")
                    .worsen()
                    .become(ActiveUnacknowledged::new);
        }
        return Escalation.again(course)
                .publish(AlarmTransition.REACTIVATED, AlarmState.ACTIVE_UNACKNOWLEDGED, "")
                .become(ActiveUnacknowledged::new);
    }
}

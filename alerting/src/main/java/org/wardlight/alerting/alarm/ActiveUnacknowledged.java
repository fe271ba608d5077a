package org.wardlight.alerting.alarm;

import org.wardlight.alerting.alarm.Decision.Ignored;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmState;
import org.wardlight.events.v1.AlarmTransition;
import org.wardlight.events.v1.EndCause;
import org.wardlight.events.v1.Severity;

/** The condition goes on and nobody owns it: people are asked, one after the other. */
public record ActiveUnacknowledged(AlarmFacts known) implements Calling {

    @Override
    public AlarmState state() {
        return AlarmState.ACTIVE_UNACKNOWLEDGED;
    }

    @Override
    public ActiveUnacknowledged with(AlarmFacts facts) {
        return new ActiveUnacknowledged(facts);
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
        int before = known.condition().getSeverity().getNumber();
        Course course = new Course(known, at).update(condition, state());
        return worsened(course, before).become(ActiveUnacknowledged::new);
    }

    @Override
    public Decision conditionEnded(AlarmCondition condition, Surroundings at) {
        if (!known.isAbout(condition)) {
            return Decision.ignore(this, Ignored.STALE);
        }
        if (known.seen().covers(condition)) {
            return Decision.ignore(this, Ignored.DUPLICATE);
        }
        Course course = new Course(known, at).take(f -> f.seeing(condition).withEnded(condition.getDueMs()));
        boolean left = condition.getEndCause() == EndCause.CONTEXT_ENDED;
        if (known.isLatching() && !left) {
            return course.publish(AlarmTransition.CONDITION_ENDED_LATCHED, AlarmState.LATCHED, "")
                    .become(Latched::new);
        }
        return course.cancelTimers()
                .publish(AlarmTransition.RESOLVED, AlarmState.CLOSED, left ? "context ended" : "condition ended")
                .become(Closed::new);
    }

    @Override
    public Decision acknowledged(AlarmInput.Acknowledge by, Surroundings at) {
        Course course = new Course(known, at).cancelTimers().take(f -> f.acknowledgedBy(
                        new Answer(by.actor(), at.now().toEpochMilli()))
                .withPeak(Severity.SEVERITY_UNSPECIFIED));
        return ActiveAcknowledged.lasting(course)
                .publish(AlarmTransition.ACKNOWLEDGED, AlarmState.ACTIVE_ACKNOWLEDGED, by.reason(), by.actor())
                .become(ActiveAcknowledged::new);
    }

    private Decision adopt(AlarmCondition condition, Surroundings at) {
        if (!known.isOlderThan(condition)) {
            return Decision.ignore(this, Ignored.STALE);
        }
        int before = known.condition().getSeverity().getNumber();
        Course course = new Course(known, at)
                .take(f -> f.adopting(condition))
                .publish(AlarmTransition.REACTIVATED, state(), "a new condition took the place of the earlier one");
        return worsened(course, before).become(ActiveUnacknowledged::new);
    }

    private static Course worsened(Course course, int before) {
        return course.facts().condition().getSeverity().getNumber() > before ? course.worsen() : course;
    }
}

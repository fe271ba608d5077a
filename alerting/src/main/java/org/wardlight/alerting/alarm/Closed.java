package org.wardlight.alerting.alarm;

import java.util.List;
import java.util.Optional;
import org.wardlight.alerting.alarm.Decision.Ignored;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmState;
import org.wardlight.events.v1.AlarmTransition;

/** It is over. Nothing opens it again; what still comes in about its pages is kept in the audit. */
public record Closed(AlarmFacts known) implements Alarm {

    @Override
    public AlarmState state() {
        return AlarmState.CLOSED;
    }

    @Override
    public Optional<AlarmFacts> facts() {
        return Optional.of(known);
    }

    @Override
    public Decision conditionStarted(AlarmCondition condition, Surroundings at) {
        return Decision.ignore(this, Ignored.DUPLICATE);
    }

    @Override
    public Decision conditionUpdated(AlarmCondition condition, Surroundings at) {
        return Decision.ignore(this, Ignored.DUPLICATE);
    }

    @Override
    public Decision conditionEnded(AlarmCondition condition, Surroundings at) {
        return Decision.ignore(this, Ignored.DUPLICATE);
    }

    @Override
    public Decision acknowledged(AlarmInput.Acknowledge by, Surroundings at) {
        return Decision.ignore(this, Ignored.CLOSED);
    }

    @Override
    public Decision accepted(AlarmInput.Accept by, Surroundings at) {
        return Decision.ignore(this, Ignored.CLOSED);
    }

    @Override
    public Decision rejected(AlarmInput.Reject by, Surroundings at) {
        return Decision.ignore(this, Ignored.CLOSED);
    }

    @Override
    public Decision paused(AlarmInput.Pause by, Surroundings at) {
        return Decision.ignore(this, Ignored.CLOSED);
    }

    @Override
    public Decision resumed(AlarmInput.Resume by, Surroundings at) {
        return Decision.ignore(this, Ignored.CLOSED);
    }

    @Override
    public Decision audioPaused(AlarmInput.AudioPause by, Surroundings at) {
        return Decision.ignore(this, Ignored.CLOSED);
    }

    @Override
    public Decision timerDue(AlarmInput.TimerDue due, Surroundings at) {
        return Decision.ignore(this, Ignored.STALE);
    }

    @Override
    public Decision pageDelivered(AlarmInput.PageDelivered page, Surroundings at) {
        String why = page.pageId() + " to " + page.receiver();
        return Decision.of(this, List.of(new Effect.Note(AlarmTransition.PAGE_SENT, why)));
    }

    @Override
    public Decision pageFailed(AlarmInput.PageFailed page, Surroundings at) {
        String why = page.pageId() + " to " + page.receiver() + ": " + page.reason();
        return Decision.of(this, List.of(new Effect.Note(AlarmTransition.PAGE_FAILED, why)));
    }
}

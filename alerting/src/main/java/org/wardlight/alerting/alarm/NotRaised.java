package org.wardlight.alerting.alarm;

import java.util.Optional;
import org.wardlight.alerting.alarm.Decision.Ignored;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmState;
import org.wardlight.events.v1.AlarmTransition;

/** There is no alarm yet. */
public record NotRaised() implements Alarm {

    @Override
    public AlarmState state() {
        return AlarmState.ALARM_STATE_UNSPECIFIED;
    }

    @Override
    public Optional<AlarmFacts> facts() {
        return Optional.empty();
    }

    @Override
    public Decision conditionStarted(AlarmCondition condition, Surroundings at) {
        return raise(condition, at, "");
    }

    /** Its start is not known here, but it goes on: better late than never. */
    @Override
    public Decision conditionUpdated(AlarmCondition condition, Surroundings at) {
        return raise(condition, at, "update without a start");
    }

    @Override
    public Decision conditionEnded(AlarmCondition condition, Surroundings at) {
        return Decision.ignore(this, Ignored.UNKNOWN);
    }

    @Override
    public Decision acknowledged(AlarmInput.Acknowledge by, Surroundings at) {
        return Decision.ignore(this, Ignored.UNKNOWN);
    }

    @Override
    public Decision accepted(AlarmInput.Accept by, Surroundings at) {
        return Decision.ignore(this, Ignored.UNKNOWN);
    }

    @Override
    public Decision rejected(AlarmInput.Reject by, Surroundings at) {
        return Decision.ignore(this, Ignored.UNKNOWN);
    }

    @Override
    public Decision paused(AlarmInput.Pause by, Surroundings at) {
        return Decision.ignore(this, Ignored.UNKNOWN);
    }

    @Override
    public Decision resumed(AlarmInput.Resume by, Surroundings at) {
        return Decision.ignore(this, Ignored.UNKNOWN);
    }

    @Override
    public Decision audioPaused(AlarmInput.AudioPause by, Surroundings at) {
        return Decision.ignore(this, Ignored.UNKNOWN);
    }

    @Override
    public Decision timerDue(AlarmInput.TimerDue due, Surroundings at) {
        return Decision.ignore(this, Ignored.UNKNOWN);
    }

    @Override
    public Decision pageDelivered(AlarmInput.PageDelivered page, Surroundings at) {
        return Decision.ignore(this, Ignored.UNKNOWN);
    }

    @Override
    public Decision pageFailed(AlarmInput.PageFailed page, Surroundings at) {
        return Decision.ignore(this, Ignored.UNKNOWN);
    }

    private static Decision raise(AlarmCondition condition, Surroundings at, String cause) {
        return Escalation.start(new Course(AlarmFacts.of(condition, at), at))
                .publish(AlarmTransition.RAISED, AlarmState.ACTIVE_UNACKNOWLEDGED, cause)
                .become(ActiveUnacknowledged::new);
    }
}

package org.wardlight.alerting.alarm;

import org.wardlight.alerting.alarm.Decision.Ignored;
import org.wardlight.events.v1.AlarmTransition;
import org.wardlight.events.v1.Responsibility;

/** An open alarm that nobody has acknowledged, whether its condition goes on or has ended: people are asked, one after the other. */
public sealed interface Calling extends OpenAlarm permits ActiveUnacknowledged, Latched {

    @Override
    default Decision accepted(AlarmInput.Accept by, Surroundings at) {
        if (at.policy().acceptanceAcknowledges()) {
            return acknowledged(new AlarmInput.Acknowledge(by.actor(), ""), at);
        }
        Answer before = known().owners().accepted();
        if (before != null && before.actor().equals(by.actor())) {
            return Decision.ignore(this, Ignored.ALREADY_ACCEPTED);
        }
        Course course = new Course(known(), at).cancelTimers();
        return course.take(facts ->
                        facts.withOwners(null, new Answer(by.actor(), at.now().toEpochMilli())))
                .asked(asked -> asked.withResponsibility(Responsibility.RESPONSIBILITY_ACCEPTED))
                .startMain(at.policy().times().accepted().of(course.severity()))
                .publish(AlarmTransition.ACCEPTED, state(), "", by.actor())
                .become(this::with);
    }

    @Override
    default Decision rejected(AlarmInput.Reject by, Surroundings at) {
        Asked asked = known().asked();
        Answer accepted = known().owners().accepted();
        boolean takenBack = accepted != null && accepted.actor().equals(by.actor());
        if (!takenBack && (!asked.isOpen() || asked.level() != by.level())) {
            return Decision.ignore(this, Ignored.NOT_ASKED);
        }
        Course course = new Course(known(), at)
                .take(facts -> facts.withOwners(null, null))
                .publish(AlarmTransition.REJECTED, state(), by.reason(), by.actor());
        return Escalation.next(course, state(), "rejected by " + by.actor()).become(this::with);
    }

    @Override
    default Decision paused(AlarmInput.Pause by, Surroundings at) {
        Course course = new Course(known(), at);
        if (at.hold(course.severity()).isEmpty()) {
            return Decision.ignore(this, Ignored.NOT_PAUSED);
        }
        return Escalation.start(course.take(facts -> facts.withOwners(null, null)))
                .publish(AlarmTransition.PAUSED, state(), by.reason(), by.actor())
                .become(this::with);
    }

    @Override
    default Decision resumed(AlarmInput.Resume by, Surroundings at) {
        boolean audio = known().times().audioPausedUntilMillis() != null && at.audioPause() == null;
        if (known().asked().held() == null && !audio) {
            return Decision.ignore(this, Ignored.NOT_PAUSED);
        }
        Course course = new Course(known(), at).take(facts -> audio ? facts.withAudioPausedUntil(null) : facts);
        return (known().asked().held() == null ? course : Escalation.start(course))
                .publish(AlarmTransition.PAUSE_ENDED, state(), "", by.actor())
                .become(this::with);
    }

    @Override
    default Decision audioPaused(AlarmInput.AudioPause by, Surroundings at) {
        Long until = at.silentUntilMillis(known().condition().getSeverity());
        if (until == null) {
            return Decision.ignore(this, Ignored.NOT_PAUSED);
        }
        return new Course(known(), at)
                .take(facts -> facts.withAudioPausedUntil(until))
                .publish(AlarmTransition.PAUSED, state(), "audio", by.actor())
                .become(this::with);
    }

    @Override
    default Decision timerDue(AlarmInput.TimerDue due, Surroundings at) {
        RunningTimers timers = known().timers();
        Course course = new Course(known(), at).ranOut(due.timer());
        if (due.timer() > 0 && due.timer() == timers.receipt()) {
            return Escalation.receiptMissing(course, state(), "no receipt in time")
                    .become(this::with);
        }
        return due.timer() > 0 && due.timer() == timers.main()
                ? Escalation.due(course, state()).become(this::with)
                : Decision.ignore(this, Ignored.STALE);
    }

    @Override
    default Decision pageDelivered(AlarmInput.PageDelivered page, Surroundings at) {
        Course course = new Course(known(), at);
        if (page.pageId().equals(known().lastPageId())
                && known().asked().responsibility() == Responsibility.RESPONSIBILITY_SENT) {
            course.cancelReceipt().asked(asked -> asked.withResponsibility(Responsibility.RESPONSIBILITY_DELIVERED));
        }
        return course.publish(AlarmTransition.PAGE_SENT, state(), page.pageId() + " to " + page.receiver())
                .become(this::with);
    }

    /** A page that its receiver will never take needs no waiting for a receipt. */
    @Override
    default Decision pageFailed(AlarmInput.PageFailed page, Surroundings at) {
        String cause = page.pageId() + " to " + page.receiver() + ": " + page.reason();
        Course course = new Course(known(), at).publish(AlarmTransition.PAGE_FAILED, state(), cause);
        boolean awaited = page.pageId().equals(known().lastPageId())
                && known().asked().responsibility() == Responsibility.RESPONSIBILITY_SENT
                && Escalation.isAwaited(course, page.receiver());
        return (awaited ? Escalation.receiptMissing(course, state(), page.reason()) : course).become(this::with);
    }
}

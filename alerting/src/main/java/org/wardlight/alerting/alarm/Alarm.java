package org.wardlight.alerting.alarm;

import java.util.Optional;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmState;

/**
 * One alarm: what became of a condition, and who owns it. A condition's end is an input, never by itself the end of a high
 * alarm. Lost data never ends anything, and whatever keeps an alarm quiet has an end.
 *
 * <p>Its state is where its condition and its signals stand; {@link Asked} is where the responsibility for it stands (IEC
 * 60601-1-8:2020, 6.11; IHE ACM). Every state with every input is in {@code docs/alarm-states.md}, written from this code. In short:
 *
 * <pre>
 *                     NOT RAISED  ACTIVE-UNACKNOWLEDGED    ACTIVE-ACKNOWLEDGED    LATCHED                 CLOSED
 * start, newer id     raise       adopt                    call again             active, page again      (another alarm)
 * severity up         raise       ask level 1 again        call again             stale                   duplicate
 * severity down       raise       keep                     keep                   stale                   duplicate
 * input lost, back    raise       flag, keep               flag, keep             stale                   duplicate
 * end, high           unknown     LATCHED, keep asking     CLOSED                 stale                   duplicate
 * end, other          unknown     CLOSED                   CLOSED                 stale                   duplicate
 * end, context        unknown     CLOSED                   CLOSED                 CLOSED                  duplicate
 * acknowledge         unknown     ACKNOWLEDGED             already                CLOSED                  closed
 * accept              unknown     ask nobody for a while   already                ask nobody for a while  closed
 * reject              unknown     next level at once       owner: call again      next level at once      closed
 * pause, resume       unknown     ask nobody until its end already                the same                closed
 * time is over        unknown     next level, whole unit,  call again             the same as active      stale
 *                                 or again the whole unit
 * no receipt          unknown     second channel, then     stale                  the same as active      stale
 *                                 the next level
 * page delivered      unknown     delivered                tell                   delivered               audit only
 * page refused        unknown     as without a receipt     tell                   as without a receipt    audit only
 * </pre>
 *
 * <p>"High" means physiological and of high severity at any time since it was last acknowledged: a high alarm that nobody
 * has seen stays latching when it gets milder. "Adopt" takes a new condition id of the same patient, rule and source into
 * the open alarm, so that there is never more than one open alarm per patient, rule and source.
 */
public sealed interface Alarm permits NotRaised, OpenAlarm, Closed {

    /** The next state and what has to be done, for one input at one moment. */
    static Decision decide(Alarm alarm, AlarmInput input, Surroundings at) {
        return input.meet(alarm, at);
    }

    /** The state's name on the wire; unspecified while nothing has been raised. */
    AlarmState state();

    /** What is known of the alarm; empty while nothing has been raised. */
    Optional<AlarmFacts> facts();

    /** A condition began. */
    Decision conditionStarted(AlarmCondition condition, Surroundings at);

    /** A condition changed its severity, or its input went stale or came back. */
    Decision conditionUpdated(AlarmCondition condition, Surroundings at);

    /** A condition ended. */
    Decision conditionEnded(AlarmCondition condition, Surroundings at);

    /** A person says that they own it. */
    Decision acknowledged(AlarmInput.Acknowledge by, Surroundings at);

    /** A person says that they go. */
    Decision accepted(AlarmInput.Accept by, Surroundings at);

    /** A person says that they cannot go. */
    Decision rejected(AlarmInput.Reject by, Surroundings at);

    /** Nobody is to be asked for a while. */
    Decision paused(AlarmInput.Pause by, Surroundings at);

    /** A pause was ended before its time. */
    Decision resumed(AlarmInput.Resume by, Surroundings at);

    /** It is to make no sound for a while. */
    Decision audioPaused(AlarmInput.AudioPause by, Surroundings at);

    /** A timer ran out. */
    Decision timerDue(AlarmInput.TimerDue due, Surroundings at);

    /** A receiver took a page. */
    Decision pageDelivered(AlarmInput.PageDelivered page, Surroundings at);

    /** A page could not be delivered. */
    Decision pageFailed(AlarmInput.PageFailed page, Surroundings at);
}

package org.wardlight.alerting.alarm;

import java.util.Optional;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmState;

/**
 * One alarm: what became of a condition, and who owns it. A condition's end is an input, never by itself the end of a high
 * alarm. Lost data never ends anything.
 *
 * <pre>
 *                     NOT RAISED   ACTIVE-UNACKNOWLEDGED      ACTIVE-ACKNOWLEDGED        LATCHED                 CLOSED
 * start, same id      raise        duplicate                  duplicate                  duplicate               duplicate
 * start, newer id     raise        adopt                      adopt                      reactivate, page again  (not routed here)
 * start, older id     raise        stale                      stale                      stale                   duplicate
 * update
 *   seen before       raise        duplicate                  duplicate                  stale                   duplicate
 *   severity up       raise        page level 1 again         UNACKNOWLEDGED, level 1    stale                   duplicate
 *   severity down     raise        keep                       keep                       stale                   duplicate
 *   input lost, back  raise        flag, keep                 flag, keep                 stale                   duplicate
 * end
 *   returned, high    unknown      LATCHED, keep escalating   CLOSED                     duplicate or stale      duplicate
 *   returned, other   unknown      CLOSED, stop escalating    CLOSED                     duplicate or stale      duplicate
 *   context ended     unknown      CLOSED, stop escalating    CLOSED                     CLOSED                  duplicate
 * acknowledge         unknown      ACKNOWLEDGED, stop         already acknowledged       CLOSED, stop            closed
 * escalation due
 *   current timer     unknown      next level, or exhausted   stale                      next level, exhausted   stale
 *   older timer       unknown      stale                      stale                      stale                   stale
 * page delivered      unknown      keep, tell                 keep, tell                 keep, tell              audit only
 * page failed         unknown      keep, tell                 keep, tell                 keep, tell              audit only
 * </pre>
 *
 * <p>"High" means physiological and of high severity at any time since it was last acknowledged: a high alarm that nobody
 * has seen stays latching when it gets milder. "Adopt" takes a new condition id of the same patient, rule and source into
 * the open alarm, so that there is never more than one open alarm per patient, rule and source. The numbers of the rules
 * follow IEC 60601-1-8 practice: latching, acknowledgement until the condition ends or gets worse.
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

    /** Nobody answered in time. */
    Decision escalationDue(AlarmInput.EscalationDue due, Surroundings at);

    /** A receiver took a page. */
    Decision pageDelivered(AlarmInput.PageDelivered page, Surroundings at);

    /** A page could not be delivered. */
    Decision pageFailed(AlarmInput.PageFailed page, Surroundings at);
}

package org.wardlight.alerting.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.wardlight.alerting.alarm.AlarmInput;
import org.wardlight.alerting.store.Pause;
import org.wardlight.events.v1.Severity;

/**
 * Somebody wants the alarms of a patient kept quiet for a while.
 *
 * @param rule the rule to silence; empty for the other kinds
 * @param lasting how long
 * @param actor who, as authenticated by the station
 * @param reason in their words
 */
public record PauseRequest(
        Pause.Kind kind, String patientRef, String rule, Duration lasting, String actor, String reason) {

    Pause begin(Instant now, Severity upTo) {
        String id = UUID.randomUUID().toString();
        return new Pause(id, kind, patientRef, rule, upTo, now, now.plus(lasting), actor, reason);
    }

    /** What it means to an alarm that calls at the time. */
    AlarmInput input() {
        return kind == Pause.Kind.AUDIO ? new AlarmInput.AudioPause(actor) : new AlarmInput.Pause(actor, reason);
    }
}

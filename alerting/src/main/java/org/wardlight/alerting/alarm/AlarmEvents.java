package org.wardlight.alerting.alarm;

import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.AlarmState;

/** Writes the whole state of an alarm into an event. */
final class AlarmEvents {

    private AlarmEvents() {}

    static AlarmEvent.Builder of(AlarmFacts facts, AlarmState state) {
        Asked asked = facts.asked();
        AlarmEvent.Builder event = AlarmEvent.newBuilder()
                .setAlarmId(facts.alarmId())
                .setSeq(facts.seq())
                .setState(state)
                .setCondition(facts.condition())
                .setWardId(facts.place().wardId())
                .setBedId(facts.place().bedId())
                .setLevel(asked.level())
                .setRecipient(asked.recipient())
                .setResponsibility(asked.responsibility())
                .setRaisedMs(facts.times().raisedMillis());
        next(event, asked);
        owners(event, facts.owners());
        Long silentUntil = facts.times().audioPausedUntilMillis();
        return silentUntil == null ? event : event.setAudioPausedUntilMs(silentUntil);
    }

    private static void next(AlarmEvent.Builder event, Asked asked) {
        Long next = asked.nextMillis();
        WithheldReason held = asked.held();
        if (next != null && held != null) {
            event.setHeldUntilMs(next).setHeldBecause(held.id());
        } else if (next != null) {
            event.setNextEscalationMs(next);
        }
    }

    private static void owners(AlarmEvent.Builder event, AlarmFacts.Owners owners) {
        Answer acknowledged = owners.acknowledged();
        if (acknowledged != null) {
            event.setAcknowledgedBy(acknowledged.actor()).setAcknowledgedMs(acknowledged.atMillis());
        }
        Answer accepted = owners.accepted();
        if (accepted != null) {
            event.setAcceptedBy(accepted.actor()).setAcceptedMs(accepted.atMillis());
        }
    }
}

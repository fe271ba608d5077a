package org.wardlight.alerting.commands;

import org.jspecify.annotations.Nullable;
import org.wardlight.alerting.alarm.Alarm;
import org.wardlight.alerting.alarm.AlarmFacts;
import org.wardlight.alerting.alarm.Answer;
import org.wardlight.alerting.alarm.Asked;
import org.wardlight.alerting.alarm.WithheldReason;
import org.wardlight.events.AlarmWords;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.DecidingReading;

/** An alarm as the API shows it; the components are the fields of the JSON. Times are ms since 1970. */
record AlarmView(
        String id,
        String patientRef,
        String ward,
        String bed,
        String rule,
        String kind,
        String priority,
        String marks,
        String state,
        String text,
        long onset,
        long raised,
        long due,
        @Nullable Long ended,
        boolean inputStale,
        int level,
        String recipient,
        @Nullable Long nextEscalation,
        String responsibility,
        @Nullable String acceptedBy,
        @Nullable Long acceptedAt,
        @Nullable Long heldUntil,
        @Nullable String heldBecause,
        @Nullable Long audioPausedUntil,
        @Nullable String acknowledgedBy,
        @Nullable Long acknowledgedAt,
        @Nullable Double observed,
        @Nullable Double limit,
        @Nullable Deciding deciding,
        long seq) {

    /** The reading that decided. */
    record Deciding(String device, long boot, long seq, long deviceTime) {}

    static AlarmView of(Alarm alarm) {
        AlarmFacts facts =
                alarm.facts().orElseThrow(() -> new IllegalStateException("an alarm that was not raised is not shown"));
        AlarmCondition condition = facts.condition();
        Answer owner = facts.owners().acknowledged();
        Answer accepted = facts.owners().accepted();
        Asked asked = facts.asked();
        WithheldReason held = asked.held();
        return new AlarmView(
                facts.alarmId(),
                condition.getPatientRef(),
                facts.place().wardId(),
                facts.place().bedId(),
                condition.getRule(),
                AlarmWords.kind(condition.getKind()),
                AlarmWords.priority(condition.getSeverity()),
                AlarmWords.marks(condition.getKind(), condition.getSeverity()),
                AlarmWords.state(alarm.state()),
                AlarmWords.of(condition),
                condition.getOnsetMs(),
                facts.times().raisedMillis(),
                facts.times().dueMillis(),
                facts.times().endedMillis(),
                condition.getInputStale(),
                asked.level(),
                asked.recipient(),
                held == null ? asked.nextMillis() : null,
                AlarmWords.responsibility(asked.responsibility()),
                accepted == null ? null : accepted.actor(),
                accepted == null ? null : (Long) accepted.atMillis(),
                held == null ? null : asked.nextMillis(),
                held == null ? null : held.id(),
                facts.times().audioPausedUntilMillis(),
                owner == null ? null : owner.actor(),
                owner == null ? null : (Long) owner.atMillis(),
                condition.hasObserved() ? (Double) condition.getObserved() : null,
                condition.hasLimit() ? (Double) condition.getLimit() : null,
                condition.hasDecidedBy() ? deciding(condition.getDecidedBy()) : null,
                facts.seq());
    }

    private static Deciding deciding(DecidingReading reading) {
        return new Deciding(reading.getDeviceId(), reading.getBoot(), reading.getSeq(), reading.getDeviceTimeMs());
    }
}

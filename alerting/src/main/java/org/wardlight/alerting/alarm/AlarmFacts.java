package org.wardlight.alerting.alarm;

import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmKind;
import org.wardlight.events.v1.Severity;

/**
 * Everything that is known of an alarm that was raised.
 *
 * @param alarmId the id of the condition that raised it
 * @param seq number of its last event, from 1 without gaps
 * @param condition the newest record of its condition
 * @param place where the patient lay last
 * @param peak the worst severity since it was last acknowledged
 * @param asked who has been asked
 * @param acknowledged who owns it
 * @param raisedMillis when it was raised, ward time
 * @param dueMillis when its condition was due, ingest clock
 * @param endedMillis when its condition ended, ingest clock
 * @param seen which records of the condition have been applied
 */
public record AlarmFacts(
        String alarmId,
        long seq,
        AlarmCondition condition,
        Place place,
        Severity peak,
        Asked asked,
        @Nullable Acknowledgement acknowledged,
        long raisedMillis,
        long dueMillis,
        @Nullable Long endedMillis,
        Seen seen) {

    static AlarmFacts of(AlarmCondition condition, Surroundings at) {
        return new AlarmFacts(
                condition.getConditionId(),
                0,
                condition,
                at.place(),
                condition.getSeverity(),
                Asked.NOBODY,
                null,
                at.now().toEpochMilli(),
                condition.getDueMs(),
                null,
                Seen.first(condition));
    }

    /** A high physiological alarm that nobody has acknowledged outlives its condition. */
    boolean isLatching() {
        return condition.getKind() == AlarmKind.PHYSIOLOGICAL && peak == Severity.SEVERITY_HIGH;
    }

    /** Whether a record belongs to the condition that this alarm is about now. */
    boolean isAbout(AlarmCondition other) {
        return condition.getConditionId().equals(other.getConditionId());
    }

    /** Whether a record of another condition began after the one that this alarm is about now. */
    boolean isOlderThan(AlarmCondition other) {
        return other.getDueMs() > seen.dueMillis()
                || (other.getDueMs() == seen.dueMillis() && other.getOnsetMs() > condition.getOnsetMs());
    }

    /** The id of the page sent last. */
    String lastPageId() {
        return pageId(asked.level(), asked.pages());
    }

    String pageId(int level, int number) {
        return alarmId + "-" + level + "-" + number;
    }

    AlarmFacts withSeq(long next) {
        return new AlarmFacts(
                alarmId, next, condition, place, peak, asked, acknowledged, raisedMillis, dueMillis, endedMillis, seen);
    }

    /** Takes a further record of the same condition; what it leaves out stays as it was. */
    AlarmFacts seeing(AlarmCondition record) {
        return withCondition(ConditionMerge.of(condition, record), seen.and(record), dueMillis);
    }

    /** Takes a new condition of the same patient, rule and source. */
    AlarmFacts adopting(AlarmCondition record) {
        return withCondition(record, Seen.first(record), record.getDueMs()).withEnded(null);
    }

    private AlarmFacts withCondition(AlarmCondition next, Seen nextSeen, long nextDue) {
        return new AlarmFacts(
                alarmId, seq, next, place, peak, asked, acknowledged, raisedMillis, nextDue, endedMillis, nextSeen);
    }

    AlarmFacts withPlace(Place next) {
        return new AlarmFacts(
                alarmId, seq, condition, next, peak, asked, acknowledged, raisedMillis, dueMillis, endedMillis, seen);
    }

    AlarmFacts withPeak(Severity next) {
        return new AlarmFacts(
                alarmId, seq, condition, place, next, asked, acknowledged, raisedMillis, dueMillis, endedMillis, seen);
    }

    AlarmFacts withAsked(Asked next) {
        return new AlarmFacts(
                alarmId, seq, condition, place, peak, next, acknowledged, raisedMillis, dueMillis, endedMillis, seen);
    }

    AlarmFacts withAcknowledged(@Nullable Acknowledgement next) {
        return new AlarmFacts(
                alarmId, seq, condition, place, peak, asked, next, raisedMillis, dueMillis, endedMillis, seen);
    }

    AlarmFacts withEnded(@Nullable Long next) {
        return new AlarmFacts(
                alarmId, seq, condition, place, peak, asked, acknowledged, raisedMillis, dueMillis, next, seen);
    }
}

package org.wardlight.alerting.alarm;

import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmKind;
import org.wardlight.events.v1.Responsibility;
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
 * @param timers which timers run
 * @param owners who has said that they see to it
 * @param times when it was raised, due and over
 * @param seen which records of the condition have been applied
 */
public record AlarmFacts(
        String alarmId,
        long seq,
        AlarmCondition condition,
        Place place,
        Severity peak,
        Asked asked,
        RunningTimers timers,
        Owners owners,
        Times times,
        Seen seen) {

    /**
     * Who has said that they see to it.
     *
     * @param acknowledged has seen it: it calls no longer
     * @param accepted is on the way: nobody else is asked for a while
     */
    public record Owners(
            @Nullable Answer acknowledged, @Nullable Answer accepted) {

        static final Owners NONE = new Owners(null, null);
    }

    /**
     * When it was raised, due and over.
     *
     * @param raisedMillis when it was raised, ward time
     * @param dueMillis when its condition was due, ingest clock
     * @param endedMillis when its condition ended, ingest clock
     * @param audioPausedUntilMillis until when it makes no sound, ward time
     */
    public record Times(
            long raisedMillis,
            long dueMillis,
            @Nullable Long endedMillis,
            @Nullable Long audioPausedUntilMillis) {}

    static AlarmFacts of(AlarmCondition condition, Surroundings at) {
        return new AlarmFacts(
                condition.getConditionId(),
                0,
                condition,
                at.place(),
                condition.getSeverity(),
                Asked.NOBODY,
                RunningTimers.NONE,
                Owners.NONE,
                new Times(
                        at.now().toEpochMilli(),
                        condition.getDueMs(),
                        null,
                        at.silentUntilMillis(condition.getSeverity())),
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
        return alarmId + "-" + asked.level() + "-" + asked.pages();
    }

    AlarmFacts withSeq(long next) {
        return new AlarmFacts(alarmId, next, condition, place, peak, asked, timers, owners, times, seen);
    }

    /** Takes a further record of the same condition; what it leaves out stays as it was. */
    AlarmFacts seeing(AlarmCondition record) {
        AlarmCondition merged = ConditionMerge.of(condition, record);
        return new AlarmFacts(alarmId, seq, merged, place, peak, asked, timers, owners, times, seen.and(record));
    }

    /** Takes a new condition of the same patient, rule and source. */
    AlarmFacts adopting(AlarmCondition record) {
        Times anew = new Times(times.raisedMillis(), record.getDueMs(), null, times.audioPausedUntilMillis());
        return new AlarmFacts(alarmId, seq, record, place, peak, asked, timers, owners, anew, Seen.first(record));
    }

    AlarmFacts withPlace(Place next) {
        return new AlarmFacts(alarmId, seq, condition, next, peak, asked, timers, owners, times, seen);
    }

    AlarmFacts withPeak(Severity next) {
        return new AlarmFacts(alarmId, seq, condition, place, next, asked, timers, owners, times, seen);
    }

    AlarmFacts withAsked(Asked next) {
        return new AlarmFacts(alarmId, seq, condition, place, peak, next, timers, owners, times, seen);
    }

    AlarmFacts withTimers(RunningTimers next) {
        return new AlarmFacts(alarmId, seq, condition, place, peak, asked, next, owners, times, seen);
    }

    AlarmFacts withOwners(@Nullable Answer acknowledged, @Nullable Answer accepted) {
        Owners next = new Owners(acknowledged, accepted);
        return new AlarmFacts(alarmId, seq, condition, place, peak, asked, timers, next, times, seen);
    }

    /** Who acknowledges an alarm has accepted it as well. */
    AlarmFacts acknowledgedBy(Answer answer) {
        Answer before = owners.accepted();
        return withOwners(answer, before == null ? answer : before)
                .withAsked(asked.withResponsibility(Responsibility.RESPONSIBILITY_ACCEPTED));
    }

    AlarmFacts withEnded(long millis) {
        return withTimes(new Times(times.raisedMillis(), times.dueMillis(), millis, times.audioPausedUntilMillis()));
    }

    AlarmFacts withAudioPausedUntil(@Nullable Long millis) {
        return withTimes(new Times(times.raisedMillis(), times.dueMillis(), times.endedMillis(), millis));
    }

    private AlarmFacts withTimes(Times next) {
        return new AlarmFacts(alarmId, seq, condition, place, peak, asked, timers, owners, next, seen);
    }
}

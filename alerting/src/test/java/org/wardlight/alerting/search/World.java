package org.wardlight.alerting.search;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.wardlight.alerting.alarm.Alarm;
import org.wardlight.alerting.alarm.AlarmFacts;
import org.wardlight.alerting.alarm.Answer;
import org.wardlight.alerting.alarm.Asked;
import org.wardlight.alerting.alarm.RunningTimers;
import org.wardlight.events.v1.AlarmCondition;

/**
 * One alarm and everything around it that outlives a process, and what a process holds that does not.
 *
 * @param alarm as it stands in the database
 * @param timers numbers of the timers that stand in the database
 * @param outbox pages that stand in the database, by id, with their receiver
 * @param posted pages that a receiver has taken, by id and receiver, and how often
 * @param inHand pages that a process has posted and whose outcome it has not stored yet
 * @param told records of the condition so far, in order
 * @param paused whether the alarms of the patient are paused
 * @param crashes how often a process has died with a page in hand
 */
record World(
        Alarm alarm,
        SortedSet<Integer> timers,
        SortedMap<String, String> outbox,
        Map<String, Integer> posted,
        SortedSet<String> inHand,
        List<AlarmCondition> told,
        boolean paused,
        int crashes) {

    AlarmCondition last() {
        return told.get(told.size() - 1);
    }

    /** Two worlds with the same print are the same; of a million, two that differ collide once in thirty million runs. */
    long print() {
        StringBuilder text = new StringBuilder(256).append(alarm.state().getNumber());
        alarm.facts().ifPresent(facts -> add(text, facts));
        text.append(timers).append(inHand).append(paused).append(crashes);
        outbox.keySet().forEach(page -> text.append(page).append(';'));
        posted.forEach((page, times) -> text.append(page).append(times));
        told.forEach(record -> text.append(record.getConditionId()));
        if (!told.isEmpty()) {
            add(text, last());
        }
        return fnv(text);
    }

    // Spelled out: the text of a record is made by a formatter, which takes most of the search's time.
    private static void add(StringBuilder text, AlarmFacts facts) {
        Asked asked = facts.asked();
        RunningTimers running = facts.timers();
        add(text, facts.condition());
        text.append(facts.peak().getNumber())
                .append(',')
                .append(asked.level())
                .append(',')
                .append(asked.pages());
        text.append(asked.recipient())
                .append(asked.responsibility().getNumber())
                .append(asked.secondChannel());
        text.append(asked.held()).append(asked.nextMillis());
        text.append(',')
                .append(running.started())
                .append(',')
                .append(running.main())
                .append(',')
                .append(running.receipt());
        add(text.append("acknowledged"), facts.owners().acknowledged());
        add(text.append("accepted"), facts.owners().accepted());
        text.append(facts.seen().dueMillis()).append(',').append(facts.seen().kinds());
    }

    private static void add(StringBuilder text, @Nullable Answer answer) {
        text.append(answer == null ? "-" : answer.actor());
    }

    private static void add(StringBuilder text, AlarmCondition record) {
        text.append(record.getConditionId()).append(record.getPhaseValue()).append(record.getSeverityValue());
        text.append(record.getEndCauseValue()).append(record.getInputStale());
    }

    /** FNV-1a, 64 bits. */
    private static long fnv(CharSequence text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}

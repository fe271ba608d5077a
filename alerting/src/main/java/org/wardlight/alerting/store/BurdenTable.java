package org.wardlight.alerting.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.wardlight.alerting.alarm.Alarm;
import org.wardlight.alerting.alarm.AlarmFacts;
import org.wardlight.alerting.burden.RaisedAlarm;
import org.wardlight.events.AlarmWords;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.Severity;

/** The alarms of a time with what the audit says of them. */
final class BurdenTable {

    private static final List<String> ANSWERS = List.of("ACKNOWLEDGED", "ACCEPTED");
    private static final String NOT_ACTIONABLE = "NOT_ACTIONABLE";
    private static final String PAGE_SENT = "PAGE_SENT";

    private BurdenTable() {}

    static List<RaisedAlarm> raisedOn(Handle handle, String wardId, Instant from, Instant to) {
        Map<String, Answers> answers = answers(handle, from);
        List<RaisedAlarm> raised = new ArrayList<>();
        for (Alarm alarm : AlarmTable.raisedOn(handle, wardId, from, to)) {
            AlarmFacts facts = alarm.facts().orElseThrow();
            raised.add(of(facts, answers.getOrDefault(facts.alarmId(), Answers.NONE)));
        }
        return raised;
    }

    private static RaisedAlarm of(AlarmFacts facts, Answers answers) {
        AlarmCondition condition = facts.condition();
        return new RaisedAlarm(
                facts.place().bedId(),
                condition.getRule(),
                AlarmWords.kind(condition.getKind()),
                AlarmWords.priority(worse(facts.peak(), condition.getSeverity())),
                facts.times().raisedMillis(),
                answers.first(),
                answers.pages(),
                answers.notActionable());
    }

    /** An acknowledgement forgets how bad it had been. */
    private static Severity worse(Severity peak, Severity now) {
        return peak.getNumber() > now.getNumber() ? peak : now;
    }

    /** What was answered and sent since then, by alarm; an alarm of the time is answered within it or later. */
    private static Map<String, Answers> answers(Handle handle, Instant from) {
        Map<String, Answers> byAlarm = new HashMap<>();
        handle.createQuery("select alarm_id, what, time_ms, why from audit"
                        + " where time_ms >= :from and what in (<whats>) order by id")
                .bind("from", from.toEpochMilli())
                .bindList("whats", List.of("ACKNOWLEDGED", "ACCEPTED", NOT_ACTIONABLE, PAGE_SENT))
                .map((row, context) -> new Line(
                        row.getString("alarm_id"), row.getString("what"), row.getLong("time_ms"), row.getString("why")))
                .forEach(line ->
                        byAlarm.merge(line.alarmId(), Answers.NONE.with(line), (known, one) -> known.with(line)));
        return byAlarm;
    }

    private record Line(String alarmId, String what, long timeMillis, String why) {}

    private record Answers(
            @Nullable Long first, int pages, @Nullable String notActionable) {

        static final Answers NONE = new Answers(null, 0, null);

        Answers with(Line line) {
            if (line.what().equals(PAGE_SENT)) {
                return new Answers(first, pages + 1, notActionable);
            }
            if (line.what().equals(NOT_ACTIONABLE)) {
                return new Answers(first, pages, line.why());
            }
            return first == null && ANSWERS.contains(line.what())
                    ? new Answers(line.timeMillis(), pages, notActionable)
                    : this;
        }
    }
}

package org.wardlight.alerting.store;

import com.google.protobuf.InvalidProtocolBufferException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.wardlight.alerting.alarm.ActiveAcknowledged;
import org.wardlight.alerting.alarm.ActiveUnacknowledged;
import org.wardlight.alerting.alarm.Alarm;
import org.wardlight.alerting.alarm.AlarmFacts;
import org.wardlight.alerting.alarm.Answer;
import org.wardlight.alerting.alarm.Asked;
import org.wardlight.alerting.alarm.Closed;
import org.wardlight.alerting.alarm.Latched;
import org.wardlight.alerting.alarm.Place;
import org.wardlight.alerting.alarm.RunningTimers;
import org.wardlight.alerting.alarm.Seen;
import org.wardlight.alerting.alarm.WithheldReason;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmState;
import org.wardlight.events.v1.ConditionSource;
import org.wardlight.events.v1.EndCause;
import org.wardlight.events.v1.Responsibility;
import org.wardlight.events.v1.Severity;

/** Alarms as rows. */
final class AlarmTable {

    private static final String SAVE = """
            insert into alarm (id, alarm_key, open_key, state, seq, condition, ward_id, bed_id, peak, level, pages,
              recipient, responsibility, second_channel, held, next_escalation_ms, timer, receipt_timer, timers,
              acknowledged_by, acknowledged_ms, accepted_by, accepted_ms, raised_ms, due_ms, ended_ms,
              audio_paused_until_ms, closed_ms, seen_due_ms, seen_kinds)
            values (:id, :key, :openKey, :state, :seq, :condition, :ward, :bed, :peak, :level, :pages,
              :recipient, :responsibility, :secondChannel, :held, :nextEscalation, :timer, :receiptTimer, :timers,
              :acknowledgedBy, :acknowledgedAt, :acceptedBy, :acceptedAt, :raised, :due, :ended,
              :silentUntil, :closed, :seenDue, :seenKinds)
            on conflict (id) do update set open_key = excluded.open_key, state = excluded.state, seq = excluded.seq,
              condition = excluded.condition, ward_id = excluded.ward_id, bed_id = excluded.bed_id,
              peak = excluded.peak, level = excluded.level, pages = excluded.pages, recipient = excluded.recipient,
              responsibility = excluded.responsibility, second_channel = excluded.second_channel, held = excluded.held,
              next_escalation_ms = excluded.next_escalation_ms, timer = excluded.timer,
              receipt_timer = excluded.receipt_timer, timers = excluded.timers,
              acknowledged_by = excluded.acknowledged_by, acknowledged_ms = excluded.acknowledged_ms,
              accepted_by = excluded.accepted_by, accepted_ms = excluded.accepted_ms, due_ms = excluded.due_ms,
              ended_ms = excluded.ended_ms, audio_paused_until_ms = excluded.audio_paused_until_ms,
              closed_ms = excluded.closed_ms, seen_due_ms = excluded.seen_due_ms, seen_kinds = excluded.seen_kinds
            """;

    private static final String KEY_SEPARATOR = "|";

    private AlarmTable() {}

    static Optional<Alarm> byId(Handle handle, String id) {
        return handle.createQuery("select * from alarm where id = :id")
                .bind("id", id)
                .map(AlarmTable::read)
                .findOne();
    }

    /** The alarm that a condition belongs to, or else the open one of its patient, rule and source. */
    static Optional<Alarm> of(Handle handle, AlarmCondition condition) {
        Optional<String> known = handle.createQuery("select alarm_id from alarm_condition where condition_id = :id")
                .bind("id", condition.getConditionId())
                .mapTo(String.class)
                .findOne();
        if (known.isPresent()) {
            return byId(handle, known.get());
        }
        return handle.createQuery("select * from alarm where open_key = :key")
                .bind("key", key(condition))
                .map(AlarmTable::read)
                .findOne();
    }

    static List<Alarm> inStates(Handle handle, List<AlarmState> states) {
        return handle.createQuery("select * from alarm where state in (<states>) order by raised_ms desc, id")
                .bindList("states", states.stream().map(Enum::name).toList())
                .map(AlarmTable::read)
                .list();
    }

    static List<Alarm> raisedOn(Handle handle, String wardId, Instant from, Instant to) {
        return handle.createQuery(
                        "select * from alarm where ward_id = :ward and raised_ms >= :from and raised_ms < :to order by raised_ms, id")
                .bind("ward", wardId)
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli())
                .map(AlarmTable::read)
                .list();
    }

    static List<Alarm> openOf(Handle handle, String patientRef) {
        return handle.createQuery("select * from alarm where substr(open_key, 1, :length) = :begin order by id")
                .bind("length", patientRef.length() + 1)
                .bind("begin", patientRef + KEY_SEPARATOR)
                .map(AlarmTable::read)
                .list();
    }

    static List<Alarm> closed(Handle handle, int limit) {
        return handle.createQuery("select * from alarm where state = :state order by raised_ms desc, id limit :limit")
                .bind("state", AlarmState.CLOSED.name())
                .bind("limit", limit)
                .map(AlarmTable::read)
                .list();
    }

    /**
     * When the last alarm of the same patient, rule and source closed because its condition ended, and how grave it was. One that
     * was held off itself does not count: what comes and goes must not hold itself off for ever.
     */
    static Optional<LastClosed> lastClosed(Handle handle, AlarmCondition condition) {
        return handle.createQuery(
                        "select closed_ms, condition from alarm"
                                + " where alarm_key = :key and closed_ms is not null and pages > 0 order by closed_ms desc limit 1")
                .bind("key", key(condition))
                .map((row, context) -> new Closing(Instant.ofEpochMilli(row.getLong("closed_ms")), condition(row)))
                .findOne()
                .filter(closing -> closing.condition().getEndCause() != EndCause.CONTEXT_ENDED)
                .map(closing -> new LastClosed(closing.at(), closing.condition().getSeverity()));
    }

    static void save(Handle handle, Alarm alarm, Instant now) {
        AlarmFacts facts =
                alarm.facts().orElseThrow(() -> new IllegalStateException("an alarm that was not raised has no row"));
        boolean open = alarm.state() != AlarmState.CLOSED;
        String key = key(facts.condition());
        Update save = handle.createUpdate(SAVE)
                .bind("id", facts.alarmId())
                .bind("key", key)
                .bind("openKey", open ? key : null)
                .bind("state", alarm.state().name())
                .bind("seq", facts.seq())
                .bind("condition", facts.condition().toByteArray())
                .bind("ward", facts.place().wardId())
                .bind("bed", facts.place().bedId())
                .bind("peak", facts.peak().getNumber())
                .bind("timer", facts.timers().main())
                .bind("receiptTimer", facts.timers().receipt())
                .bind("timers", facts.timers().started())
                .bind("raised", facts.times().raisedMillis())
                .bind("due", facts.times().dueMillis())
                .bind("ended", facts.times().endedMillis())
                .bind("silentUntil", facts.times().audioPausedUntilMillis())
                .bind("closed", open ? null : (Long) now.toEpochMilli())
                .bind("seenDue", facts.seen().dueMillis())
                .bind("seenKinds", facts.seen().kinds());
        bindAnswers(bindAsked(save, facts.asked()), facts.owners()).execute();
        handle.createUpdate("insert into alarm_condition (condition_id, alarm_id) values (:condition, :alarm)"
                        + " on conflict (condition_id) do nothing")
                .bind("condition", facts.condition().getConditionId())
                .bind("alarm", facts.alarmId())
                .execute();
    }

    private static Update bindAsked(Update save, Asked asked) {
        WithheldReason held = asked.held();
        return save.bind("level", asked.level())
                .bind("pages", asked.pages())
                .bind("recipient", asked.recipient())
                .bind("responsibility", asked.responsibility().name())
                .bind("secondChannel", asked.secondChannel() ? 1 : 0)
                .bind("held", held == null ? null : held.name())
                .bind("nextEscalation", asked.nextMillis());
    }

    private static Update bindAnswers(Update save, AlarmFacts.Owners owners) {
        Answer acknowledged = owners.acknowledged();
        Answer accepted = owners.accepted();
        return save.bind("acknowledgedBy", acknowledged == null ? null : acknowledged.actor())
                .bind("acknowledgedAt", acknowledged == null ? null : (Long) acknowledged.atMillis())
                .bind("acceptedBy", accepted == null ? null : accepted.actor())
                .bind("acceptedAt", accepted == null ? null : (Long) accepted.atMillis());
    }

    private static String key(AlarmCondition condition) {
        ConditionSource source = condition.getSource();
        return String.join(
                KEY_SEPARATOR,
                condition.getPatientRef(),
                condition.getRule(),
                source.getDeviceId(),
                Integer.toString(source.getVitalValue()),
                source.getScoreId());
    }

    private static Alarm read(ResultSet row, StatementContext context) throws SQLException {
        AlarmFacts facts = new AlarmFacts(
                row.getString("id"),
                row.getLong("seq"),
                condition(row),
                new Place(row.getString("ward_id"), row.getString("bed_id")),
                severity(row.getInt("peak")),
                asked(row),
                new RunningTimers(row.getInt("timers"), row.getInt("timer"), row.getInt("receipt_timer")),
                new AlarmFacts.Owners(answer(row, "acknowledged"), answer(row, "accepted")),
                new AlarmFacts.Times(
                        row.getLong("raised_ms"),
                        row.getLong("due_ms"),
                        nullableLong(row, "ended_ms"),
                        nullableLong(row, "audio_paused_until_ms")),
                new Seen(row.getLong("seen_due_ms"), row.getInt("seen_kinds")));
        AlarmState state = AlarmState.valueOf(row.getString("state"));
        return switch (state) {
            case ACTIVE_UNACKNOWLEDGED -> new ActiveUnacknowledged(facts);
            case ACTIVE_ACKNOWLEDGED -> new ActiveAcknowledged(facts);
            case LATCHED -> new Latched(facts);
            case CLOSED -> new Closed(facts);
            default -> throw new IllegalStateException("alarm row in state " + state);
        };
    }

    private static AlarmCondition condition(ResultSet row) throws SQLException {
        try {
            return AlarmCondition.parseFrom(row.getBytes("condition"));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("alarm row with an unreadable condition", e);
        }
    }

    private static Severity severity(int number) {
        Severity severity = Severity.forNumber(number);
        return severity == null ? Severity.SEVERITY_UNSPECIFIED : severity;
    }

    private static Asked asked(ResultSet row) throws SQLException {
        String held = row.getString("held");
        return new Asked(
                row.getInt("level"),
                row.getInt("pages"),
                row.getString("recipient"),
                Responsibility.valueOf(row.getString("responsibility")),
                row.getInt("second_channel") != 0,
                held == null ? null : WithheldReason.valueOf(held),
                nullableLong(row, "next_escalation_ms"));
    }

    private static @Nullable Answer answer(ResultSet row, String which) throws SQLException {
        String actor = row.getString(which + "_by");
        return actor == null ? null : new Answer(actor, row.getLong(which + "_ms"));
    }

    private static @Nullable Long nullableLong(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private record Closing(Instant at, AlarmCondition condition) {}
}

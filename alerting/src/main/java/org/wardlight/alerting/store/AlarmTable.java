package org.wardlight.alerting.store;

import com.google.protobuf.InvalidProtocolBufferException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.wardlight.alerting.alarm.Acknowledgement;
import org.wardlight.alerting.alarm.ActiveAcknowledged;
import org.wardlight.alerting.alarm.ActiveUnacknowledged;
import org.wardlight.alerting.alarm.Alarm;
import org.wardlight.alerting.alarm.AlarmFacts;
import org.wardlight.alerting.alarm.Asked;
import org.wardlight.alerting.alarm.Closed;
import org.wardlight.alerting.alarm.Latched;
import org.wardlight.alerting.alarm.Place;
import org.wardlight.alerting.alarm.Seen;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmState;
import org.wardlight.events.v1.ConditionSource;
import org.wardlight.events.v1.Severity;

/** Alarms as rows. */
final class AlarmTable {

    private static final String SAVE = """
            insert into alarm (id, open_key, state, seq, condition, ward_id, bed_id, peak, level, pages, timer, recipient,
              next_escalation_ms, acknowledged_by, acknowledged_ms, raised_ms, due_ms, ended_ms, seen_due_ms, seen_kinds)
            values (:id, :openKey, :state, :seq, :condition, :ward, :bed, :peak, :level, :pages, :timer, :recipient,
              :nextEscalation, :acknowledgedBy, :acknowledgedAt, :raised, :due, :ended, :seenDue, :seenKinds)
            on conflict (id) do update set open_key = excluded.open_key, state = excluded.state, seq = excluded.seq,
              condition = excluded.condition, ward_id = excluded.ward_id, bed_id = excluded.bed_id,
              peak = excluded.peak, level = excluded.level, pages = excluded.pages, timer = excluded.timer,
              recipient = excluded.recipient, next_escalation_ms = excluded.next_escalation_ms,
              acknowledged_by = excluded.acknowledged_by, acknowledged_ms = excluded.acknowledged_ms,
              due_ms = excluded.due_ms, ended_ms = excluded.ended_ms, seen_due_ms = excluded.seen_due_ms,
              seen_kinds = excluded.seen_kinds
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

    static void save(Handle handle, Alarm alarm) {
        AlarmFacts facts =
                alarm.facts().orElseThrow(() -> new IllegalStateException("an alarm that was not raised has no row"));
        boolean open = alarm.state() != AlarmState.CLOSED;
        Acknowledgement owner = facts.acknowledged();
        handle.createUpdate(SAVE)
                .bind("id", facts.alarmId())
                .bind("openKey", open ? key(facts.condition()) : null)
                .bind("state", alarm.state().name())
                .bind("seq", facts.seq())
                .bind("condition", facts.condition().toByteArray())
                .bind("ward", facts.place().wardId())
                .bind("bed", facts.place().bedId())
                .bind("peak", facts.peak().getNumber())
                .bind("level", facts.asked().level())
                .bind("pages", facts.asked().pages())
                .bind("timer", facts.asked().timer())
                .bind("recipient", facts.asked().recipient())
                .bind("nextEscalation", facts.asked().nextEscalationMillis())
                .bind("acknowledgedBy", owner == null ? null : owner.actor())
                .bind("acknowledgedAt", owner == null ? null : (Long) owner.atMillis())
                .bind("raised", facts.raisedMillis())
                .bind("due", facts.dueMillis())
                .bind("ended", facts.endedMillis())
                .bind("seenDue", facts.seen().dueMillis())
                .bind("seenKinds", facts.seen().kinds())
                .execute();
        handle.createUpdate("insert into alarm_condition (condition_id, alarm_id) values (:condition, :alarm)"
                        + " on conflict (condition_id) do nothing")
                .bind("condition", facts.condition().getConditionId())
                .bind("alarm", facts.alarmId())
                .execute();
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
                new Asked(
                        row.getInt("level"),
                        row.getInt("pages"),
                        row.getInt("timer"),
                        row.getString("recipient"),
                        nullableLong(row, "next_escalation_ms")),
                acknowledgement(row),
                row.getLong("raised_ms"),
                row.getLong("due_ms"),
                nullableLong(row, "ended_ms"),
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

    private static @Nullable Acknowledgement acknowledgement(ResultSet row) throws SQLException {
        String actor = row.getString("acknowledged_by");
        return actor == null ? null : new Acknowledgement(actor, row.getLong("acknowledged_ms"));
    }

    private static @Nullable Long nullableLong(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}

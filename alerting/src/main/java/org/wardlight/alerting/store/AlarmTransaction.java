package org.wardlight.alerting.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.wardlight.alerting.alarm.Alarm;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmEvent;

/** Everything that one transition writes, and all of it or nothing. Valid only inside its transaction. */
public final class AlarmTransaction {

    private static final Duration ANSWERS_KEPT = Duration.ofHours(24);

    private final Handle handle;
    private final Timers timers;
    private final String instance;
    private final List<OutboxRow> posted = new ArrayList<>();

    AlarmTransaction(Handle handle, Timers timers, String instance) {
        this.handle = handle;
        this.timers = timers;
        this.instance = instance;
    }

    /** The alarm with this id. */
    public Optional<Alarm> alarm(String id) {
        return AlarmTable.byId(handle, id);
    }

    /** The alarm that a condition belongs to, or else the open one of its patient, rule and source. */
    public Optional<Alarm> alarmOf(AlarmCondition condition) {
        return AlarmTable.of(handle, condition);
    }

    /** The open alarms of a patient. */
    public List<Alarm> openAlarmsOf(String patientRef) {
        return AlarmTable.openOf(handle, patientRef);
    }

    /**
     * When the same alarm closed last and how grave it was then; empty when that was earlier, or because patient or device left.
     */
    public Optional<LastClosed> closedSince(AlarmCondition condition, Instant since) {
        return AlarmTable.lastClosed(handle, condition)
                .filter(closed -> !closed.at().isBefore(since));
    }

    /** Stores an alarm's new state. */
    public void save(Alarm alarm, Instant now) {
        AlarmTable.save(handle, alarm, now);
    }

    /** What keeps the alarms of a patient quiet now. */
    public List<Pause> pauses(String patientRef, Instant now) {
        return PauseTable.inForce(handle, patientRef, now);
    }

    /** A pause that is in force; empty when there is none with this id. */
    public Optional<Pause> pause(String id, Instant now) {
        return PauseTable.inForceById(handle, id, now);
    }

    /** Begins a pause. */
    public void begin(Pause pause) {
        PauseTable.add(handle, pause);
    }

    /** Ends a pause before its time. */
    public void end(Pause pause, String actor, Instant now) {
        PauseTable.end(handle, pause.id(), actor, now);
    }

    /** Whether a page of this level of an alarm still waits for its receiver. */
    public boolean isOnItsWay(String alarmId, String receiver, int level) {
        return Outbox.holdsPage(handle, alarmId, receiver, level);
    }

    /** Adds a line to the audit. */
    public void audit(AuditEntry entry) {
        AuditChain.append(handle, entry);
    }

    /** Everybody is to be told. */
    public void post(AlarmEvent event) {
        OutboxRow row = OutboxRow.event(event.getAlarmId(), event.toByteString(), event.getTimeMs());
        posted.add(Outbox.add(handle, row, instance));
    }

    /** One person is to be told; the row's own id is given here. */
    public void post(OutboxRow page) {
        posted.add(Outbox.add(handle, page, instance));
    }

    /** A page needs no further attempt. False when that was known already. */
    public boolean pageDone(OutboxRow page) {
        return Outbox.done(handle, List.of(page.id())) > 0;
    }

    /** Wakes an alarm at a time. */
    public void startTimer(String alarmId, int timer, Instant due) {
        timers.start(handle.getConnection(), new TimerId(alarmId, timer), due);
    }

    /** No longer wakes it. */
    public void cancelTimer(String alarmId, int timer) {
        timers.cancel(handle.getConnection(), new TimerId(alarmId, timer));
    }

    /** A record of the log has been dealt with; after a restart, reading goes on behind it. */
    public void consumed(LogPosition position) {
        handle.createUpdate(
                        "insert into kafka_offset (topic, partition, next_offset) values (:topic, :partition, :next)"
                                + " on conflict (topic, partition) do update set next_offset = excluded.next_offset")
                .bind("topic", position.topic())
                .bind("partition", position.partition())
                .bind("next", position.offset() + 1)
                .execute();
    }

    /** The answer that a key has been given before. */
    public Optional<GivenAnswer> answer(String idempotencyKey) {
        return handle.createQuery("select request, response from idempotency where idempotency_key = :key")
                .bind("key", idempotencyKey)
                .map((row, context) -> new GivenAnswer(row.getString("request"), row.getString("response")))
                .findOne();
    }

    /** Keeps an answer for a day. */
    public void keepAnswer(String idempotencyKey, GivenAnswer answer, Instant now) {
        handle.createUpdate("delete from idempotency where created_ms < :before")
                .bind("before", now.minus(ANSWERS_KEPT).toEpochMilli())
                .execute();
        handle.createUpdate("insert into idempotency (idempotency_key, request, response, created_ms)"
                        + " values (:key, :request, :response, :now)")
                .bind("key", idempotencyKey)
                .bind("request", answer.request())
                .bind("response", answer.response())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    List<OutboxRow> posted() {
        return List.copyOf(posted);
    }

    /**
     * An answer given to an idempotency key.
     *
     * @param request what was asked with it
     * @param response what was answered
     */
    public record GivenAnswer(String request, String response) {}
}

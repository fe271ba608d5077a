package org.wardlight.alerting.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.alerting.alarm.Alarm;
import org.wardlight.alerting.burden.RaisedAlarm;
import org.wardlight.database.Database;
import org.wardlight.database.DatabaseSettings;
import org.wardlight.database.Databases;
import org.wardlight.events.WardClock;
import org.wardlight.events.v1.AlarmState;

/**
 * Alarms, audit, outbox, timers and log positions in one database. Every transition is one {@link #inTransaction
 * transaction}: killed at any moment, the process finds all of it again or nothing of it.
 *
 * <p>A SQLite file has one process. On PostgreSQL several may work side by side (ADR 17): all read the whole log, a
 * transition that one has made is a repeat for the others, and what one that is gone left undone is taken over.
 */
public final class AlarmStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmStore.class);

    private final Database database;
    private final Turns turns;
    private final Instances instances;
    private final Timers timers;
    private volatile Consumer<List<OutboxRow>> afterCommit = rows -> {};

    private AlarmStore(Database database, WardClock clock) {
        this.database = database;
        this.turns = new Turns(database);
        this.instances = Instances.signOn(database);
        this.timers = new Timers(database, instances, clock);
    }

    /** Opens the store, creates or migrates its schema. */
    public static AlarmStore open(DatabaseSettings settings, WardClock clock) {
        return new AlarmStore(Databases.open(settings, "alerting"), clock);
    }

    /** Who is told of new outbox rows, after the commit and on its thread. */
    public void afterCommit(Consumer<List<OutboxRow>> listener) {
        afterCommit = listener;
    }

    /** Begins to fire timers, those of an earlier life included. */
    public void runTimers(Consumer<TimerId> whenDue) {
        timers.run(whenDue);
    }

    /** Whether timers fire. */
    public boolean isTiming() {
        return timers.isRunning();
    }

    /** Does the work in one transaction; when it throws, nothing has happened. */
    public <T> T inTransaction(Function<AlarmTransaction, T> work) {
        Outcome<T> outcome = turns.take(handle -> {
            AlarmTransaction transaction = new AlarmTransaction(handle, timers, instances.id());
            T result = work.apply(transaction);
            return new Outcome<>(result, transaction.posted());
        });
        if (!outcome.posted().isEmpty()) {
            afterCommit.accept(outcome.posted());
        }
        return outcome.result();
    }

    /** Rows not yet told, oldest first. */
    public List<OutboxRow> pending(OutboxRow.Kind kind, int limit) {
        return read(handle -> Outbox.pending(handle, kind, limit));
    }

    /** Events that everybody has been told. */
    public void eventsDone(List<Long> ids) {
        database.jdbi().useTransaction(handle -> Outbox.done(handle, ids));
    }

    /** The alarm with this id. */
    public Optional<Alarm> alarm(String id) {
        return read(handle -> AlarmTable.byId(handle, id));
    }

    /** All alarms in any of the states, newest first. */
    public List<Alarm> alarms(List<AlarmState> states) {
        return read(handle -> AlarmTable.inStates(handle, states));
    }

    /** The newest closed alarms, newest first. */
    public List<Alarm> closedAlarms(int limit) {
        return read(handle -> AlarmTable.closed(handle, limit));
    }

    /** The alarms of a ward that were raised in a time, with what people did about them. */
    public List<RaisedAlarm> raisedOn(String wardId, Instant from, Instant to) {
        return read(handle -> BurdenTable.raisedOn(handle, wardId, from, to));
    }

    /** What keeps alarms quiet now, of all patients. */
    public List<Pause> pauses(Instant now) {
        return read(handle -> PauseTable.allInForce(handle, now));
    }

    /** Whether somebody owns the alarm or it is over, so that a page that has not gone out yet need not. */
    public boolean isSettled(String alarmId) {
        return read(handle -> handle.createQuery(
                        "select 1 from alarm where id = :id and (acknowledged_by is not null or state = :closed)")
                .bind("id", alarmId)
                .bind("closed", AlarmState.CLOSED.name())
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    /** Whether a page still waits and this instance is to send it: not when another has taken it over, or it has arrived. */
    public boolean isOurs(OutboxRow page) {
        return read(handle -> Outbox.isOf(handle, page.id(), instances.id()));
    }

    /** Tells the other instances that this one is alive; to be done every second. */
    public void beat() {
        database.jdbi().useTransaction(instances::beat);
    }

    /** Whether this instance is the one that tells the log: the oldest that is alive. */
    public boolean isFirst() {
        return read(instances::isFirst);
    }

    /** The pages that this instance is to send, oldest first; those of instances that are gone become its own. */
    public List<OutboxRow> ourPages() {
        return database.jdbi().inTransaction(handle -> {
            Outbox.takeOver(handle, instances);
            return Outbox.pagesOf(handle, instances.id());
        });
    }

    /** The next record to read of a partition; empty when it has never been read. */
    public OptionalLong nextOffset(String topic, int partition) {
        return read(handle -> handle.createQuery(
                        "select next_offset from kafka_offset where topic = :topic and partition = :partition")
                .bind("topic", topic)
                .bind("partition", partition)
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty()));
    }

    /** What the audit says of an alarm, in order. */
    public List<AuditEntry> auditOf(String alarmId) {
        return read(handle -> AuditChain.of(handle, alarmId));
    }

    /** Stops the timers; the store itself stays open. */
    public void stopTimers() {
        timers.close();
    }

    @Override
    public void close() {
        timers.close();
        signOff();
        database.close();
    }

    /** Not signed off, it counts as gone a few seconds later. */
    private void signOff() {
        try {
            database.jdbi().useTransaction(instances::signOff);
        } catch (RuntimeException e) {
            LOG.info("part=store could not sign off: {}", e.toString());
        }
    }

    <T> T read(Function<Handle, T> query) {
        return database.jdbi().withHandle(query::apply);
    }

    private record Outcome<T>(T result, List<OutboxRow> posted) {}
}

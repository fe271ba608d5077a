package org.wardlight.station.register;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.wardlight.database.Database;
import org.wardlight.database.Dialect;

/**
 * The register in its database. Every decision is one transaction: rows, a line of the change log, and what has to be told.
 * Rows carry revisions: who decides from an old state is told so ({@link Stale}) and nothing is written.
 */
public final class RegisterStore {

    private static final String POSTGRESQL_UNIQUE = "23505";
    private static final int SQLITE_CONSTRAINT = 19;

    private final Database database;
    private final String wardId;

    /** The register of one ward. The database stays the caller's to close. */
    public RegisterStore(Database database, String wardId) {
        this.database = database;
        this.wardId = wardId;
    }

    /** The ward as it is, with stays and intervals that ended after the given moment. */
    WardState load(long endedAfterMillis) {
        return read(handle -> {
            WardState state = new WardState();
            WardTables.beds(handle, wardId).forEach(bed -> state.apply(new Change.BedPut(bed)));
            WardTables.removedBeds(handle, wardId).forEach(bed -> state.apply(new Change.BedRemoved(bed)));
            StayTable.load(handle, wardId, endedAfterMillis).forEach(stay -> state.apply(new Change.StayPut(stay)));
            DeviceTable.load(handle, endedAfterMillis)
                    .forEach(device -> state.apply(new Change.DevicePut(device, List.of(), List.of())));
            WardTables.limits(handle, wardId).forEach(limits -> state.apply(new Change.LimitsPut(limits)));
            WardTables.rota(handle, wardId).ifPresent(rota -> state.apply(new Change.RotaPut(rota)));
            return state;
        });
    }

    /**
     * Keeps a decision, all of it or nothing.
     *
     * @param before what it was decided from
     * @throws Stale when that is not how the ward is
     */
    void keep(Decision decision, WardState before, By by, List<RegisterRecord> records) {
        write(handle -> {
            List<Stay> moving = decision.changes().stream()
                    .filter(Change.StayPut.class::isInstance)
                    .map(change -> ((Change.StayPut) change).stay())
                    .filter(stay -> before.stay(stay.patientRef()).isPresent())
                    .toList();
            if (moving.size() > 1) {
                moving.forEach(stay -> StayTable.leaveBed(handle, stay));
            }
            decision.changes().forEach(change -> keep(handle, change, before));
            ChangeTable.add(handle, wardId, decision, by);
            records.forEach(record -> OutboxTable.add(handle, wardId, record, by.atMillis()));
        });
    }

    /** Tells again what holds. */
    void post(List<RegisterRecord> records, long nowMillis) {
        write(handle -> records.forEach(record -> OutboxTable.add(handle, wardId, record, nowMillis)));
    }

    Optional<KeptEntry> entry(String patientRef, String id) {
        return read(handle -> ChartTable.find(handle, patientRef, id));
    }

    List<KeptEntry> entries(String patientRef, long fromMillis, long toMillis) {
        return read(handle -> ChartTable.between(handle, patientRef, fromMillis, toMillis));
    }

    List<KeptChange> changes(int limit) {
        return read(handle -> ChangeTable.newest(handle, wardId, limit));
    }

    /**
     * Gives the oldest rows of the outbox to a sender and forgets those that it says have arrived. On PostgreSQL the rows
     * are locked meanwhile, so that two stations of one ward do not turn their order round; SQLite has one process.
     *
     * @return how many have arrived
     */
    int drain(int limit, Function<List<OutboxRow>, List<Long>> sender) {
        if (database.dialect() == Dialect.POSTGRESQL) {
            return database.jdbi().inTransaction(handle -> {
                List<Long> arrived = sender.apply(OutboxTable.next(handle, wardId, limit, " for update"));
                OutboxTable.done(handle, arrived);
                return arrived.size();
            });
        }
        List<Long> arrived = sender.apply(read(handle -> OutboxTable.next(handle, wardId, limit, "")));
        if (!arrived.isEmpty()) {
            write(handle -> OutboxTable.done(handle, arrived));
        }
        return arrived.size();
    }

    private void keep(Handle handle, Change change, WardState before) {
        if (change instanceof Change.BedPut put) {
            WardTables.put(handle, wardId, put.bed());
        } else if (change instanceof Change.BedRemoved removed) {
            WardTables.remove(handle, wardId, removed.bedId());
        } else if (change instanceof Change.StayPut put) {
            StayTable.put(handle, wardId, put.stay(), before.stay(put.stay().patientRef()));
        } else if (change instanceof Change.DevicePut put) {
            DeviceTable.put(handle, put, before.device(put.device().id()));
        } else if (change instanceof Change.LimitsPut put) {
            WardTables.put(handle, put.limits(), before.limits(put.limits().getPatientRef()));
        } else if (change instanceof Change.RotaPut put) {
            WardTables.put(handle, put.rota());
        } else if (change instanceof Change.EntryAdded added) {
            ChartTable.add(handle, added.entry());
        } else {
            throw new IllegalStateException("no way to keep " + change);
        }
    }

    private <T> T read(Function<Handle, T> query) {
        return database.jdbi().withHandle(query::apply);
    }

    private void write(Consumer<Handle> work) {
        try {
            database.jdbi().useTransaction(work::accept);
        } catch (JdbiException e) {
            if (isTaken(e)) {
                throw new Stale("another process was faster");
            }
            throw e;
        }
    }

    /** Whether a unique index refused: at most one open association of a device, one patient in a bed. */
    private static boolean isTaken(JdbiException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && (POSTGRESQL_UNIQUE.equals(sql.getSQLState()) || sql.getErrorCode() == SQLITE_CONSTRAINT)) {
                return true;
            }
        }
        return false;
    }
}

package org.wardlight.alerting.store;

import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.wardlight.database.Database;
import org.wardlight.database.Dialect;

/**
 * One transition at a time, in this process and, on PostgreSQL, among all that share the database: so two of them never
 * decide from the same state, rows of the outbox are numbered in the order of their commits, and the audit is one chain.
 *
 * <p>An instance that stops in the middle of a turn loses it after {@link #LONGEST_PAUSE_MILLIS}: PostgreSQL ends its
 * session, the work is undone, and it does it again when it goes on.
 */
final class Turns {

    /** Names the lock among PostgreSQL's advisory locks. */
    private static final long LOCK = 0x3a1a_2d11L;

    private static final int LONGEST_PAUSE_MILLIS = 2_000;
    private static final int LONGEST_WAIT_MILLIS = 5_000;
    private static final String BEGIN = "select set_config('idle_in_transaction_session_timeout', '"
            + LONGEST_PAUSE_MILLIS + "', true), set_config('lock_timeout', '" + LONGEST_WAIT_MILLIS
            + "', true), pg_advisory_xact_lock(" + LOCK + ")";

    private final Database database;
    private final ReentrantLock ours = new ReentrantLock(true);

    Turns(Database database) {
        this.database = database;
    }

    /** Does the work when it is its turn, in a transaction; when it throws, nothing has happened. */
    <T> T take(HandleCallback<T, RuntimeException> work) {
        ours.lock();
        try {
            return database.jdbi().inTransaction(handle -> {
                await(handle);
                return work.withHandle(handle);
            });
        } finally {
            ours.unlock();
        }
    }

    private void await(Handle handle) {
        if (database.dialect() == Dialect.POSTGRESQL) {
            handle.execute(BEGIN);
        }
    }
}

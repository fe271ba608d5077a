package org.wardlight.alerting.store;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Handle;
import org.wardlight.database.Database;
import org.wardlight.database.Dialect;

/**
 * The processes that work on one database. Each is seen alive by the database's clock, so that clocks that disagree make
 * nobody look dead. Who is wrongly taken for dead only causes a page that is sent twice under the same id.
 */
final class Instances {

    /** Unseen for longer, an instance counts as gone. */
    static final long GONE_AFTER_MILLIS = 4_000;

    private final String id;
    private final String living;
    private final Dialect dialect;

    private Instances(Dialect dialect, long since) {
        this.dialect = dialect;
        // The oldest comes first, so that a new one takes nothing from those that work.
        this.id = String.format(
                Locale.ROOT,
                "%013d-%s",
                since,
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()));
        this.living = "select id from instance where seen_ms > " + dialect.nowMillis() + " - " + GONE_AFTER_MILLIS;
    }

    /** Signs on. A file has one owner: whoever was seen on it before is gone. */
    static Instances signOn(Database database) {
        Dialect dialect = database.dialect();
        return database.jdbi().inTransaction(handle -> {
            if (dialect == Dialect.SQLITE) {
                handle.execute("delete from instance");
            }
            long now = handle.createQuery("select " + dialect.nowMillis())
                    .mapTo(Long.class)
                    .one();
            Instances instances = new Instances(dialect, now);
            instances.beat(handle);
            return instances;
        });
    }

    /** This one. */
    String id() {
        return id;
    }

    /** SQL for the ids of those that are alive. */
    String living() {
        return living;
    }

    /** This one is alive. */
    void beat(Handle handle) {
        handle.createUpdate("insert into instance (id, seen_ms) values (:id, " + dialect.nowMillis() + ")"
                        + " on conflict (id) do update set seen_ms = excluded.seen_ms")
                .bind("id", id)
                .execute();
    }

    /** Whether this one is the first of the living, and so does what only one should do. */
    boolean isFirst(Handle handle) {
        List<String> first = handle.createQuery(living + " order by id limit 1")
                .mapTo(String.class)
                .list();
        return first.isEmpty() || first.get(0).equals(id);
    }

    /** Leaves; others need not wait until it counts as gone. */
    void signOff(Handle handle) {
        handle.createUpdate("delete from instance where id = :id or seen_ms < " + dialect.nowMillis() + " - 86400000")
                .bind("id", id)
                .execute();
    }
}

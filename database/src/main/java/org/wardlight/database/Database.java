package org.wardlight.database;

import com.zaxxer.hikari.HikariDataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * An open database with its schema in place.
 *
 * @param jdbi SQL on the pool
 * @param pool its connections
 * @param upkeep what runs beside it; closed before the pool
 */
public record Database(Jdbi jdbi, HikariDataSource pool, Dialect dialect, Upkeep upkeep) implements AutoCloseable {

    /** Work that a product needs to have done beside its transactions. */
    @FunctionalInterface
    public interface Upkeep {
        /** Ends it. */
        void close();
    }

    @Override
    public void close() {
        upkeep.close();
        pool.close();
    }
}

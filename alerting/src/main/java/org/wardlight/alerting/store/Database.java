package org.wardlight.alerting.store;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.zaxxer.hikari.HikariDataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * An open database with its schema in place. All differences between products end here.
 *
 * @param pool its connections
 * @param jdbi SQL on that pool
 * @param timerDialect how db-scheduler speaks to this product
 * @param upkeep what runs beside it; closed before the pool
 */
record Database(HikariDataSource pool, Jdbi jdbi, JdbcCustomization timerDialect, Upkeep upkeep) {

    /** Work that a product needs to have done beside its transactions. */
    @FunctionalInterface
    interface Upkeep {
        /** Ends it. */
        void close();
    }

    void close() {
        upkeep.close();
        pool.close();
    }
}

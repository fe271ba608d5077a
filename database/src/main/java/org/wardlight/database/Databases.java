package org.wardlight.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/** Opens databases. */
public final class Databases {

    private Databases() {}

    /**
     * Opens a database and creates or migrates its schema.
     *
     * @param schema whose migrations, under {@code db/<schema>} on the classpath; also the name of the pool
     * @throws RuntimeException when it cannot be reached or its schema is not one of this version
     */
    public static Database open(DatabaseSettings settings, String schema) {
        return settings instanceof DatabaseSettings.Postgresql postgresql
                ? Postgres.open(postgresql, schema)
                : Sqlite.open(((DatabaseSettings.SqliteFile) settings).file(), schema);
    }

    /**
     * Opens a database to look at it, beside the process that works with it: nothing is created, migrated or changed.
     *
     * @throws RuntimeException when it is not there or cannot be reached
     */
    public static Database look(DatabaseSettings settings, String schema) {
        return settings instanceof DatabaseSettings.Postgresql postgresql
                ? Postgres.look(postgresql, schema)
                : Sqlite.look(((DatabaseSettings.SqliteFile) settings).file(), schema);
    }

    /** Where the migrations of a product stand. */
    static FluentConfiguration migrations(DataSource source, String schema, Dialect dialect) {
        return Flyway.configure().dataSource(source).locations("classpath:db/" + schema + "/" + dialect.folder());
    }

    /** SQL on a pool. What is written never stands in an exception: exceptions are logged, and patients must not be. */
    static Jdbi jdbi(DataSource pool) {
        return Jdbi.create(pool)
                .configure(StatementExceptions.class, it -> it.setMessageRendering(MessageRendering.NONE));
    }
}

package org.wardlight.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens PostgreSQL. Sessions wait a bounded time for a connection, an answer and a lock: the caller tries again. */
final class Postgres {

    private static final int CONNECTIONS = 4;
    private static final int CONNECT_SECONDS = 5;
    private static final int SOCKET_SECONDS = 30;
    private static final long CONNECTION_TIMEOUT_MILLIS = 10_000;

    private Postgres() {}

    static Database open(DatabaseSettings.Postgresql settings, String schema) {
        PGSimpleDataSource source = source(settings, schema);
        Databases.migrations(source, schema, Dialect.POSTGRESQL)
                .schemas("wardlight_" + schema)
                .load()
                .migrate();
        return database(pool(source, schema));
    }

    static Database look(DatabaseSettings.Postgresql settings, String schema) {
        HikariConfig config = pool(source(settings, schema), schema);
        config.setReadOnly(true);
        config.setMaximumPoolSize(1);
        return database(config);
    }

    private static PGSimpleDataSource source(DatabaseSettings.Postgresql settings, String schema) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(settings.url());
        source.setUser(settings.user());
        source.setPassword(settings.password());
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(SOCKET_SECONDS);
        source.setLogServerErrorDetail(false);
        source.setApplicationName("wardlight-" + schema);
        // A schema of its own, so that several roles may share one database.
        source.setCurrentSchema("wardlight_" + schema);
        return source;
    }

    private static HikariConfig pool(PGSimpleDataSource source, String schema) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName(schema);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        return config;
    }

    private static Database database(HikariConfig config) {
        HikariDataSource pool = new HikariDataSource(config);
        return new Database(Databases.jdbi(pool), pool, Dialect.POSTGRESQL, () -> {});
    }
}

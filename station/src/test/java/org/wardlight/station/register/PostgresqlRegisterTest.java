package org.wardlight.station.register;

import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.wardlight.database.Database;
import org.wardlight.database.DatabaseSettings.Postgresql;
import org.wardlight.database.Databases;

/** On a real PostgreSQL, which is started here; skipped, saying why, where it cannot be. */
class PostgresqlRegisterTest extends RegisterContract {

    private static @Nullable EmbeddedPostgres server;
    private static @Nullable Database database;

    @BeforeAll
    static void start() {
        EmbeddedPostgres started = started();
        server = started;
        String url = "jdbc:postgresql://127.0.0.1:" + started.getPort() + "/postgres";
        database = Databases.open(new Postgresql(url, "postgres", ""), "register");
    }

    private static EmbeddedPostgres started() {
        try {
            return EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start();
        } catch (IOException | RuntimeException e) {
            return abort("PostgreSQL does not start here: " + e.getMessage());
        }
    }

    @Override
    Database database() {
        return Objects.requireNonNull(database);
    }

    @AfterEach
    void empty() {
        database()
                .jdbi()
                .useHandle(handle -> handle.execute("truncate bed, stay, device, association, patient_limits, rota,"
                        + " chart_entry, outbox, change restart identity cascade"));
    }

    @AfterAll
    static void stop() throws IOException {
        if (database != null) {
            database.close();
        }
        if (server != null) {
            server.close();
        }
    }
}

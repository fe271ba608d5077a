package org.wardlight.alerting;

import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.wardlight.database.DatabaseSettings;

/** The products that alarms can be kept in. Each directory of a test has a database of its own. */
public enum TestDatabase {
    SQLITE {
        @Override
        public DatabaseSettings in(Path directory) {
            return new DatabaseSettings.SqliteFile(file(directory));
        }

        @Override
        Connection connect(Path directory) throws SQLException {
            return DriverManager.getConnection("jdbc:sqlite:" + file(directory) + "?busy_timeout=3000");
        }

        @Override
        public String letTheAuditBeEdited() {
            return "drop trigger audit_no_update";
        }

        private static Path file(Path directory) {
            return directory.resolve("alerting.db");
        }
    },

    /** A real server, started here; skipped, saying why, where it cannot be. */
    POSTGRESQL {
        @Override
        public DatabaseSettings in(Path directory) {
            return new DatabaseSettings.Postgresql(Server.url(directory), "postgres", "");
        }

        @Override
        Connection connect(Path directory) throws SQLException {
            return DriverManager.getConnection(
                    Server.url(directory) + "?currentSchema=wardlight_alerting", "postgres", "");
        }

        @Override
        public String letTheAuditBeEdited() {
            return "drop trigger audit_no_change on audit";
        }
    };

    /** The database of a directory; the same one each time. */
    public abstract DatabaseSettings in(Path directory);

    abstract Connection connect(Path directory) throws SQLException;

    /** What somebody does who may change the schema. */
    public abstract String letTheAuditBeEdited();

    /** Runs a statement behind the store's back. */
    public void sql(Path directory, String statement) throws SQLException {
        try (Connection connection = connect(directory);
                Statement s = connection.createStatement()) {
            s.execute(statement);
        }
    }

    /** The number that a query gives. */
    public long count(Path directory, String query) throws SQLException {
        try (Connection connection = connect(directory);
                Statement s = connection.createStatement();
                ResultSet rows = s.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** One server for all tests of a run; it ends with the process. */
    private static final class Server {

        private static final Map<Path, String> DATABASES = new ConcurrentHashMap<>();
        private static final AtomicInteger CREATED = new AtomicInteger();
        private static @Nullable EmbeddedPostgres running;

        private static synchronized EmbeddedPostgres get() {
            if (running == null) {
                try {
                    running = EmbeddedPostgres.builder()
                            .setLocaleConfig("locale", "C")
                            .start();
                } catch (IOException | RuntimeException e) {
                    return abort("PostgreSQL does not start here: " + e.getMessage());
                }
            }
            return running;
        }

        static String url(Path directory) {
            String name = DATABASES.computeIfAbsent(directory, Server::create);
            return "jdbc:postgresql://127.0.0.1:" + get().getPort() + "/" + name;
        }

        private static String create(Path directory) {
            String name = "ward" + CREATED.incrementAndGet();
            try (Connection connection = get().getPostgresDatabase().getConnection();
                    Statement s = connection.createStatement()) {
                s.execute("create database " + name);
                return name;
            } catch (SQLException e) {
                throw new IllegalStateException("no database for " + directory, e);
            }
        }
    }
}

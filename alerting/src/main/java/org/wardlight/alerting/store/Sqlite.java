package org.wardlight.alerting.store;

import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Opens the embedded database: one file, one process, one connection. SQLite has one writer at a time; with a pool of one,
 * transactions queue in the pool instead of failing on each other's locks.
 *
 * <p>{@code synchronous=NORMAL}: a killed process loses nothing; a power cut may lose the last transactions as a whole,
 * state and log position together, and the log is then read again from there.
 */
final class Sqlite {

    private static final int BUSY_TIMEOUT_MILLIS = 5_000;
    private static final long CONNECTION_TIMEOUT_MILLIS = 10_000;

    private Sqlite() {}

    static Database open(Path file) {
        createDirectory(file);
        SQLiteDataSource source = new SQLiteDataSource(settings());
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/alerting/sqlite")
                .load()
                .migrate();
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName("alerting");
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        HikariDataSource pool = new HikariDataSource(config);
        Jdbi jdbi = Jdbi.create(pool);
        reviveTimers(jdbi);
        return new Database(pool, jdbi, new SqliteJdbcCustomization(), SqliteCheckpoints.of(source));
    }

    /** The file has one owner: a timer that looks as if it were running belonged to a process that has died. */
    private static void reviveTimers(Jdbi jdbi) {
        jdbi.useHandle(handle -> handle.execute(
                "update scheduled_tasks set picked = ?, picked_by = null, last_heartbeat = null", false));
    }

    private static SQLiteConfig settings() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, SqliteCheckpoints.BACKSTOP_PAGES);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return config;
    }

    private static void createDirectory(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        try {
            if (directory != null) {
                Files.createDirectories(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create the directory of " + file, e);
        }
    }
}

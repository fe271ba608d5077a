package org.wardlight.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Opens the embedded database: one file, one process, one connection. SQLite has one writer at a time; with a pool of one,
 * transactions queue in the pool instead of failing on each other's locks.
 *
 * <p>{@code synchronous=NORMAL}: a killed process loses nothing; a power cut may lose the last transactions, each as
 * a whole.
 */
final class Sqlite {

    private static final int BUSY_TIMEOUT_MILLIS = 5_000;
    private static final long CONNECTION_TIMEOUT_MILLIS = 10_000;

    private Sqlite() {}

    static Database open(Path file, String schema) {
        createDirectory(file);
        SQLiteDataSource source = new SQLiteDataSource(settings());
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        Databases.migrations(source, schema, Dialect.SQLITE).load().migrate();
        HikariDataSource pool = new HikariDataSource(pool(source, schema));
        return new Database(Databases.jdbi(pool), pool, Dialect.SQLITE, SqliteCheckpoints.of(source, schema));
    }

    static Database look(Path file, String schema) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no file " + file);
        }
        SQLiteConfig reading = new SQLiteConfig();
        reading.setReadOnly(true);
        reading.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        SQLiteDataSource source = new SQLiteDataSource(reading);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        HikariConfig config = pool(source, schema);
        config.setReadOnly(true);
        HikariDataSource pool = new HikariDataSource(config);
        return new Database(Databases.jdbi(pool), pool, Dialect.SQLITE, () -> {});
    }

    private static HikariConfig pool(SQLiteDataSource source, String schema) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName(schema);
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        return config;
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

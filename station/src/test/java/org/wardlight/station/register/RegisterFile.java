package org.wardlight.station.register;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.wardlight.database.Database;
import org.wardlight.database.DatabaseSettings.SqliteFile;
import org.wardlight.database.Databases;
import org.wardlight.database.Dialect;
import org.wardlight.station.plan.WardPlan;

/** A register in a file of its own, which can be closed, opened again, and told to fail. */
public final class RegisterFile implements AutoCloseable {

    /** Migrated once: migrating is what takes time. */
    private static final byte[] EMPTY = migrated();

    private final Path directory;
    private Database database;

    /** A new and empty one. */
    public RegisterFile() {
        try {
            directory = Files.createTempDirectory("register");
            Files.write(directory.resolve("register.db"), EMPTY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database = pooled();
    }

    /** The register of a ward in this file, not yet opened. */
    public WardRegister register(WardPlan plan, InstantSource clock) {
        return new WardRegister(plan, clock, store(plan), true);
    }

    /** The register of the demonstration, opened. */
    public WardRegister demo(InstantSource clock) throws IOException {
        WardRegister register = register(WardPlan.demo(), clock);
        register.open(Duration.ZERO);
        return register;
    }

    RegisterStore store(WardPlan plan) {
        return new RegisterStore(database, plan.ward().id());
    }

    public Database database() {
        return database;
    }

    /** From now on nothing can be kept, or it can again. */
    public void fail(boolean fail) {
        String sql = fail ? "alter table outbox rename to gone" : "alter table gone rename to outbox";
        database.jdbi().useHandle(handle -> handle.execute(sql));
    }

    /** As another process finds the file after this one was killed. */
    void killed() {
        Database old = database;
        database = opened();
        old.close();
    }

    /** What waits to be told, oldest first; forgotten when asked. */
    List<OutboxRow> taken(WardPlan plan) {
        List<OutboxRow> taken = new ArrayList<>();
        boolean more = true;
        while (more) {
            more = store(plan).drain(1_000, rows -> {
                        taken.addAll(rows);
                        return rows.stream().map(OutboxRow::id).toList();
                    })
                    > 0;
        }
        return taken;
    }

    private Database pooled() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + directory.resolve("register.db"));
        config.setMaximumPoolSize(1);
        HikariDataSource pool = new HikariDataSource(config);
        return new Database(Jdbi.create(pool), pool, Dialect.SQLITE, () -> {});
    }

    private Database opened() {
        return opened(directory);
    }

    private static Database opened(Path directory) {
        return Databases.open(new SqliteFile(directory.resolve("register.db")), "register");
    }

    private static byte[] migrated() {
        try {
            Path directory = Files.createTempDirectory("register");
            opened(directory).close();
            byte[] bytes = Files.readAllBytes(directory.resolve("register.db"));
            delete(directory);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        database.close();
        try {
            delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

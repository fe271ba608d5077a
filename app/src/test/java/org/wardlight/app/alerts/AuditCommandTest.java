package org.wardlight.app.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.alerting.store.AlarmStore;
import org.wardlight.alerting.store.AuditEntry;
import org.wardlight.app.terminal.Terminal;
import org.wardlight.database.DatabaseSettings.SqliteFile;
import org.wardlight.events.WardClock;
import picocli.CommandLine;

/** The audit of a store that is open meanwhile, as alerting's is. */
final class AuditCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void saysThatTheTrailIsWholeAndItsLastHash() {
        try (AlarmStore store = threeRows()) {
            assertThat(verify()).isZero();
            assertThat(out()).contains("3 rows").containsPattern("last hash [0-9a-f]{64}");
            String noted = out().replaceAll("(?s).*last hash ([0-9a-f]{64}).*", "$1");
            assertThat(verify("--noted", noted)).isZero();
            assertThat(verify("--noted", "0".repeat(64))).isEqualTo(1);
            append(store, "CN Lindqvist");
            assertThat(verify("--noted", noted)).isZero();
            assertThat(out()).contains("4 rows");
        }
    }

    @Test
    void namesTheRowThatSomebodyEdited() throws Exception {
        try (AlarmStore store = threeRows();
                Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute("drop trigger audit_no_update");
            statement.execute("update audit set actor = 'somebody else' where id = 2");

            assertThat(verify()).isEqualTo(1);
            assertThat(out()).contains("row 2 is not as it was written").contains("by somebody else alarm a");
            append(store, "CN Lindqvist");
            assertThat(verify()).as("and stays found").isEqualTo(1);
        }
    }

    @Test
    void createsNothingWhereThereIsNothing() {
        assertThat(verify()).isEqualTo(3);
        assertThat(file()).doesNotExist();
    }

    private AlarmStore threeRows() {
        AlarmStore store = AlarmStore.open(new SqliteFile(file()), WardClock.accelerated(InstantSource.system(), 1.0));
        for (String actor : List.of("RN Okafor", "RN Lindqvist", "")) {
            append(store, actor);
        }
        return store;
    }

    private static void append(AlarmStore store, String actor) {
        store.inTransaction(tx -> {
            AuditEntry entry = new AuditEntry(1_000, actor, "ACKNOWLEDGED", "a", "");
            tx.audit(entry);
            return entry;
        });
    }

    private int verify(String... more) {
        out.reset();
        Terminal terminal = new Terminal(out, out, Terminal.Look.of(Map.of("LANG", "C.UTF-8"), false));
        String[] arguments = new String[3 + more.length];
        arguments[0] = "verify";
        arguments[1] = "--file";
        arguments[2] = file().toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return new CommandLine(new AuditCommand(terminal))
                .setExecutionExceptionHandler((error, command, result) -> 3)
                .execute(arguments);
    }

    private Path file() {
        return folder.resolve("alarms.db");
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }
}

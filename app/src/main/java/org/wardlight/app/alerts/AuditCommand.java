package org.wardlight.app.alerts;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wardlight.alerting.store.AuditTrail;
import org.wardlight.app.configuration.ConfigOption;
import org.wardlight.app.configuration.ConfigurationRefused;
import org.wardlight.app.roles.ProductionRoles;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.app.terminal.ExitCode;
import org.wardlight.app.terminal.Terminal;
import org.wardlight.database.DatabaseSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wardlight audit}: whether anybody has changed what alerting wrote down. */
@Command(name = "audit", description = "The audit trail of alarms: whether it is whole.")
public final class AuditCommand {

    private final Terminal terminal;

    /** Writes to the given terminal. */
    public AuditCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(
            name = "verify",
            description = "Reads the whole trail and names the first row that was changed, removed or added.",
            footer = {
                "",
                "Rows removed from the end leave a chain that is whole: note the last hash elsewhere, and give it",
                "with --noted the next time."
            })
    int verify(
            @Mixin ConfigOption config,
            @Option(
                            names = "--file",
                            paramLabel = "FILE",
                            description = "SQLite file of alerting (default: the configured database).")
                    @Nullable
                    Path file,
            @Option(names = "--noted", paramLabel = "HASH", description = "A last hash noted before; must be there.")
                    @Nullable
                    String noted) {
        AuditTrail.Verdict verdict = read(database(config, file), noted == null ? "" : noted);
        if (verdict.broken() != null) {
            AuditTrail.Row row = verdict.broken();
            terminal.checked(
                    false,
                    "audit",
                    "row " + row.id() + " is not as it was written: " + row.when() + " " + row.what() + " "
                            + (row.actor().isEmpty() ? "" : "by " + row.actor() + " ") + "alarm " + row.alarmId());
            return ExitCode.FAILED;
        }
        terminal.checked(
                verdict.hasNoted(),
                "audit",
                verdict.rows() + " rows" + (verdict.hasNoted() ? "" : "; the noted hash is not among them"));
        terminal.result("  last hash " + verdict.lastHash());
        return verdict.hasNoted() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static DatabaseSettings database(ConfigOption config, @Nullable Path file) {
        if (file != null) {
            return new DatabaseSettings.SqliteFile(file);
        }
        try {
            return ProductionRoles.alertingDatabase(config.load().settings());
        } catch (ConfigurationRefused refused) {
            throw ConfigOption.failure(refused);
        }
    }

    private static AuditTrail.Verdict read(DatabaseSettings database, String noted) {
        try {
            return AuditTrail.verify(database, noted);
        } catch (RuntimeException e) {
            throw new CommandFailure(
                    "The audit cannot be read: " + e.getMessage(),
                    "Check --file, or wardlight.alerting.store.",
                    ExitCode.NOT_READY,
                    e);
        }
    }
}

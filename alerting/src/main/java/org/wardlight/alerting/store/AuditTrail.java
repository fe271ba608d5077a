package org.wardlight.alerting.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wardlight.database.Database;
import org.wardlight.database.DatabaseSettings;
import org.wardlight.database.Databases;

/** The audit read from outside, beside the processes that write it; changes nothing, not even the schema. */
public final class AuditTrail {

    private AuditTrail() {}

    /**
     * Whether the trail is whole.
     *
     * @param noted a hash that must be in it; empty for none
     * @throws RuntimeException when the database cannot be read
     */
    public static Verdict verify(DatabaseSettings settings, String noted) {
        try (Database database = Databases.look(settings, "alerting")) {
            // In a transaction PostgreSQL gives the rows bit by bit.
            return database.jdbi().inTransaction(handle -> AuditChain.verify(handle, noted));
        }
    }

    /**
     * What was found.
     *
     * @param rows how many rows fit the row before them
     * @param lastHash of the last one; empty when there is none
     * @param hasNoted whether the noted hash is one of theirs
     * @param broken the first row that does not fit; null when all do
     */
    public record Verdict(
            long rows,
            String lastHash,
            boolean hasNoted,
            @Nullable Row broken) {}

    /** A row as it stands there now. */
    public record Row(long id, Instant when, String what, String actor, String alarmId) {}
}

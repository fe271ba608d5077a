package org.wardlight.station.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.wardlight.events.v1.ChartEntry;

/** What was charted, as rows: never changed, only marked as corrected. */
final class ChartTable {

    private static final int MOST = 1_000;

    private ChartTable() {}

    static void add(Handle handle, ChartEntry entry) {
        handle.createUpdate("insert into chart_entry (id, patient_ref, time_ms, entry)"
                        + " values (:id, :ref, :time, :entry)")
                .bind("id", entry.getEntryId())
                .bind("ref", entry.getPatientRef())
                .bind("time", entry.getTimeMs())
                .bind("entry", entry.toByteArray())
                .execute();
        if (!entry.getCorrects().isEmpty()) {
            int rows = handle.createUpdate(
                            "update chart_entry set corrected_by = :by where id = :id and corrected_by is null")
                    .bind("by", entry.getEntryId())
                    .bind("id", entry.getCorrects())
                    .execute();
            if (rows != 1) {
                throw new Stale("an entry was corrected by another process");
            }
        }
    }

    static Optional<KeptEntry> find(Handle handle, String patientRef, String id) {
        return handle.createQuery("select * from chart_entry where id = :id and patient_ref = :ref")
                .bind("id", id)
                .bind("ref", patientRef)
                .map(ChartTable::read)
                .findOne();
    }

    /** The newest first, at most a thousand. */
    static List<KeptEntry> between(Handle handle, String patientRef, long fromMillis, long toMillis) {
        return handle.createQuery("select * from chart_entry where patient_ref = :ref and time_ms >= :from"
                        + " and time_ms < :to order by time_ms desc, id limit :limit")
                .bind("ref", patientRef)
                .bind("from", fromMillis)
                .bind("to", toMillis)
                .bind("limit", MOST)
                .map(ChartTable::read)
                .list();
    }

    private static KeptEntry read(ResultSet row, StatementContext context) throws SQLException {
        return new KeptEntry(Columns.record(row, "entry", ChartEntry.parser()), row.getString("corrected_by"));
    }
}

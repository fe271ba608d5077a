package org.wardlight.alerting.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.wardlight.events.v1.Severity;

/** Pauses as rows; one that was ended before its time stays, with who did it. */
final class PauseTable {

    private PauseTable() {}

    static void add(Handle handle, Pause pause) {
        handle.createUpdate("insert into pause (id, kind, patient_ref, rule, up_to, from_ms, until_ms, actor, reason)"
                        + " values (:id, :kind, :patient, :rule, :upTo, :from, :until, :actor, :reason)")
                .bind("id", pause.id())
                .bind("kind", pause.kind().name())
                .bind("patient", pause.patientRef())
                .bind("rule", pause.rule())
                .bind("upTo", pause.upTo().getNumber())
                .bind("from", pause.from().toEpochMilli())
                .bind("until", pause.until().toEpochMilli())
                .bind("actor", pause.actor())
                .bind("reason", pause.reason())
                .execute();
    }

    static List<Pause> inForce(Handle handle, String patientRef, Instant now) {
        return handle.createQuery("select * from pause where patient_ref = :patient and until_ms > :now"
                        + " and ended_ms is null order by from_ms, id")
                .bind("patient", patientRef)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> read(row))
                .list();
    }

    /** Of all patients, those that end first first. */
    static List<Pause> allInForce(Handle handle, Instant now) {
        return handle.createQuery(
                        "select * from pause where until_ms > :now and ended_ms is null order by until_ms, id")
                .bind("now", now.toEpochMilli())
                .map((row, context) -> read(row))
                .list();
    }

    static Optional<Pause> inForceById(Handle handle, String id, Instant now) {
        return handle.createQuery("select * from pause where id = :id and until_ms > :now and ended_ms is null")
                .bind("id", id)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> read(row))
                .findOne();
    }

    static void end(Handle handle, String id, String actor, Instant now) {
        handle.createUpdate("update pause set ended_ms = :now, ended_by = :actor where id = :id")
                .bind("now", now.toEpochMilli())
                .bind("actor", actor)
                .bind("id", id)
                .execute();
    }

    private static Pause read(ResultSet row) throws SQLException {
        Severity upTo = Severity.forNumber(row.getInt("up_to"));
        return new Pause(
                row.getString("id"),
                Pause.Kind.valueOf(row.getString("kind")),
                row.getString("patient_ref"),
                row.getString("rule"),
                upTo == null ? Severity.SEVERITY_UNSPECIFIED : upTo,
                Instant.ofEpochMilli(row.getLong("from_ms")),
                Instant.ofEpochMilli(row.getLong("until_ms")),
                row.getString("actor"),
                row.getString("reason"));
    }
}

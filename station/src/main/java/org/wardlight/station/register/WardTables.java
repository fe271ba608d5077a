package org.wardlight.station.register;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.wardlight.events.v1.PatientLimits;
import org.wardlight.events.v1.Rota;

/** Beds, limits and the rota of a ward, as rows. */
final class WardTables {

    private WardTables() {}

    static List<WardBed> beds(Handle handle, String wardId) {
        return handle.createQuery("select * from bed where ward_id = :ward and removed = 0")
                .bind("ward", wardId)
                .map((row, context) ->
                        new WardBed(row.getString("bed_id"), row.getInt("place"), row.getString("nurse")))
                .list();
    }

    static List<String> removedBeds(Handle handle, String wardId) {
        return handle.createQuery("select bed_id from bed where ward_id = :ward and removed = 1")
                .bind("ward", wardId)
                .mapTo(String.class)
                .list();
    }

    static void put(Handle handle, String wardId, WardBed bed) {
        handle.createUpdate("insert into bed (ward_id, bed_id, place, nurse, removed)"
                        + " values (:ward, :bed, :place, :nurse, 0)"
                        + " on conflict (ward_id, bed_id) do update"
                        + " set place = excluded.place, nurse = excluded.nurse, removed = 0")
                .bind("ward", wardId)
                .bind("bed", bed.id())
                .bind("place", bed.position())
                .bind("nurse", bed.nurse())
                .execute();
    }

    /** The row stays: a plan that still has the bed must not bring it back. */
    static void remove(Handle handle, String wardId, String bedId) {
        handle.createUpdate("update bed set removed = 1 where ward_id = :ward and bed_id = :bed")
                .bind("ward", wardId)
                .bind("bed", bedId)
                .execute();
    }

    static List<PatientLimits> limits(Handle handle, String wardId) {
        return handle.createQuery("select l.limits from patient_limits l join stay s on s.patient_ref = l.patient_ref"
                        + " where s.ward_id = :ward and s.discharged_ms is null")
                .bind("ward", wardId)
                .map((row, context) -> Columns.record(row, "limits", PatientLimits.parser()))
                .list();
    }

    static void put(Handle handle, PatientLimits limits, Optional<PatientLimits> before) {
        String sql = before.isEmpty()
                ? "insert into patient_limits (patient_ref, limits, revision) values (:ref, :limits, :revision)"
                : "update patient_limits set limits = :limits, revision = :revision"
                        + " where patient_ref = :ref and revision = "
                        + before.get().getRevision();
        int rows = handle.createUpdate(sql)
                .bind("ref", limits.getPatientRef())
                .bind("limits", limits.toByteArray())
                .bind("revision", limits.getRevision())
                .execute();
        if (rows != 1) {
            throw new Stale("limits were changed by another process");
        }
    }

    static Optional<Rota> rota(Handle handle, String wardId) {
        return handle.createQuery("select rota from rota where ward_id = :ward")
                .bind("ward", wardId)
                .map((row, context) -> Columns.record(row, "rota", Rota.parser()))
                .findOne();
    }

    static void put(Handle handle, Rota rota) {
        int rows = handle.createUpdate("insert into rota (ward_id, rota, revision) values (:ward, :rota, :revision)"
                        + " on conflict (ward_id) do update set rota = excluded.rota, revision = excluded.revision"
                        + " where rota.revision < excluded.revision")
                .bind("ward", rota.getWardId())
                .bind("rota", rota.toByteArray())
                .bind("revision", rota.getRevision())
                .execute();
        if (rows != 1) {
            throw new Stale("the rota was changed by another process");
        }
    }
}

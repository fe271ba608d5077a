package org.wardlight.station.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.Authorship;
import org.wardlight.station.plan.WardPlan.Occupant;

/** Stays as rows; the only place where initials are kept. */
final class StayTable {

    private static final String INSERT = """
            insert into stay (patient_ref, ward_id, bed_id, admitted_ms, discharged_ms, initials, age_years, sex,
              spo2_scale, order_actor, order_reason, order_ms, care_profile, news2_exclusion, revision)
            values (:ref, :ward, :bed, :admitted, :discharged, :initials, :age, :sex,
              :scale, :orderActor, :orderReason, :orderAt, :careProfile, :news2Exclusion, :revision)
            """;

    private static final String UPDATE = """
            update stay set bed_id = :bed, discharged_ms = :discharged, initials = :initials, age_years = :age, sex = :sex,
              spo2_scale = :scale, order_actor = :orderActor, order_reason = :orderReason, order_ms = :orderAt,
              care_profile = :careProfile, news2_exclusion = :news2Exclusion, revision = :revision
            where patient_ref = :ref and ward_id = :ward and revision = :before
            """;

    private StayTable() {}

    static List<Stay> load(Handle handle, String wardId, long endedAfterMillis) {
        return handle.createQuery("select * from stay where ward_id = :ward"
                        + " and (discharged_ms is null or discharged_ms > :endedAfter)")
                .bind("ward", wardId)
                .bind("endedAfter", endedAfterMillis)
                .map(StayTable::read)
                .list();
    }

    /** Makes room: two who change beds would meet in one of them otherwise. */
    static void leaveBed(Handle handle, Stay stay) {
        handle.createUpdate("update stay set bed_id = '~' || patient_ref where patient_ref = :ref")
                .bind("ref", stay.patientRef())
                .execute();
    }

    static void put(Handle handle, String wardId, Stay stay, Optional<Stay> before) {
        Update update = handle.createUpdate(before.isEmpty() ? INSERT : UPDATE);
        before.ifPresent(known -> update.bind("before", known.revision()));
        Occupant who = stay.occupant();
        Authorship order = stay.scaleOrder();
        int rows = update.bind("ref", stay.patientRef())
                .bind("ward", wardId)
                .bind("bed", stay.bedId())
                .bind("admitted", stay.admittedMillis())
                .bind("discharged", stay.dischargedMillis())
                .bind("initials", who.initials())
                .bind("age", who.ageYears())
                .bind("sex", who.sex())
                .bind("scale", who.spo2Scale())
                .bind("orderActor", order == null ? null : order.getActor())
                .bind("orderReason", order == null ? null : order.getReason())
                .bind("orderAt", order == null ? null : (Long) order.getTimeMs())
                .bind("careProfile", who.careProfile())
                .bind("news2Exclusion", who.news2Exclusion())
                .bind("revision", stay.revision())
                .execute();
        if (rows != 1) {
            throw new Stale("a stay was changed by another process");
        }
    }

    private static Stay read(ResultSet row, StatementContext context) throws SQLException {
        Occupant who = new Occupant(
                row.getString("initials"),
                age(row),
                row.getString("sex"),
                row.getInt("spo2_scale"),
                row.getString("care_profile"),
                row.getString("news2_exclusion"));
        return new Stay(
                row.getString("patient_ref"),
                row.getString("bed_id"),
                who,
                row.getLong("admitted_ms"),
                Columns.nullableLong(row, "discharged_ms"),
                order(row),
                row.getLong("revision"));
    }

    private static @Nullable Integer age(ResultSet row) throws SQLException {
        Long years = Columns.nullableLong(row, "age_years");
        return years == null ? null : Math.toIntExact(years);
    }

    private static @Nullable Authorship order(ResultSet row) throws SQLException {
        String actor = row.getString("order_actor");
        return actor == null
                ? null
                : Authorship.newBuilder()
                        .setActor(actor)
                        .setReason(row.getString("order_reason"))
                        .setTimeMs(row.getLong("order_ms"))
                        .build();
    }
}

package org.wardlight.station.register;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Who did what, about which bed or device, and why. Rows are only added; the database refuses anything else. */
final class ChangeTable {

    private ChangeTable() {}

    static void add(Handle handle, String wardId, Decision decision, By by) {
        handle.createUpdate("insert into change (ward_id, time_ms, actor, what, about, reason)"
                        + " values (:ward, :time, :actor, :what, :about, :reason)")
                .bind("ward", wardId)
                .bind("time", by.atMillis())
                .bind("actor", by.actor())
                .bind("what", decision.what())
                .bind("about", decision.about())
                .bind("reason", by.reason())
                .execute();
    }

    static List<KeptChange> newest(Handle handle, String wardId, int limit) {
        return handle.createQuery("select * from change where ward_id = :ward order by id desc limit :limit")
                .bind("ward", wardId)
                .bind("limit", limit)
                .map((row, context) -> new KeptChange(
                        row.getLong("time_ms"),
                        row.getString("actor"),
                        row.getString("what"),
                        row.getString("about"),
                        row.getString("reason")))
                .list();
    }
}

package org.wardlight.alerting.store;

import com.google.protobuf.ByteString;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What still has to be told, in the order in which it was decided. */
final class Outbox {

    private Outbox() {}

    static OutboxRow add(Handle handle, OutboxRow row, String owner) {
        long id = handle.createQuery(
                        "insert into outbox (kind, alarm_id, receiver, page_id, payload, created_ms, owner)"
                                + " values (:kind, :alarm, :receiver, :page, :payload, :created, :owner) returning id")
                .bind("kind", row.kind().name())
                .bind("alarm", row.alarmId())
                .bind("receiver", row.receiver())
                .bind("page", row.pageId())
                .bind("payload", row.payload().toByteArray())
                .bind("created", row.createdMillis())
                .bind("owner", owner)
                .mapTo(Long.class)
                .one();
        return row.withId(id);
    }

    static List<OutboxRow> pending(Handle handle, OutboxRow.Kind kind, int limit) {
        return handle.createQuery("select * from outbox where kind = :kind order by id limit :limit")
                .bind("kind", kind.name())
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    /** Pages whose sender is gone get this one. */
    static void takeOver(Handle handle, Instances instances) {
        handle.createUpdate("update outbox set owner = :me where kind = :kind and owner not in (" + instances.living()
                        + ")")
                .bind("me", instances.id())
                .bind("kind", OutboxRow.Kind.PAGE.name())
                .execute();
    }

    /** Pages of one sender, oldest first. */
    static List<OutboxRow> pagesOf(Handle handle, String owner) {
        return handle.createQuery("select * from outbox where kind = :kind and owner = :owner order by id")
                .bind("kind", OutboxRow.Kind.PAGE.name())
                .bind("owner", owner)
                .map((row, context) -> read(row))
                .list();
    }

    /** Whether a row still waits, and for this sender. */
    static boolean isOf(Handle handle, long id, String owner) {
        return handle.createQuery("select 1 from outbox where id = :id and owner = :owner")
                .bind("id", id)
                .bind("owner", owner)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static OutboxRow read(ResultSet row) throws SQLException {
        return new OutboxRow(
                row.getLong("id"),
                OutboxRow.Kind.valueOf(row.getString("kind")),
                row.getString("alarm_id"),
                row.getString("receiver"),
                row.getString("page_id"),
                ByteString.copyFrom(row.getBytes("payload")),
                row.getLong("created_ms"));
    }

    static boolean holdsPage(Handle handle, String alarmId, String receiver, int level) {
        return handle.createQuery("select 1 from outbox where alarm_id = :alarm and receiver = :receiver"
                        + " and page_id like :page limit 1")
                .bind("alarm", alarmId)
                .bind("receiver", receiver)
                .bind("page", alarmId + "-" + level + "-%")
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    static int done(Handle handle, List<Long> ids) {
        return ids.isEmpty()
                ? 0
                : handle.createUpdate("delete from outbox where id in (<ids>)")
                        .bindList("ids", ids)
                        .execute();
    }
}

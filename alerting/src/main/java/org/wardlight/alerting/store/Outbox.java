package org.wardlight.alerting.store;

import com.google.protobuf.ByteString;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What still has to be told, in the order in which it was decided. */
final class Outbox {

    private Outbox() {}

    static OutboxRow add(Handle handle, OutboxRow row) {
        long id = handle.createQuery("insert into outbox (kind, alarm_id, receiver, page_id, payload, created_ms)"
                        + " values (:kind, :alarm, :receiver, :page, :payload, :created) returning id")
                .bind("kind", row.kind().name())
                .bind("alarm", row.alarmId())
                .bind("receiver", row.receiver())
                .bind("page", row.pageId())
                .bind("payload", row.payload().toByteArray())
                .bind("created", row.createdMillis())
                .mapTo(Long.class)
                .one();
        return row.withId(id);
    }

    static List<OutboxRow> pending(Handle handle, OutboxRow.Kind kind, int limit) {
        return handle.createQuery("select * from outbox where kind = :kind order by id limit :limit")
                .bind("kind", kind.name())
                .bind("limit", limit)
                .map((row, context) -> new OutboxRow(
                        row.getLong("id"),
                        OutboxRow.Kind.valueOf(row.getString("kind")),
                        row.getString("alarm_id"),
                        row.getString("receiver"),
                        row.getString("page_id"),
                        ByteString.copyFrom(row.getBytes("payload")),
                        row.getLong("created_ms")))
                .list();
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

package org.wardlight.station.register;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What still has to go on its topic, in the order in which it was decided. */
final class OutboxTable {

    private OutboxTable() {}

    static void add(Handle handle, String wardId, RegisterRecord record, long nowMillis) {
        handle.createUpdate("insert into outbox (ward_id, topic, record_key, value, created_ms)"
                        + " values (:ward, :topic, :key, :value, :created)")
                .bind("ward", wardId)
                .bind("topic", record.topic().name())
                .bind("key", record.key())
                .bind("value", record.value().toByteArray())
                .bind("created", nowMillis)
                .execute();
    }

    /**
     * The oldest rows, and of each key only the first one: nothing is sent before what came before it on its key has
     * arrived, so trying again never turns the order round.
     *
     * @param locking what keeps another station from sending the same rows
     */
    static List<OutboxRow> next(Handle handle, String wardId, int limit, String locking) {
        List<OutboxRow> oldest = handle.createQuery(
                        "select * from outbox where ward_id = :ward order by id limit :limit" + locking)
                .bind("ward", wardId)
                .bind("limit", limit)
                .map((row, context) -> new OutboxRow(
                        row.getLong("id"),
                        row.getString("topic"),
                        row.getString("record_key"),
                        ByteString.copyFrom(row.getBytes("value")),
                        row.getLong("created_ms")))
                .list();
        List<OutboxRow> next = new ArrayList<>();
        Set<String> histories = new HashSet<>();
        for (OutboxRow row : oldest) {
            if (histories.add(row.history())) {
                next.add(row);
            }
        }
        return next;
    }

    static void done(Handle handle, List<Long> ids) {
        if (!ids.isEmpty()) {
            handle.createUpdate("delete from outbox where id in (<ids>)")
                    .bindList("ids", ids)
                    .execute();
        }
    }
}

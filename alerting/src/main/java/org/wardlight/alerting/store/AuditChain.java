package org.wardlight.alerting.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The audit: append-only, each row hashed together with the hash of the row before it, so that no row changes unseen. */
final class AuditChain {

    private static final String FIRST = "";
    private static final int ROWS_AT_A_TIME = 1_000;

    private AuditChain() {}

    static void append(Handle handle, AuditEntry entry) {
        String previous = handle.createQuery("select hash from audit order by id desc limit 1")
                .mapTo(String.class)
                .findOne()
                .orElse(FIRST);
        handle.createUpdate("insert into audit (time_ms, actor, what, alarm_id, why, prev_hash, hash)"
                        + " values (:timeMillis, :actor, :what, :alarmId, :why, :previous, :hash)")
                .bindMethods(entry)
                .bind("previous", previous)
                .bind("hash", hash(previous, entry))
                .execute();
    }

    static List<AuditEntry> of(Handle handle, String alarmId) {
        return handle.createQuery("select * from audit where alarm_id = :alarm order by id")
                .bind("alarm", alarmId)
                .map((row, context) -> entry(row))
                .list();
    }

    /** Follows the chain to its end, or to the first row that does not fit the row before it. */
    static AuditTrail.Verdict verify(Handle handle, String noted) {
        try (Stream<Row> rows = handle
                .createQuery("select * from audit order by id")
                .setFetchSize(ROWS_AT_A_TIME)
                .map((rs, context) ->
                        new Row(rs.getLong("id"), entry(rs), rs.getString("prev_hash"), rs.getString("hash")))
                .stream()) {
            String previous = FIRST;
            boolean found = noted.isEmpty();
            long whole = 0;
            for (Iterator<Row> i = rows.iterator(); i.hasNext(); whole++) {
                Row row = i.next();
                if (!row.previous().equals(previous) || !row.hash().equals(hash(previous, row.entry()))) {
                    return new AuditTrail.Verdict(whole, previous, found, row.shown());
                }
                previous = row.hash();
                found |= previous.equals(noted);
            }
            return new AuditTrail.Verdict(whole, previous, found, null);
        }
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("time_ms"),
                row.getString("actor"),
                row.getString("what"),
                row.getString("alarm_id"),
                row.getString("why"));
    }

    private static String hash(String previous, AuditEntry entry) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            add(sha256, previous);
            add(sha256, Long.toString(entry.timeMillis()));
            add(sha256, entry.actor());
            add(sha256, entry.what());
            add(sha256, entry.alarmId());
            add(sha256, entry.why());
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Each part is preceded by its length, so that parts cannot run into each other. */
    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private record Row(long id, AuditEntry entry, String previous, String hash) {

        AuditTrail.Row shown() {
            Instant when = Instant.ofEpochMilli(entry.timeMillis());
            return new AuditTrail.Row(id, when, entry.what(), entry.actor(), entry.alarmId());
        }
    }
}

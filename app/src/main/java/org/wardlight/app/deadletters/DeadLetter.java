package org.wardlight.app.deadletters;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.wardlight.app.terminal.SafeText;
import org.wardlight.events.RejectionReason;

/**
 * One rejected message.
 *
 * @param id partition and offset, {@code 3-17}: where it stands for good
 * @param time when it was rejected
 * @param reason why, as {@link RejectionReason#id()} spells it
 * @param detail one sentence
 * @param source the MQTT topic it came by
 * @param length bytes as received; more than the payload holds when only its beginning was kept
 * @param payload the bytes, untouched
 */
@SuppressWarnings("ArrayRecordComponent") // the payload is never compared
record DeadLetter(
        DeadLetterId id, Instant time, String reason, String detail, String source, long length, byte[] payload) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST = 120;

    static DeadLetter of(ConsumerRecord<byte[], byte[]> record) {
        byte[] payload = record.value() == null ? new byte[0] : record.value();
        Headers headers = record.headers();
        return new DeadLetter(
                new DeadLetterId(record.partition(), record.offset()),
                Instant.ofEpochMilli(record.timestamp()),
                text(headers, RejectionReason.REASON_HEADER),
                text(headers, RejectionReason.DETAIL_HEADER),
                text(headers, RejectionReason.SOURCE_HEADER),
                length(headers, payload),
                payload);
    }

    /** For a table on the terminal. */
    String row() {
        return "%-9s %s  %-16s %8s  %s  %s"
                .formatted(
                        id,
                        TIME.format(time),
                        SafeText.line(reason, 16),
                        bytes(length),
                        SafeText.line(source, LONGEST),
                        SafeText.line(detail, LONGEST));
    }

    /** For a program. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id.toString());
        fields.put("time", time.toString());
        fields.put("reason", reason);
        fields.put("detail", detail);
        fields.put("source", source);
        fields.put("length", length);
        return fields;
    }

    private static String bytes(long length) {
        return length < 10_000 ? length + " B" : length / 1000 + " kB";
    }

    private static long length(Headers headers, byte[] payload) {
        try {
            return Long.parseLong(text(headers, RejectionReason.LENGTH_HEADER));
        } catch (NumberFormatException absent) {
            return payload.length;
        }
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}

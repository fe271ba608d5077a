package org.wardlight.trends.writing;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.RejectionReason;
import org.wardlight.events.Topics;

/**
 * What did not become a row: the line that the store refused, or the untouched bytes of a record that gives no line.
 *
 * @param key the patient, or whatever the record was keyed by
 * @param detail one sentence for a person
 */
record DeadLetter(@Nullable String key, ByteString value, Rejection reason, String detail, Origin origin) {

    private static final int LONGEST_HEADER = 1024;

    static DeadLetter ofRecord(ConsumerRecord<String, byte[]> record, Rejection reason, String detail) {
        ByteString value = record.value() == null ? ByteString.EMPTY : ByteString.copyFrom(record.value());
        return new DeadLetter(record.key(), value, reason, detail, Origin.of(record));
    }

    static DeadLetter ofRow(TrendRow row, String detail) {
        ByteString line = ByteString.copyFromUtf8(row.line());
        return new DeadLetter(row.patientRef(), line, Rejection.REFUSED, detail, row.origin());
    }

    ProducerRecord<String, byte[]> toRecord() {
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(Topics.TREND_REJECTED.name(), key, value.toByteArray());
        Headers headers = letter.headers();
        put(headers, RejectionReason.REASON_HEADER, reason.id());
        put(headers, RejectionReason.DETAIL_HEADER, detail);
        put(headers, RejectionReason.SOURCE_HEADER, origin.toString());
        put(headers, RejectionReason.LENGTH_HEADER, Integer.toString(value.size()));
        return letter;
    }

    private static void put(Headers headers, String name, String text) {
        String kept = text.length() > LONGEST_HEADER ? text.substring(0, LONGEST_HEADER) : text;
        headers.add(name, kept.getBytes(StandardCharsets.UTF_8));
    }
}

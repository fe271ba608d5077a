package org.wardlight.ingest.bridge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.wardlight.events.RejectionReason;
import org.wardlight.events.Topics;
import org.wardlight.ingest.decoding.Decoded.Rejected;
import org.wardlight.ingest.decoding.Delivery;
import org.wardlight.ingest.decoding.DeviceTopic;

/** A message that cannot be used, as it stands in {@code observation.rejected}: bytes untouched, the why in the headers. */
final class RejectedRecord {

    /** Header: SHA-256 of the whole payload in hex, when only its beginning was kept. */
    static final String SHA256_HEADER = "wardlight.sha256";

    /** Key of what no device can be blamed for. */
    static final String UNKNOWN_DEVICE = "unknown";

    /** How much is kept of a payload that is longer than the limit, bytes. */
    static final int KEPT_BYTES = 64 * 1024;

    private static final int MAX_HEADER_LENGTH = 1024;

    private RejectedRecord() {}

    static ProducerRecord<String, byte[]> of(Delivery delivery, Rejected rejected, int payloadLimitBytes) {
        byte[] payload = delivery.payload();
        boolean cut = payload.length > payloadLimitBytes && payload.length > KEPT_BYTES;
        String device = DeviceTopic.parse(delivery.topic())
                .map(topic -> topic.device().value())
                .orElse(UNKNOWN_DEVICE);
        ProducerRecord<String, byte[]> rejection = new ProducerRecord<>(
                Topics.OBSERVATION_REJECTED.name(),
                null,
                delivery.arrival().toEpochMilli(),
                device,
                cut ? Arrays.copyOf(payload, KEPT_BYTES) : payload);
        Headers headers = rejection.headers();
        put(headers, RejectionReason.REASON_HEADER, rejected.reason().id());
        put(headers, RejectionReason.DETAIL_HEADER, rejected.detail());
        put(headers, RejectionReason.SOURCE_HEADER, delivery.topic());
        put(headers, RejectionReason.LENGTH_HEADER, Integer.toString(payload.length));
        if (cut) {
            put(headers, SHA256_HEADER, sha256(payload));
        }
        return rejection;
    }

    private static void put(Headers headers, String name, String value) {
        String kept = value.length() > MAX_HEADER_LENGTH ? value.substring(0, MAX_HEADER_LENGTH) : value;
        headers.add(name, kept.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] payload) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(payload));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

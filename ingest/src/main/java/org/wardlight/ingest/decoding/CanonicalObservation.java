package org.wardlight.ingest.decoding;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import org.wardlight.events.ContentHash;
import org.wardlight.events.RejectionReason;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.NativeMessage;
import org.wardlight.events.v1.Observation;
import org.wardlight.events.v1.SourceFormat;

/**
 * Makes the canonical observation of a native message: who spoke is settled by the topic, what cannot be told apart by a
 * counter gets a content hash, and every measurement gets a time: its own, else that of sending, else that of arrival.
 */
final class CanonicalObservation {

    private final MeasurementRules rules;

    CanonicalObservation(MeasurementRules rules) {
        this.rules = rules;
    }

    Observation of(NativeMessage message, SourceFormat format, DeviceTopic topic, Delivery delivery) throws Unusable {
        String device = topic.device().value();
        if (!message.getDeviceId().isEmpty() && !message.getDeviceId().equals(device)) {
            throw new Unusable(
                    RejectionReason.DEVICE_MISMATCH,
                    "the payload names device " + Unusable.quoted(message.getDeviceId()) + ", the topic another");
        }
        if (message.getMeasurementsCount() == 0) {
            throw new Unusable(RejectionReason.EMPTY, "the message has no measurements");
        }
        Observation.Builder observation = Observation.newBuilder()
                .setDeviceId(device)
                .setSite(topic.site())
                .setSourceFormat(format);
        if (message.hasSequence()) {
            observation
                    .getSequenceBuilder()
                    .setBoot(message.getSequence().getBoot())
                    .setSeq(message.getSequence().getSeq());
        } else {
            observation.setContentHash(contentHash(message, device, delivery));
        }
        long timeIfAbsent = delivery.arrival().toEpochMilli();
        if (message.hasSentTimeMs()) {
            timeIfAbsent = DeviceTime.inRange(message.getSentTimeMs(), "sent");
            observation.setSentTimeMs(timeIfAbsent);
        }
        for (Measurement measurement : message.getMeasurementsList()) {
            observation.addMeasurements(rules.canonical(measurement, timeIfAbsent));
        }
        return observation.build();
    }

    /**
     * What tells a message without a counter from others: its content. One that does not say of each reading when it is from is a new
     * reading each time, so the arrival, ms since 1970 in eight bytes, most significant first, follows its payload: a
     * steady SpO2 of 80 % is sixty readings in five minutes, not one and a lost signal. Such a message counts twice when
     * the broker delivers it twice, which does no harm.
     */
    private static ByteString contentHash(NativeMessage message, String device, Delivery delivery) {
        byte[] payload = delivery.payload();
        if (saysWhen(message)) {
            return ContentHash.of(device, payload);
        }
        byte[] arrived = ByteBuffer.allocate(payload.length + Long.BYTES)
                .put(payload)
                .putLong(delivery.arrival().toEpochMilli())
                .array();
        return ContentHash.of(device, arrived);
    }

    private static boolean saysWhen(NativeMessage message) {
        return message.hasSentTimeMs()
                || message.getMeasurementsList().stream().allMatch(measurement -> measurement.getDeviceTimeMs() != 0);
    }
}

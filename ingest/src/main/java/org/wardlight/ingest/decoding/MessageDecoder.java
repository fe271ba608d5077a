package org.wardlight.ingest.decoding;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.RejectionReason;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.events.v1.SourceFormat;

/** Decides what an MQTT message is: readings, a status, or something to reject with a reason. Never throws. */
public final class MessageDecoder {

    private static final String JSON = "application/json";
    private static final String PROTOBUF = "application/x-protobuf";

    private final int payloadLimitBytes;
    private final NativeJson json;
    private final CanonicalObservation canonical;

    /**
     * A decoder.
     *
     * @param catalogue the vitals that may be named
     * @param payloadLimitBytes the longest payload that is looked at, bytes
     */
    public MessageDecoder(VitalCatalogue catalogue, int payloadLimitBytes) {
        this.payloadLimitBytes = payloadLimitBytes;
        this.json = new NativeJson(catalogue);
        this.canonical = new CanonicalObservation(new MeasurementRules(catalogue));
    }

    /** Decodes one message. */
    public Decoded decode(Delivery delivery) {
        try {
            return read(delivery);
        } catch (Unusable e) {
            return e.rejection();
        }
    }

    private Decoded read(Delivery delivery) throws Unusable {
        Optional<DeviceTopic> topic = DeviceTopic.parse(delivery.topic());
        boolean isStatus = topic.isPresent() && topic.get().format() == DeviceTopic.Format.STATUS;
        if (delivery.retained() && !isStatus) {
            throw new Unusable(
                    RejectionReason.RETAINED, "only a status may be retained: publish without the retain flag");
        }
        if (topic.isEmpty()) {
            throw new Unusable(RejectionReason.FOREIGN_TOPIC, "the topic is not " + DeviceTopic.SHAPE);
        }
        requireSize(delivery.payload().length);
        return switch (topic.get().format()) {
            case STATUS ->
                new Decoded.Status(StatusJson.read(delivery, topic.get().device()));
            case NATIVE -> readNative(delivery, topic.get());
            case SENML, FHIR, OPEN_MHEALTH ->
                throw new Unusable(
                        RejectionReason.UNKNOWN_FORMAT,
                        "the format '" + topic.get().format().segment() + "' is not understood yet; use 'wl'");
        };
    }

    private Decoded readNative(Delivery delivery, DeviceTopic topic) throws Unusable {
        String type = mediaType(delivery.contentType());
        return switch (type) {
            case PROTOBUF ->
                new Decoded.Accepted(canonical.of(
                        NativeProtobuf.read(delivery.payload()), SourceFormat.NATIVE_PROTOBUF, topic, delivery));
            case JSON ->
                new Decoded.Accepted(
                        canonical.of(json.read(delivery.payload()), SourceFormat.NATIVE_JSON, topic, delivery));
            default ->
                throw new Unusable(
                        RejectionReason.UNKNOWN_FORMAT,
                        "the content type " + Unusable.quoted(type) + " is neither " + JSON + " nor " + PROTOBUF);
        };
    }

    private void requireSize(int bytes) throws Unusable {
        if (bytes > payloadLimitBytes) {
            throw new Unusable(
                    RejectionReason.TOO_LARGE, bytes + " bytes; a device may send " + payloadLimitBytes + " at a time");
        }
        if (bytes == 0) {
            throw new Unusable(RejectionReason.EMPTY, "the payload is empty");
        }
    }

    /** The type without its parameters; JSON when there is none, as MQTT 3.1.1 devices cannot name one. */
    private static String mediaType(@Nullable String contentType) {
        if (contentType == null || contentType.isBlank()) {
            return JSON;
        }
        int parameters = contentType.indexOf(';');
        String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return type.strip().toLowerCase(Locale.ROOT);
    }
}

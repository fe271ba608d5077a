package org.wardlight.ingest.decoding;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wardlight.events.DeviceId;

/**
 * A device's MQTT topic, {@code wardlight/v1/{site}/{device}/{format}}: who speaks, from where, and how.
 *
 * @param site the hospital or building, same shape as a device id
 * @param device the device that speaks
 * @param format what it speaks
 */
public record DeviceTopic(String site, DeviceId device, Format format) {

    /** The shape of a device topic, for a person. */
    public static final String SHAPE = "wardlight/v1/{site}/{device}/{wl|senml|fhir|omh|status}";

    private static final Pattern SLASH = Pattern.compile("/");
    private static final int SEGMENTS = 5;

    /** Reads a topic; empty when it is not a device topic of Wardlight's. */
    public static Optional<DeviceTopic> parse(String topic) {
        List<String> parts = List.of(SLASH.split(topic, -1));
        if (parts.size() != SEGMENTS
                || !parts.get(0).equals("wardlight")
                || !parts.get(1).equals("v1")
                || !DeviceId.isValid(parts.get(2))
                || !DeviceId.isValid(parts.get(3))) {
            return Optional.empty();
        }
        return Format.find(parts.get(4))
                .map(format -> new DeviceTopic(parts.get(2), new DeviceId(parts.get(3)), format));
    }

    /** The last segment of a device topic. */
    public enum Format {
        /** Wardlight's own messages, JSON or protobuf by content type. */
        NATIVE("wl"),
        /** RFC 8428, not understood yet. */
        SENML("senml"),
        /** HL7 FHIR R4, not understood yet. */
        FHIR("fhir"),
        /** Open mHealth and IEEE 1752.1, not understood yet. */
        OPEN_MHEALTH("omh"),
        /** Online, lost or sleeping; the only topic that may be retained. */
        STATUS("status");

        private final String segment;

        Format(String segment) {
            this.segment = segment;
        }

        /** As it stands in the topic. */
        public String segment() {
            return segment;
        }

        private static Optional<Format> find(String segment) {
            for (Format format : values()) {
                if (format.segment.equals(segment)) {
                    return Optional.of(format);
                }
            }
            return Optional.empty();
        }
    }
}

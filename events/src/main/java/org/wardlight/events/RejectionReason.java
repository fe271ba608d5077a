package org.wardlight.events;

import java.util.Locale;

/** Why a message was not used. The bytes stand untouched in {@link Topics#OBSERVATION_REJECTED}. */
public enum RejectionReason {
    /** The topic is not one of Wardlight's. */
    FOREIGN_TOPIC,
    /** The payload is longer than a device may send. */
    TOO_LARGE,
    /** The payload is not what its content type says. */
    MALFORMED,
    /** The payload format is not one that is understood. */
    UNKNOWN_FORMAT,
    /** A measurement names a vital that is not in the catalogue. */
    UNKNOWN_VITAL,
    /** A number that no body can have, or that is not a number. */
    IMPOSSIBLE_VALUE,
    /** A unit other than the vital's own. */
    WRONG_UNIT,
    /** The device id in the topic is not the one in the payload. */
    DEVICE_MISMATCH,
    /** There is nothing in it. */
    EMPTY,
    /** Kept on the broker for whoever subscribes; only status may be. */
    RETAINED;

    /** Header of a rejected record: this reason. */
    public static final String REASON_HEADER = "wardlight.reason";
    /** Header: one sentence for a person. */
    public static final String DETAIL_HEADER = "wardlight.detail";
    /** Header: the MQTT topic it came by. */
    public static final String SOURCE_HEADER = "wardlight.source";
    /** Header: length of the payload as received, bytes; greater than the value's when only its beginning was kept. */
    public static final String LENGTH_HEADER = "wardlight.length";

    /** As it stands in metrics, headers and on screen: {@code unknown-vital}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.wardlight.simulators.timeline;

import java.time.Instant;
import org.wardlight.events.v1.NativeMessage;
import org.wardlight.simulators.payload.PayloadFormat;

/**
 * One message of one device with the moment at which it is to be published.
 *
 * @param at when the device publishes it, ward time; by its own clock the sent time in the message
 * @param format how this device writes
 * @param content the message
 */
public record TimedMessage(Instant at, PayloadFormat format, NativeMessage content) {

    /** Whose message it is. */
    public String deviceId() {
        return content.getDeviceId();
    }

    /** The device's counter since its start. */
    public long boot() {
        return content.getSequence().getBoot();
    }

    /** The number of the message since the device's start; the first is 1. */
    public long seq() {
        return content.getSequence().getSeq();
    }

    /** The bytes to publish at the planned moment. */
    public byte[] payload() {
        return format.encode(content);
    }

    /** The bytes to publish at another moment, which the device's clock, right or wrong, then gives as sent time. */
    public byte[] payloadSentAt(Instant sent) {
        long clockAhead = content.getSentTimeMs() - at.toEpochMilli();
        return format.encode(content.toBuilder()
                .setSentTimeMs(sent.toEpochMilli() + clockAhead)
                .build());
    }

    /** The same bytes at another moment. */
    TimedMessage movedTo(Instant other) {
        return new TimedMessage(other, format, content);
    }
}

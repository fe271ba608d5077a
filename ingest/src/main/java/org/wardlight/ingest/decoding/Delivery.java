package org.wardlight.ingest.decoding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One MQTT message as the broker delivered it. The payload is not copied and must not be written to. */
public final class Delivery {

    private final String topic;
    private final @Nullable String contentType;
    private final boolean retained;
    private final byte[] payload;
    private final Instant arrival;

    /**
     * A delivery.
     *
     * @param topic MQTT topic it was published to
     * @param contentType MQTT 5 content type, null when the publisher gave none
     * @param retained whether the publisher asked the broker to keep it
     * @param payload the bytes as they came
     * @param arrival the log's time at which it arrived
     */
    public Delivery(String topic, @Nullable String contentType, boolean retained, byte[] payload, Instant arrival) {
        this.topic = topic;
        this.contentType = contentType;
        this.retained = retained;
        this.payload = payload;
        this.arrival = arrival;
    }

    /** MQTT topic it was published to. */
    public String topic() {
        return topic;
    }

    /** MQTT 5 content type, null when the publisher gave none. */
    public @Nullable String contentType() {
        return contentType;
    }

    /** Whether the publisher asked the broker to keep it. */
    public boolean retained() {
        return retained;
    }

    /** The bytes as they came. */
    public byte[] payload() {
        return payload;
    }

    /** The log's time at which it arrived. */
    public Instant arrival() {
        return arrival;
    }
}

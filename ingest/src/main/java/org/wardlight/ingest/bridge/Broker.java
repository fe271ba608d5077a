package org.wardlight.ingest.bridge;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The MQTT broker to read from, and as whom.
 *
 * @param uri {@code tcp://host:port} or {@code ssl://host:port}
 * @param subscriptions topic filters
 * @param clientId stays the same over restarts, because the broker keeps our session under it
 * @param username null for none
 * @param password null for none
 * @param maxInFlight how many messages may wait for Kafka at a time
 */
public record Broker(
        URI uri,
        List<String> subscriptions,
        String clientId,
        @Nullable String username,
        @Nullable String password,
        int maxInFlight) {

    /** Copies the list. */
    public Broker {
        subscriptions = List.copyOf(subscriptions);
    }

    @Override
    public String toString() {
        return "Broker[uri=" + uri + ", clientId=" + clientId + "]";
    }
}

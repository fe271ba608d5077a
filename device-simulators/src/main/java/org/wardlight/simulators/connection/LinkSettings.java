package org.wardlight.simulators.connection;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How one connection presents itself to the broker.
 *
 * @param broker {@code mqtt://} or {@code tcp://} address
 * @param clientId the device's id, or a gateway's
 * @param statusTopic where the will goes
 * @param inFlight most unacknowledged messages at once; the broker's receive maximum may lower it
 * @param capacity most messages stored while there is no connection
 * @param credentials user name and password; null for none
 */
public record LinkSettings(
        URI broker,
        String clientId,
        String statusTopic,
        int inFlight,
        int capacity,
        @Nullable Credentials credentials) {

    private static final int DEFAULT_PORT = 1883;

    /** The address as the client library spells it. */
    String serverUri() {
        int port = broker.getPort() < 0 ? DEFAULT_PORT : broker.getPort();
        return "tcp://" + broker.getHost() + ":" + port;
    }
}

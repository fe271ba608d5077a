package org.wardlight.simulators.connection;

import java.nio.charset.StandardCharsets;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.MqttPubAck;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt at a connection, from CONNECT to its end, over a client of its own: the client library never gets the chance
 * to carry half-sent messages from one connection into the next, because {@link Outbox} owns them. Everything it hears it
 * tells its link, on the loop.
 */
final class MqttSession implements MqttCallback {

    private static final Logger LOG = LoggerFactory.getLogger(MqttSession.class);

    private static final int QOS = 1;
    private static final int KEEP_ALIVE_SECONDS = 8;
    private static final int CONNECT_TIMEOUT_SECONDS = 5;
    private static final long SESSION_EXPIRY_SECONDS = 900;
    private static final long WILL_DELAY_SECONDS = 15;
    private static final int DISCONNECT_MILLIS = 500;
    private static final int DISCONNECT_WITH_WILL = 0x04;
    private static final int FIRST_FAILURE_CODE = 0x80;
    private static final int UNLIMITED = 65_535;
    private static final byte[] LOST = "{\"state\":\"lost\"}".getBytes(StandardCharsets.UTF_8);

    private final DeviceLink link;
    private final Loop loop;
    private final MqttAsyncClient client;

    /** @throws MqttException when the address is of no use */
    MqttSession(LinkSettings settings, DeviceLink link, Loop loop) throws MqttException {
        this.link = link;
        this.loop = loop;
        this.client = new MqttAsyncClient(settings.serverUri(), settings.clientId(), new MemoryPersistence());
        client.setCallback(this);
    }

    /** Starts to connect; the link hears the outcome. */
    void connect(LinkSettings settings, boolean cleanStart) throws MqttException {
        client.connect(options(settings, cleanStart), null, new MqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
                int receiveMaximum = receiveMaximum(token);
                loop.run(() -> link.opened(MqttSession.this, receiveMaximum));
            }

            @Override
            public void onFailure(@Nullable IMqttToken token, @Nullable Throwable cause) {
                lost(String.valueOf(cause));
            }
        });
    }

    /**
     * Hands a message to the network; the link hears the answer under the ticket.
     *
     * @throws MqttException when it cannot be sent now
     */
    void publish(long ticket, Publication publication, byte[] payload) throws MqttException {
        MqttProperties properties = new MqttProperties();
        properties.setContentType(publication.contentType());
        MqttMessage message = new MqttMessage(payload, QOS, publication.retained(), properties);
        client.publish(publication.topic(), message, null, new MqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
                answered(ticket, token);
            }

            @Override
            public void onFailure(@Nullable IMqttToken token, @Nullable Throwable cause) {
                lost(String.valueOf(cause));
            }
        });
    }

    /**
     * Ends the connection and frees the client. Blocks for up to half a second.
     *
     * @param farewell whether to send DISCONNECT (asking for the will); without, the socket just closes, as when the
     *     network is lost
     */
    void end(boolean farewell) {
        try {
            if (farewell) {
                client.disconnectForcibly(0, DISCONNECT_MILLIS, DISCONNECT_WITH_WILL, new MqttProperties());
            } else {
                client.disconnectForcibly(0, DISCONNECT_MILLIS, false);
            }
            client.close(true);
        } catch (MqttException | RuntimeException e) {
            LOG.debug("connection=ended cause=\"{}\"", e.toString());
        }
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        lost(String.valueOf(response));
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        lost(exception.toString());
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        LOG.debug("message=unexpected");
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        LOG.trace("delivery=complete");
    }

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {
        LOG.trace("connection=complete");
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
        LOG.debug("auth=unexpected reason_code={}", reasonCode);
    }

    /** The library reports a PUBACK with a failure code as success: only the code tells. */
    private void answered(long ticket, IMqttToken token) {
        if (!(token.getResponse() instanceof MqttPubAck)) {
            lost("a publication ended without PUBACK");
            return;
        }
        int code = 0;
        int[] codes = token.getReasonCodes();
        for (int i = 0; codes != null && i < codes.length; i++) {
            code = Math.max(code, codes[i]);
        }
        int worst = code;
        loop.run(() -> {
            if (worst < FIRST_FAILURE_CODE) {
                link.acknowledged(this, ticket);
            } else {
                link.refused(this, ticket, worst);
            }
        });
    }

    private void lost(String cause) {
        loop.run(() -> link.lost(this, cause));
    }

    private static int receiveMaximum(IMqttToken token) {
        MqttProperties properties = token.getResponseProperties();
        Integer maximum = properties == null ? null : properties.getReceiveMaximum();
        return maximum == null ? UNLIMITED : maximum;
    }

    private static MqttConnectionOptions options(LinkSettings settings, boolean cleanStart) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(cleanStart);
        options.setSessionExpiryInterval(SESSION_EXPIRY_SECONDS);
        options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        options.setConnectionTimeout(CONNECT_TIMEOUT_SECONDS);
        options.setAutomaticReconnect(false);
        options.setSocketFactory(new NoDelaySockets());
        MqttProperties will = new MqttProperties();
        will.setWillDelayInterval(WILL_DELAY_SECONDS);
        will.setContentType("application/json");
        options.setWillMessageProperties(will);
        options.setWill(settings.statusTopic(), new MqttMessage(LOST, QOS, true, will));
        Credentials credentials = settings.credentials();
        if (credentials != null) {
            options.setUserName(credentials.userName());
            options.setPassword(credentials.password().getBytes(StandardCharsets.UTF_8));
        }
        return options;
    }
}

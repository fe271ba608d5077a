package org.wardlight.ingest.bridge;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.ingest.decoding.Delivery;

/**
 * One connection to the broker, from CONNECT to its loss. Paho's client is never used a second time: on a reconnect it
 * would send the acknowledgements that the old connection still owed.
 */
final class MqttSession implements MqttCallback, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MqttSession.class);

    private static final int QOS = 1;
    private static final int KEEP_ALIVE_SECONDS = 10;
    private static final int CONNECT_TIMEOUT_SECONDS = 5;
    private static final long ANSWER_TIMEOUT_MILLIS = 5_000;
    private static final long DISCONNECT_TIMEOUT_MILLIS = 300;

    /** The broker keeps our subscriptions and what was not acknowledged for this long, seconds. */
    private static final long SESSION_EXPIRY_SECONDS = 3600;

    /** Longer packets are not ours to read; this bounds the heap, bytes. */
    private static final long MAX_PACKET_BYTES = 16L * 1024 * 1024;

    /** Retained messages are sent only when the subscription is new, so that a reconnect does not repeat them. */
    private static final int RETAINED_FOR_NEW_SUBSCRIPTION_ONLY = 1;

    /** MQTT 5 reason codes from here on are failures. */
    private static final int FIRST_FAILURE_CODE = 0x80;

    private final Broker broker;
    private final Intake intake;
    private final MqttAsyncClient client;
    private final AckGate gate;
    private final CompletableFuture<String> lost = new CompletableFuture<>();
    private volatile boolean paused;

    MqttSession(Broker broker, Intake intake) throws MqttException {
        this.broker = broker;
        this.intake = intake;
        this.client = new MqttAsyncClient(broker.uri().toString(), broker.clientId(), new MemoryPersistence());
        this.gate = new AckGate(this::acknowledge, cause -> lose("log: " + reason(cause)));
        client.setManualAcks(true);
        client.setCallback(this);
    }

    /** Connects and subscribes. What the broker kept for us may arrive before this returns. */
    void open() throws MqttException {
        client.connect(options()).waitForCompletion(ANSWER_TIMEOUT_MILLIS);
        for (String filter : broker.subscriptions()) {
            MqttSubscription subscription = new MqttSubscription(filter, QOS);
            subscription.setRetainAsPublished(true);
            subscription.setRetainHandling(RETAINED_FOR_NEW_SUBSCRIPTION_ONLY);
            IMqttToken answer = client.subscribe(subscription);
            answer.waitForCompletion(ANSWER_TIMEOUT_MILLIS);
            requireGranted(answer);
        }
    }

    /** Waits until the connection is lost; empty when it still stands after that time. */
    @Nullable
    String awaitLoss(long millis) throws InterruptedException {
        try {
            return lost.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return client.isConnected() ? null : "the client is not connected";
        } catch (ExecutionException e) {
            throw new IllegalStateException("a loss has a reason, never an exception", e);
        }
    }

    /** Takes no more; what arrives from now on stays unacknowledged and comes again with the next connection. */
    void pause() {
        paused = true;
    }

    @Override
    public void close() {
        gate.close();
        try {
            client.disconnectForcibly(0, DISCONNECT_TIMEOUT_MILLIS, client.isConnected());
            client.close(true);
        } catch (MqttException | RuntimeException e) {
            LOG.debug("event=mqtt_close_failed reason={}", reason(e));
        }
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        if (paused) {
            return;
        }
        // Paho swallows what is thrown here, and one message without an answer stalls the broker's queue.
        try {
            AckGate.Receipt receipt = message.getQos() == 0 ? gate.arrivedUnconfirmed() : gate.arrived(message.getId());
            MqttProperties properties = message.getProperties();
            String contentType = properties == null ? null : properties.getContentType();
            intake.take(
                    new Delivery(topic, contentType, message.isRetained(), message.getPayload(), intake.arrivalTime()),
                    receipt);
        } catch (RuntimeException | Error e) {
            LOG.error("event=message_handling_failed", e);
            lose("message handling: " + e.getClass().getSimpleName());
        }
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        MqttException cause = response.getException();
        lose(cause == null ? "broker: reason code " + response.getReturnCode() : "broker: " + reason(cause));
    }

    @Override
    public void mqttErrorOccurred(MqttException failure) {
        lose("mqtt: " + reason(failure));
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        // Nothing is published here.
    }

    @Override
    public void connectComplete(boolean reconnect, String uri) {
        // open() waits for it.
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
        lose("broker: asks for enhanced authentication");
    }

    static String reason(Exception failure) {
        String name = failure.getClass().getSimpleName();
        return failure instanceof MqttException mqtt ? name + " " + mqtt.getReasonCode() : name;
    }

    private void lose(String reason) {
        lost.complete(reason);
    }

    private void acknowledge(int packetId) {
        try {
            client.messageArrivedComplete(packetId, QOS);
        } catch (MqttException e) {
            throw new IllegalStateException("the acknowledgement could not be sent: " + reason(e), e);
        }
    }

    private static void requireGranted(IMqttToken answer) throws MqttException {
        for (int code : answer.getReasonCodes()) {
            if (code >= FIRST_FAILURE_CODE) {
                throw new MqttException(code);
            }
        }
    }

    private MqttConnectionOptions options() {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(false);
        options.setSessionExpiryInterval(SESSION_EXPIRY_SECONDS);
        options.setAutomaticReconnect(false);
        options.setReceiveMaximum(broker.maxInFlight());
        options.setMaximumPacketSize(MAX_PACKET_BYTES);
        options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        options.setConnectionTimeout(CONNECT_TIMEOUT_SECONDS);
        if ("tcp".equals(broker.uri().getScheme())) {
            options.setSocketFactory(new NoDelaySocketFactory());
        }
        if (broker.username() != null) {
            options.setUserName(broker.username());
        }
        if (broker.password() != null) {
            options.setPassword(broker.password().getBytes(StandardCharsets.UTF_8));
        }
        return options;
    }
}

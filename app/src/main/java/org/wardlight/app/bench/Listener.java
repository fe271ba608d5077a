package org.wardlight.app.bench;

import java.net.URI;
import java.util.function.BiConsumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.simulators.connection.NoDelaySockets;

/** A subscriber to the native messages of all devices, QoS 1; each is acknowledged when it has been handed on. */
final class Listener implements MqttCallback, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final String ALL_DEVICES = "wardlight/v1/+/+/wl";
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int MOST_IN_FLIGHT = 60_000;

    private final MqttAsyncClient client;
    private final BiConsumer<String, MqttMessage> heard;

    private Listener(MqttAsyncClient client, BiConsumer<String, MqttMessage> heard) {
        this.client = client;
        this.heard = heard;
    }

    static Listener connect(URI broker, BiConsumer<String, MqttMessage> heard) throws MqttException {
        MqttAsyncClient client = new MqttAsyncClient(broker.toString(), "bench-listener", new MemoryPersistence());
        Listener listener = new Listener(client, heard);
        client.setCallback(listener);
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setReceiveMaximum(MOST_IN_FLIGHT);
        options.setSocketFactory(new NoDelaySockets());
        client.connect(options).waitForCompletion(PATIENCE_MILLIS);
        client.subscribe(ALL_DEVICES, 1).waitForCompletion(PATIENCE_MILLIS);
        return listener;
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        heard.accept(topic, message);
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        LOG.warn("event=disconnected response={}", response);
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        LOG.warn("event=mqtt-error", exception);
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        // It only listens.
    }

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {
        // connect() waits for it.
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
        // The embedded broker asks for nothing.
    }

    @Override
    public void close() throws MqttException {
        client.disconnectForcibly(0, PATIENCE_MILLIS / 10, false);
        client.close(true);
    }
}

package org.wardlight.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import org.eclipse.paho.mqttv5.client.IMqttMessageListener;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedBrokerIT {

    private static final int FIVE_MEGABYTES = 5 * 1024 * 1024;

    @TempDir
    Path folder;

    @Test
    void carriesMessagesEvenOversizedOnesAndLeavesOurErrorHandlerAlone() throws Exception {
        Thread.UncaughtExceptionHandler ours = (thread, error) -> {};
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(ours);
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, new FreePorts().any())) {
            assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(ours);
            BlockingQueue<Integer> received = new LinkedBlockingQueue<>();
            MqttClient nurse = connect(broker.uri(), "nurse");
            MqttClient device = connect(broker.uri(), "device");
            nurse.subscribe(
                    new MqttSubscription[] {new MqttSubscription("wardlight/#", 1)},
                    new IMqttMessageListener[] {(topic, message) -> received.add(message.getPayload().length)});

            device.publish("wardlight/v1/demo/d1/wl", message("hello".getBytes(StandardCharsets.UTF_8)));
            device.publish("wardlight/v1/demo/d1/wl", message(new byte[FIVE_MEGABYTES]));

            assertThat(received.poll(10, TimeUnit.SECONDS)).isEqualTo(5);
            assertThat(received.poll(10, TimeUnit.SECONDS)).isEqualTo(FIVE_MEGABYTES);
            nurse.disconnect();
            device.disconnect();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    private static MqttMessage message(byte[] payload) {
        MqttMessage message = new MqttMessage(payload);
        message.setQos(1);
        return message;
    }

    private static MqttClient connect(URI broker, String name) throws MqttException {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setSocketFactory(new Undelayed());
        MqttClient client = new MqttClient(broker.toString(), name, new MemoryPersistence());
        client.connect(options);
        return client;
    }

    /** Without it every acknowledgement waits 40 ms for company. */
    private static final class Undelayed extends SocketFactory {

        @Override
        public Socket createSocket() throws IOException {
            Socket socket = new Socket();
            socket.setTcpNoDelay(true);
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException("Paho connects by itself");
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException("Paho connects by itself");
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException("Paho connects by itself");
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException("Paho connects by itself");
        }
    }
}

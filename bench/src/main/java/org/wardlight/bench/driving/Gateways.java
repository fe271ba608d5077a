package org.wardlight.bench.driving;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.simulators.connection.NoDelaySockets;

/** MQTT connections, each speaking for many devices, as a ward's gateways do. QoS 1. */
public final class Gateways implements AutoCloseable {

    private static final int CONNECT_MILLIS = 10_000;
    private static final int MOST_IN_FLIGHT = 60_000;
    private static final int FIRST_FAILURE_CODE = 0x80;

    private static final Logger LOG = LoggerFactory.getLogger(Gateways.class);

    private final List<MqttAsyncClient> clients;

    private Gateways(List<MqttAsyncClient> clients) {
        this.clients = clients;
    }

    /** What is done when the broker has taken a message; nothing is called for one that it refused or lost. */
    public interface Acknowledged {
        /** The broker has it. */
        void acknowledged();
    }

    /** Connects. */
    public static Gateways connect(URI broker, int connections) throws MqttException {
        List<MqttAsyncClient> clients = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            MqttAsyncClient client =
                    new MqttAsyncClient(broker.toString(), "bench-gateway-" + i, new MemoryPersistence());
            client.connect(options()).waitForCompletion(CONNECT_MILLIS);
            clients.add(client);
        }
        return new Gateways(clients);
    }

    /** How many connections. */
    public int size() {
        return clients.size();
    }

    /** Hands a message to the connection of a bed. */
    public void publish(int bed, String topic, byte[] payload, Acknowledged then) throws MqttException {
        MqttProperties properties = new MqttProperties();
        properties.setContentType("application/x-protobuf");
        MqttMessage message = new MqttMessage(payload, 1, false, properties);
        clients.get(bed % clients.size()).publish(topic, message, null, new MqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
                int[] codes = token.getReasonCodes();
                if (codes == null || codes.length == 0 || codes[0] < FIRST_FAILURE_CODE) {
                    then.acknowledged();
                }
            }

            @Override
            public void onFailure(@Nullable IMqttToken token, @Nullable Throwable cause) {
                // What was not acknowledged promises nothing.
            }
        });
    }

    private static MqttConnectionOptions options() {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(true);
        options.setReceiveMaximum(MOST_IN_FLIGHT);
        options.setSocketFactory(new NoDelaySockets());
        return options;
    }

    @Override
    public void close() {
        for (MqttAsyncClient client : clients) {
            try {
                client.disconnectForcibly(0, CONNECT_MILLIS / 10, false);
                client.close(true);
            } catch (MqttException e) {
                LOG.debug("action=close-gateway outcome=failed reason={}", e.toString());
            }
        }
    }
}

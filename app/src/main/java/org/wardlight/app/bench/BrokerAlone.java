package org.wardlight.app.bench;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.wardlight.bench.driving.Gateways;

/** Publishers, the MQTT broker, and a subscriber that counts. */
final class BrokerAlone implements Stage {

    static final int GATEWAYS = 20;
    static final long PATIENCE_SECONDS = 60;

    private final List<byte[]> payloads;
    private final URI broker;

    BrokerAlone(Messages messages, URI broker) {
        this.payloads = messages.payloads();
        this.broker = broker;
    }

    @Override
    public Cost round() throws MqttException, InterruptedException {
        CountDownLatch left = new CountDownLatch(payloads.size());
        Listener listener = Listener.connect(broker, (topic, message) -> left.countDown());
        try (Gateways gateways = Gateways.connect(broker, GATEWAYS)) {
            Cost before = Cost.now();
            publish(gateways, payloads, () -> {});
            if (!left.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(left.getCount() + " messages never came");
            }
            return before.since();
        } finally {
            listener.close();
        }
    }

    static void publish(Gateways gateways, List<byte[]> payloads, Gateways.Acknowledged then) throws MqttException {
        for (int i = 0; i < payloads.size(); i++) {
            gateways.publish(i % Messages.BEDS, Messages.topic(i), payloads.get(i), then);
        }
    }
}

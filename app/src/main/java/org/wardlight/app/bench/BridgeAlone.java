package org.wardlight.app.bench;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.wardlight.bench.driving.Gateways;
import org.wardlight.events.WardClock;
import org.wardlight.ingest.IngestApp;
import org.wardlight.ingest.IngestConfig;

/** Ingest, which finds its session at the broker full and empties it into the log. What both servers do for that counts too. */
final class BridgeAlone implements Stage {

    private static final String MESSAGES = "wardlight.ingest.messages";

    private final List<byte[]> payloads;
    private final URI broker;
    private final IngestConfig config;

    BridgeAlone(Messages messages, URI broker, String servers) {
        this.payloads = messages.payloads();
        this.broker = broker;
        this.config = IngestConfig.of(servers, broker).withSubscriptions("#");
    }

    @Override
    public Cost round() throws MqttException, InterruptedException {
        try (IngestApp subscribing = ingest(new SimpleMeterRegistry())) {
            await(subscribing, subscribing::isReady);
        }
        fill();
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        try (IngestApp emptying = ingest(meters)) {
            await(emptying, () -> stored(meters) > 0);
            double first = stored(meters);
            Cost before = Cost.now();
            await(emptying, () -> stored(meters) >= payloads.size());
            Cost cost = before.since();
            double share = payloads.size() / (payloads.size() - first);
            return new Cost((long) (cost.cpuNanos() * share), (long) (cost.nanos() * share));
        }
    }

    private IngestApp ingest(SimpleMeterRegistry meters) {
        return IngestApp.start(config, meters, WardClock.real());
    }

    private void fill() throws MqttException, InterruptedException {
        CountDownLatch left = new CountDownLatch(payloads.size());
        try (Gateways gateways = Gateways.connect(broker, BrokerAlone.GATEWAYS)) {
            BrokerAlone.publish(gateways, payloads, left::countDown);
            if (!left.await(BrokerAlone.PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(left.getCount() + " messages were not taken");
            }
        }
    }

    private static double stored(SimpleMeterRegistry meters) {
        return meters.find(MESSAGES).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static void await(IngestApp ingest, BooleanSupplier reached) throws InterruptedException {
        long giveUp = System.nanoTime()
                + Duration.ofSeconds(BrokerAlone.PATIENCE_SECONDS).toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("ingest does not take what waits for it: " + ingest.problems());
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }
}

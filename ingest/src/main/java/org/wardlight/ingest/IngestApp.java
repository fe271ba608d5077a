package org.wardlight.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.events.WardClock;
import org.wardlight.ingest.bridge.Broker;
import org.wardlight.ingest.bridge.Intake;
import org.wardlight.ingest.bridge.MqttBridge;
import org.wardlight.ingest.clock.ClockedLog;
import org.wardlight.ingest.clock.IngestClock;
import org.wardlight.ingest.clock.OpenedLog;
import org.wardlight.ingest.register.ChartReader;
import org.wardlight.ingest.register.Forwarding;
import org.wardlight.ingest.register.Lines;
import org.wardlight.ingest.register.QuarantineRelease;
import org.wardlight.ingest.register.RegisterReader;

/**
 * The ingest role: brings devices' messages from the MQTT broker into the log, keeps the log's clock moving, and forwards
 * register changes, charted entries and released readings into the histories they concern. Starting never waits for a broker or for Kafka: what is not there yet
 * shows in {@link #problems()} and is tried again.
 */
public final class IngestApp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IngestApp.class);
    private static final Duration PRODUCER_CLOSE = Duration.ofMillis(500);

    private final Producer<String, byte[]> producer;
    private final IngestClock ticks;
    private final MqttBridge bridge;
    private final Forwarding forwarding;

    private IngestApp(Producer<String, byte[]> producer, IngestClock ticks, MqttBridge bridge, Forwarding forwarding) {
        this.producer = producer;
        this.ticks = ticks;
        this.bridge = bridge;
        this.forwarding = forwarding;
    }

    /** Starts ingest. The Kafka topics must exist, or be created soon. */
    public static IngestApp start(IngestConfig config, MeterRegistry metrics, WardClock clock) {
        LOG.info("event=ingest_starts config=\"{}\"", config);
        KafkaClients kafka = new KafkaClients(config.kafka().bootstrapServers());
        Producer<String, byte[]> producer = kafka.producer();
        ClockedLog log = new ClockedLog(producer, clock, System::nanoTime);
        IngestClock ticks = new IngestClock(log, clock, () -> {
            try (Admin admin = kafka.admin()) {
                return OpenedLog.ask(admin);
            }
        });
        Intake intake = new Intake(log, producer, config.payloadLimitBytes(), metrics);
        MqttBridge bridge =
                new MqttBridge(new MqttBridge.Lines(broker(config), intake, ticks::isAnswering), clock, metrics);
        Forwarding forwarding = new Forwarding(
                new RegisterReader(
                        new Lines(() -> kafka.reader("wardlight-ingest-register"), log, ticks::isAnswering),
                        clock,
                        metrics),
                new ChartReader(new Lines(() -> kafka.member(ChartReader.GROUP), log, ticks::isAnswering), metrics),
                new QuarantineRelease(
                        new Lines(() -> kafka.member(QuarantineRelease.GROUP), log, ticks::isAnswering),
                        () -> kafka.reader("wardlight-ingest-quarantine"),
                        metrics));
        ticks.start(config.tickInterval());
        bridge.start();
        forwarding.start();
        return new IngestApp(producer, ticks, bridge, forwarding);
    }

    /** Whether messages are taken: the log has stored a tick in each partition, and the broker granted our subscriptions. */
    public boolean isReady() {
        return ticks.isAnswering() && bridge.isSubscribed();
    }

    /** What is wrong, by part, one sentence each; empty when all is well. */
    public Map<String, String> problems() {
        Map<String, String> problems = new TreeMap<>(ticks.problems());
        problems.putAll(bridge.problems());
        problems.putAll(forwarding.problems());
        return problems;
    }

    /** Leaves the broker first, so that nothing arrives that could no longer be stored. Takes less than 3 s. */
    @Override
    public void close() {
        bridge.close();
        forwarding.close();
        ticks.close();
        producer.close(PRODUCER_CLOSE);
        LOG.info("event=ingest_stopped");
    }

    private static Broker broker(IngestConfig config) {
        IngestConfig.Mqtt mqtt = config.mqtt();
        return new Broker(
                mqtt.uri(),
                mqtt.subscriptions(),
                mqtt.clientId(),
                mqtt.username(),
                mqtt.password(),
                config.maxInFlight());
    }
}

package org.wardlight.app.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.app.embedded.EmbeddedBroker;
import org.wardlight.app.embedded.FreePorts;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.events.v1.Observation;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.ingest.decoding.Delivery;
import org.wardlight.ingest.decoding.MessageDecoder;
import org.wardlight.models.ModelFolder;
import org.wardlight.stream.ClinicalCore;
import org.wardlight.stream.device.DevicePolicy;
import org.wardlight.stream.patient.ScorePolicy;
import org.wardlight.stream.scoring.ModelPolicy;

/**
 * The floor: what the same decisions cost when nothing is kept. An MQTT client hands each message to the same decoder and the
 * same clinical core in this process, and a condition is posted as a page; no log, no stream engine, no database, no
 * escalation. Never for patients.
 */
final class FloorWard implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FloorWard.class);
    private static final String SITE = "demo";
    private static final int PAYLOAD_LIMIT = 262_144;
    private static final long TICK_MILLIS = 250;

    private final EmbeddedBroker broker;
    private @Nullable Listener listener;
    private final ClinicalCore core;
    private final MessageDecoder decoder = new MessageDecoder(VitalCatalogue.standard(), PAYLOAD_LIMIT);
    private final ScheduledExecutorService one = Executors.newSingleThreadScheduledExecutor();
    private final int beds;

    private FloorWard(EmbeddedBroker broker, Path models, URI pages, int beds) {
        this.broker = broker;
        this.beds = beds;
        this.core = new ClinicalCore(
                DevicePolicy.STANDARD,
                ScorePolicy.STANDARD,
                new ModelPolicy(models.toString(), List.of(), null, null, null),
                new FloorPages(pages, beds)::condition);
    }

    static FloorWard start(int beds, URI pages, Path folder) throws IOException, MqttException {
        Path models = folder.resolve("models");
        ModelFolder.copyShipped(models);
        int port = new FreePorts().any();
        EmbeddedBroker broker = EmbeddedBroker.start(Files.createDirectories(folder.resolve("mqtt")), port);
        FloorWard floor = new FloorWard(broker, models, pages, beds);
        floor.begin();
        return floor;
    }

    URI mqtt() {
        return broker.uri();
    }

    String site() {
        return SITE;
    }

    List<String> bedNames() {
        return IntStream.range(0, beds)
                .mapToObj(bed -> Integer.toString(bed + 1))
                .toList();
    }

    private void begin() throws MqttException {
        long now = Instant.now().toEpochMilli();
        FloorRegister.of(beds, now).forEach(core::apply);
        listener = Listener.connect(broker.uri(), (topic, message) -> one.execute(() -> take(topic, message)));
        var unused = one.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void take(String topic, MqttMessage message) {
        Instant now = Instant.now();
        MqttProperties properties = message.getProperties();
        String contentType = properties == null ? null : properties.getContentType();
        decoder.decode(new Delivery(topic, contentType, false, message.getPayload(), now))
                .handTo(observation -> apply(observation, now), status -> {}, rejected -> {
                    throw new IllegalStateException("the floor rejects nothing of its driver: " + rejected.detail());
                });
    }

    private void apply(Observation observation, Instant now) {
        core.apply(RawRecord.newBuilder()
                .setObservation(observation.toBuilder().setIngestTimeMs(now.toEpochMilli()))
                .build());
    }

    private void tick() {
        try {
            core.advance(Instant.now().toEpochMilli());
        } catch (RuntimeException e) {
            LOG.error("action=tick outcome=failed", e);
        }
    }

    @Override
    public void close() {
        try {
            if (listener != null) {
                listener.close();
            }
        } catch (MqttException e) {
            LOG.debug("action=close outcome=failed reason={}", e.toString());
        }
        one.shutdownNow();
        core.close();
        broker.close();
    }
}

package org.wardlight.app.bench;

import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.wardlight.app.embedded.EmbeddedBroker;
import org.wardlight.app.embedded.EmbeddedKafka;
import org.wardlight.app.embedded.FreePorts;
import org.wardlight.app.running.PersonalFolders;
import org.wardlight.app.terminal.Terminal;
import org.wardlight.app.topics.TopicAdmin;
import org.wardlight.bench.driving.Gateways;
import org.wardlight.bench.driving.PageReceiver;
import org.wardlight.bench.workload.Probes;
import org.wardlight.bench.workload.Workload;
import org.wardlight.events.Topics;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.ingest.decoding.Delivery;
import org.wardlight.ingest.decoding.MessageDecoder;
import org.wardlight.models.CatalogEntry;
import org.wardlight.models.ModelCatalog;
import org.wardlight.models.ModelFolder;
import org.wardlight.models.onnx.OnnxModel;

/** Each stage alone, one after another in this process: CPU of the whole process and time, per message. */
final class Stages {

    static final int USUAL_MESSAGES = 50_000;

    private static final int BEDS = 500;
    private static final int PAYLOAD_LIMIT = 262_144;
    private static final int PAGES = 2_000;
    private static final int GATEWAYS = 20;
    private static final long PATIENCE_SECONDS = 60;
    private static final double NANOS_PER_MICRO = 1_000;

    private final int messages;
    private final Terminal lines;
    private final Map<String, Map<String, Double>> figures = new LinkedHashMap<>();
    private final Workload workload = new Workload(7, BEDS, Probes.none());

    Stages(int messages, Terminal lines) {
        this.messages = messages;
        this.lines = lines;
    }

    private interface Work {
        void run() throws Exception;
    }

    Map<String, Map<String, Double>> run() throws Exception {
        Path folder = Files.createTempDirectory(PersonalFolders.temporary(), "wardlight-stages-");
        List<byte[]> payloads = payloads();
        decode(payloads);
        core(payloads, folder);
        models(folder);
        kafka(payloads, folder);
        mqtt(payloads, folder);
        pages();
        return figures;
    }

    /** The first round warms up and is thrown away. */
    private void measure(String stage, int count, Work work) throws Exception {
        lines.line("  " + stage);
        work.run();
        long cpu = cpuNanos();
        long time = System.nanoTime();
        work.run();
        double micros = (System.nanoTime() - time) / NANOS_PER_MICRO / count;
        figures.put(
                stage,
                Map.of(
                        "cpu_us_per_message",
                        rounded((cpuNanos() - cpu) / NANOS_PER_MICRO / count),
                        "us_per_message",
                        rounded(micros)));
    }

    private List<byte[]> payloads() {
        List<byte[]> payloads = new ArrayList<>(messages);
        long now = Instant.now().toEpochMilli();
        for (int i = 0; i < messages; i++) {
            payloads.add(workload.message(i % BEDS, i / BEDS, now, now).toByteArray());
        }
        return payloads;
    }

    private void decode(List<byte[]> payloads) throws Exception {
        MessageDecoder decoder = new MessageDecoder(VitalCatalogue.standard(), PAYLOAD_LIMIT);
        measure("decode", messages, () -> {
            for (int i = 0; i < messages; i++) {
                decoder.decode(delivery(i, payloads.get(i)));
            }
        });
    }

    private static Delivery delivery(int i, byte[] payload) {
        return new Delivery(
                "wardlight/v1/demo/" + Workload.device(i % BEDS) + "/wl",
                "application/x-protobuf",
                false,
                payload,
                Instant.now());
    }

    private void core(List<byte[]> payloads, Path folder) throws Exception {
        Path models = folder.resolve("models");
        ModelFolder.copyShipped(models);
        CoreAlone core = new CoreAlone(BEDS, models);
        measure("clinical core", messages, () -> core.live(payloads.size(), workload));
        core.close();
    }

    private void models(Path folder) throws Exception {
        try (ModelCatalog catalog = ModelCatalog.open(folder.resolve("models"))) {
            for (CatalogEntry entry : catalog.entries()) {
                OnnxModel model = entry.model();
                if (model != null) {
                    for (int batch : new int[] {1, 8, 64, 256}) {
                        rows(model, batch);
                    }
                }
            }
        }
    }

    private void rows(OnnxModel model, int batch) throws Exception {
        List<float[]> rows =
                Collections.nCopies(batch, model.manifest().golden().get(0).row());
        int calls = Math.max(20, 20_000 / batch);
        measure("model " + model.id() + ", rows of " + batch, calls * batch, () -> {
            for (int i = 0; i < calls; i++) {
                model.score(rows);
            }
        });
    }

    private void kafka(List<byte[]> payloads, Path folder) throws Exception {
        FreePorts ports = new FreePorts();
        int port = ports.any();
        try (EmbeddedKafka kafka =
                EmbeddedKafka.start(Files.createDirectories(folder.resolve("kafka")), port, ports.any())) {
            String servers = "127.0.0.1:" + port;
            try (TopicAdmin topics = new TopicAdmin(servers)) {
                topics.createMissing(Topics.all(), java.util.Optional.of((short) 1));
            }
            Map<String, Object> settings = Map.of("bootstrap.servers", servers, "acks", "all", "linger.ms", "0");
            try (KafkaProducer<String, byte[]> producer =
                    new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
                measure("Kafka, produced with acks=all", messages, () -> {
                    for (int i = 0; i < messages; i++) {
                        var sent = producer.send(new ProducerRecord<>(
                                Topics.OBSERVATION_RAW.name(), Workload.device(i % BEDS), payloads.get(i)));
                        if (sent.isCancelled()) {
                            throw new IllegalStateException("Kafka takes nothing");
                        }
                    }
                    producer.flush();
                });
            }
            lines.line("  " + kafka.getClass().getSimpleName() + " ends");
        }
    }

    private void mqtt(List<byte[]> payloads, Path folder) throws Exception {
        int port = new FreePorts().any();
        CountDownLatch[] left = {new CountDownLatch(messages)};
        try (EmbeddedBroker broker = EmbeddedBroker.start(Files.createDirectories(folder.resolve("mqtt")), port);
                Gateways gateways = Gateways.connect(broker.uri(), GATEWAYS);
                Listener listener = Listener.connect(broker.uri(), (topic, message) -> left[0].countDown())) {
            lines.line("  " + gateways.size() + " publishers, "
                    + listener.getClass().getSimpleName());
            measure("MQTT, publisher and counting subscriber", messages, () -> {
                left[0] = new CountDownLatch(messages);
                for (int i = 0; i < messages; i++) {
                    int bed = i % BEDS;
                    gateways.publish(
                            bed, "wardlight/v1/demo/" + Workload.device(bed) + "/wl", payloads.get(i), () -> {});
                }
                if (!left[0].await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException(left[0].getCount() + " messages never came");
                }
            });
        }
    }

    private void pages() throws Exception {
        try (PageReceiver receiver = PageReceiver.start()) {
            HttpClient http = HttpClient.newHttpClient();
            measure("page, kept-alive POST", PAGES, () -> {
                for (int i = 0; i < PAGES; i++) {
                    http.send(
                            HttpRequest.newBuilder(receiver.uri())
                                    .POST(HttpRequest.BodyPublishers.ofString("{\"data\":{\"level\":1}}"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
                }
            });
        }
    }

    private static long cpuNanos() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime();
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}

package org.wardlight.app.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wardlight.app.embedded.EmbeddedBroker;
import org.wardlight.app.embedded.EmbeddedKafka;
import org.wardlight.app.embedded.EmbeddedQuestDb;
import org.wardlight.app.embedded.FreePorts;
import org.wardlight.app.running.PersonalFolders;
import org.wardlight.app.terminal.Terminal;
import org.wardlight.bench.driving.PageReceiver;
import org.wardlight.models.CatalogEntry;
import org.wardlight.models.ModelCatalog;
import org.wardlight.models.ModelFolder;
import org.wardlight.models.onnx.OnnxModel;

/** Each stage alone, one after another in this process. The first round of each warms up and is thrown away. */
final class Stages {

    static final int USUAL_MESSAGES = 50_000;

    private static final int PAGES = 10_000;
    private static final List<Integer> BATCHES = List.of(1, 8, 64, 256);

    private final Terminal lines;
    private final Messages messages;
    private final Path folder;
    private final Map<String, Map<String, Double>> figures = new LinkedHashMap<>();

    Stages(int messages, Terminal lines) throws IOException {
        this.messages = new Messages(messages);
        this.lines = lines;
        this.folder = Files.createTempDirectory(PersonalFolders.temporary(), "wardlight-stages-");
    }

    /** CPU and time of each, microseconds for a message or what its name says. */
    Map<String, Map<String, Double>> run() throws Exception {
        Path models = folder.resolve("models");
        ModelFolder.copyShipped(models);
        DecoderAlone decoder = new DecoderAlone(messages);
        measure("decoder", messages.count(), decoder);
        try (CoreAlone core = new CoreAlone(messages, models)) {
            measure("clinical core", messages.count(), core);
        }
        measure("stream job, in memory", messages.count(), new JobAlone(messages, models));
        models(models);
        transport();
        store();
        pages();
        return figures;
    }

    private void measure(String stage, int units, Stage alone) throws Exception {
        lines.line("  " + stage);
        alone.round();
        figures.put(stage, alone.round().perUnit(units));
    }

    private void models(Path models) throws Exception {
        try (ModelCatalog catalog = ModelCatalog.open(models)) {
            for (CatalogEntry entry : catalog.entries()) {
                OnnxModel model = entry.model();
                if (model != null) {
                    for (int batch : BATCHES) {
                        rows(model, batch);
                    }
                }
            }
        }
    }

    private void rows(OnnxModel model, int batch) throws Exception {
        List<float[]> rows =
                Collections.nCopies(batch, model.manifest().golden().get(0).row());
        int calls = messages.count() / batch + 1;
        measure("model " + model.id() + ", a row in batches of " + batch, calls * batch, () -> {
            Cost before = Cost.now();
            for (int i = 0; i < calls; i++) {
                model.score(rows);
            }
            return before.since();
        });
    }

    private void transport() throws Exception {
        FreePorts ports = new FreePorts();
        int log = ports.any();
        try (EmbeddedKafka kafka =
                        EmbeddedKafka.start(Files.createDirectories(folder.resolve("kafka")), log, ports.any());
                EmbeddedBroker broker =
                        EmbeddedBroker.start(Files.createDirectories(folder.resolve("mqtt")), ports.any())) {
            measure(
                    "MQTT, publisher and counting subscriber",
                    messages.count(),
                    new BrokerAlone(messages, broker.uri()));
            measure("log, acks=all", messages.count(), new LogAlone(messages, kafka.bootstrapServers()));
            measure(
                    "bridge, from a full session to the log",
                    messages.count(),
                    new BridgeAlone(messages, broker.uri(), kafka.bootstrapServers()));
        }
    }

    private void store() throws Exception {
        int port = new FreePorts().any();
        try (EmbeddedQuestDb database =
                        EmbeddedQuestDb.start(Files.createDirectories(folder.resolve("questdb")), port);
                StoreAlone store = new StoreAlone(messages.count(), database.uri())) {
            measure("store, a row of a trend", messages.count(), store);
        }
    }

    private void pages() throws Exception {
        try (PageReceiver receiver = PageReceiver.start()) {
            HttpClient http = HttpClient.newHttpClient();
            URI uri = receiver.uri();
            measure("page, a kept-alive POST", PAGES, () -> {
                Cost before = Cost.now();
                for (int i = 0; i < PAGES; i++) {
                    http.send(
                            HttpRequest.newBuilder(uri)
                                    .POST(HttpRequest.BodyPublishers.ofString("{\"data\":{\"level\":1}}"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
                }
                return before.since();
            });
        }
    }
}

package org.wardlight.app.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.app.terminal.ExitCode;

/**
 * One Kafka node, broker and controller in one, on loopback, for the demonstration and for tests. A folder that was used
 * before is opened again with everything in it. The only class that touches Kafka's server internals.
 */
public final class EmbeddedKafka implements AutoCloseable {

    /** Fixed, because a node refuses a folder that was written under another cluster id. */
    private static final String CLUSTER_ID = "V2FyZGxpZ2h0RGVtb0thZg";

    private static final int NODE_ID = 1;

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private EmbeddedKafka(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts the node and returns when it takes requests.
     *
     * @param directory where it keeps its log; created when missing
     * @param port where clients connect
     * @param controllerPort where it talks to itself
     * @throws CommandFailure when it cannot start
     */
    public static EmbeddedKafka start(Path directory, int port, int controllerPort) {
        Path logs = directory.resolve("log");
        KafkaRaftServer server = null;
        try {
            Files.createDirectories(logs);
            format(logs);
            server = new KafkaRaftServer(new KafkaConfig(settings(logs, port, controllerPort)), Time.SYSTEM);
            server.startup();
            return new EmbeddedKafka(server, "127.0.0.1:" + port);
        } catch (Exception e) {
            if (server != null) {
                server.shutdown();
            }
            throw new CommandFailure(
                    "Kafka does not start on port " + port + " with its data in " + directory + ": " + e.getMessage(),
                    "Check that the folder is writable and the port is free; the log file has the details.",
                    ExitCode.NOT_READY,
                    e);
        }
    }

    /** Where clients connect. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Stops in order: every record that was acknowledged is in the folder. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path logs) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(NODE_ID)
                .setClusterId(CLUSTER_ID)
                .addDirectory(logs.toString())
                .setMetadataLogDirectory(logs.toString())
                .setSupportedFeatures(List.copyOf(Feature.PRODUCTION_FEATURES))
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setIgnoreFormatted(true)
                .setControllerListenerName("CONTROLLER")
                .run();
    }

    private static Properties settings(Path logs, int port, int controllerPort) throws IOException {
        String listener = "PLAINTEXT://127.0.0.1:" + port;
        String text = """
                process.roles=broker,controller
                node.id=%d
                controller.quorum.voters=%d@127.0.0.1:%d
                listeners=%s,CONTROLLER://127.0.0.1:%d
                advertised.listeners=%s
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                # A misspelt topic is an error, not a new topic.
                auto.create.topics.enable=false
                # There is one node.
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                # A ward is small: few threads, small buffers, small files.
                num.network.threads=2
                num.io.threads=2
                background.threads=2
                log.cleaner.dedupe.buffer.size=8388608
                log.segment.bytes=67108864
                log.index.size.max.bytes=1048576
                """.formatted(NODE_ID, NODE_ID, controllerPort, listener, controllerPort, listener);
        Properties settings = new Properties();
        settings.load(new StringReader(text));
        settings.setProperty("log.dirs", logs.toString());
        return settings;
    }
}

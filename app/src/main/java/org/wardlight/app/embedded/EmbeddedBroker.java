package org.wardlight.app.embedded;

import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.app.terminal.ExitCode;

/**
 * HiveMQ Community Edition on loopback, for the demonstration and for tests: MQTT 5 and 3.1.1, everything in memory,
 * every client welcome. What it holds when it stops is gone; that is why the bridge acknowledges only what Kafka has.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Messages held for a client that is away or slow; the newest beyond that are dropped. */
    private static final int MAX_QUEUE = 100_000;

    /** Unacknowledged messages that one client may have under way towards the broker. */
    private static final int RECEIVE_MAXIMUM = 1_000;

    /** Far above what ingest takes, so that an oversized payload reaches ingest and is rejected with a reason. */
    private static final int MAX_PACKET_BYTES = 16 * 1024 * 1024;

    private final EmbeddedHiveMQ broker;
    private final URI uri;

    private EmbeddedBroker(EmbeddedHiveMQ broker, URI uri) {
        this.broker = broker;
        this.uri = uri;
    }

    /**
     * Starts the broker and returns when clients can connect.
     *
     * @param directory for its own files; created when missing
     * @param port where clients connect
     * @throws CommandFailure when it cannot start
     */
    public static EmbeddedBroker start(Path directory, int port) {
        // HiveMQ takes over the handler of the whole process; an error of ours must not be logged as one of theirs.
        Thread.UncaughtExceptionHandler ours = Thread.getDefaultUncaughtExceptionHandler();
        EmbeddedHiveMQ broker = null;
        try {
            broker = configured(directory, port);
            await(broker.start());
            return new EmbeddedBroker(broker, URI.create("tcp://127.0.0.1:" + port));
        } catch (IOException | ExecutionException | TimeoutException e) {
            if (broker != null) {
                stop(broker);
            }
            throw new CommandFailure(
                    "The MQTT broker does not start on port " + port + ": " + e.getMessage(),
                    "Check that the port is free and " + directory + " is writable; the log file has the details.",
                    ExitCode.NOT_READY,
                    e);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(ours);
        }
    }

    /** Where clients connect, as Paho spells it: {@code tcp://127.0.0.1:1883}. */
    public URI uri() {
        return uri;
    }

    /** Stops the broker; takes about four seconds. */
    @Override
    public void close() {
        stop(broker);
    }

    private static void stop(EmbeddedHiveMQ broker) {
        try {
            await(broker.stop());
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("action=stop-mqtt-broker outcome=failed", e);
        }
    }

    private static void await(CompletableFuture<Void> future) throws ExecutionException, TimeoutException {
        try {
            future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted");
        }
    }

    private static EmbeddedHiveMQ configured(Path directory, int port) throws IOException {
        Path settings = Files.createDirectories(directory.resolve("conf"));
        Files.writeString(settings.resolve("config.xml"), xml(port));
        EmbeddedExtension everyone = EmbeddedExtension.builder()
                .withId("wardlight-demo")
                .withName("Lets every client on this machine in")
                .withVersion("1")
                .withAuthor("Wardlight")
                .withPriority(0)
                .withStartPriority(1000)
                .withExtensionMain(new OpenHouse())
                .build();
        return EmbeddedHiveMQ.builder()
                .withConfigurationFolder(settings)
                .withDataFolder(Files.createDirectories(directory.resolve("data")))
                .withExtensionsFolder(Files.createDirectories(directory.resolve("extensions")))
                .withEmbeddedExtension(everyone)
                .withoutLoggingBootstrap()
                .build();
    }

    private static String xml(int port) {
        return """
                <?xml version="1.0"?>
                <hivemq xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                  <listeners>
                    <tcp-listener><port>%d</port><bind-address>127.0.0.1</bind-address></tcp-listener>
                  </listeners>
                  <mqtt>
                    <queued-messages><max-queue-size>%d</max-queue-size></queued-messages>
                    <receive-maximum><server-receive-maximum>%d</server-receive-maximum></receive-maximum>
                    <packets><max-packet-size>%d</max-packet-size></packets>
                  </mqtt>
                  <persistence><mode>in-memory</mode></persistence>
                  <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
                </hivemq>
                """.formatted(port, MAX_QUEUE, RECEIVE_MAXIMUM, MAX_PACKET_BYTES);
    }
}

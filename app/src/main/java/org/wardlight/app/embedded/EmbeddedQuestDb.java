package org.wardlight.app.embedded;

import io.questdb.Bootstrap;
import io.questdb.PropBootstrapConfiguration;
import io.questdb.ServerMain;
import io.questdb.log.LogFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.app.terminal.ExitCode;

/**
 * A QuestDB on loopback, for the demonstration and for tests: line protocol in, SQL over HTTP out, nothing else listens. A
 * folder that was used before is opened again with everything in it. What it has to say goes to a file in its folder; a
 * process that starts several keeps the file of the first.
 */
public final class EmbeddedQuestDb implements AutoCloseable {

    private final ServerMain server;
    private final URI uri;

    private EmbeddedQuestDb(ServerMain server, URI uri) {
        this.server = server;
        this.uri = uri;
    }

    /**
     * Starts the server and returns when it takes requests.
     *
     * @param directory where it keeps its tables; created when missing
     * @param port where clients connect
     * @throws CommandFailure when it cannot start
     */
    public static EmbeddedQuestDb start(Path directory, int port) {
        String address = "127.0.0.1:" + port;
        try {
            logToFile(directory);
            ServerMain server = quietly(() -> {
                ServerMain starting = new ServerMain(
                        new Bootstrap(new Settings(address), Bootstrap.getServerMainArgs(directory.toString())));
                try {
                    starting.start();
                    return starting;
                } catch (RuntimeException e) {
                    starting.close();
                    throw e;
                }
            });
            return new EmbeddedQuestDb(server, URI.create("http://" + address));
        } catch (IOException | RuntimeException e) {
            throw new CommandFailure(
                    "QuestDB does not start on port " + port + " with its data in " + directory + ": " + e.getMessage(),
                    "Check that the folder is writable and the port is free; the log file has the details.",
                    ExitCode.NOT_READY,
                    e);
        }
    }

    /** Where clients connect. */
    public URI uri() {
        return uri;
    }

    /** Stops in order: what was accepted is in the folder, and files give back what was reserved for more. */
    @Override
    public void close() {
        quietly(() -> {
            server.close();
            return server;
        });
    }

    private static void logToFile(Path directory) throws IOException {
        Path conf = Files.createDirectories(directory.resolve("conf"));
        Files.writeString(conf.resolve("log.conf"), """
                writers=file
                w.file.class=io.questdb.log.LogFileWriter
                w.file.location=%s
                w.file.level=ERROR
                """.formatted(directory.resolve("questdb.log")));
        LogFactory.configureRootDir(directory.toString());
    }

    /** It greets and takes its leave on the standard streams, which belong to the command. */
    private static synchronized ServerMain quietly(Supplier<ServerMain> action) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(nowhere);
        System.setErr(nowhere);
        try {
            return action.get();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static final class Settings extends PropBootstrapConfiguration {

        private final Map<String, String> settings;

        private Settings(String address) {
            settings = new HashMap<>(Map.of(
                    "QDB_HTTP_BIND_TO", address,
                    "QDB_HTTP_MIN_ENABLED", "false",
                    "QDB_PG_ENABLED", "false",
                    "QDB_LINE_TCP_ENABLED", "false",
                    "QDB_TELEMETRY_ENABLED", "false",
                    // A ward is small.
                    "QDB_SHARED_WORKER_COUNT", "2",
                    // A table that a row brings about has no keys: the writer makes tables.
                    "QDB_LINE_AUTO_CREATE_NEW_TABLES", "false"));
            calmly("QDB_SHARED_WORKER");
            calmly("QDB_WAL_APPLY_WORKER");
        }

        /** Its threads look for work without a pause, thousands of times after each piece of it. Here others need the core. */
        private void calmly(String pool) {
            settings.put(pool + "_NAP_THRESHOLD", "20");
            settings.put(pool + "_SLEEP_THRESHOLD", "100");
            settings.put(pool + "_SLEEP_TIMEOUT", "25");
        }

        @Override
        public Map<String, String> getEnv() {
            return settings;
        }

        @Override
        public String getBanner() {
            return "";
        }

        /** Nobody looks at its own console. */
        @Override
        public boolean useSite() {
            return false;
        }
    }
}

package org.wardlight.trends;

import io.questdb.Bootstrap;
import io.questdb.PropBootstrapConfiguration;
import io.questdb.ServerMain;
import io.questdb.log.LogFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.wardlight.trends.store.StoreSettings;

/** A QuestDB in the JVM of the tests. */
public final class QuestDbServer implements StoreServer {

    private final ServerMain server;
    private final URI uri;

    private QuestDbServer(ServerMain server, URI uri) {
        this.server = server;
        this.uri = uri;
    }

    public static QuestDbServer start(Path directory) throws IOException {
        String address = "127.0.0.1:" + freePort();
        Map<String, String> settings = Map.of(
                "QDB_HTTP_BIND_TO", address,
                "QDB_HTTP_MIN_ENABLED", "false",
                "QDB_PG_ENABLED", "false",
                "QDB_LINE_TCP_ENABLED", "false",
                "QDB_LINE_AUTO_CREATE_NEW_TABLES", "false",
                "QDB_TELEMETRY_ENABLED", "false",
                "QDB_SHARED_WORKER_COUNT", "2");
        beQuiet(directory);
        ServerMain server = new ServerMain(
                new Bootstrap(new Settings(settings), Bootstrap.getServerMainArgs(directory.toString())));
        server.start();
        return new QuestDbServer(server, URI.create("http://" + address));
    }

    @Override
    public StoreSettings settings() {
        return StoreSettings.questDb(uri);
    }

    @Override
    public void close() {
        server.close();
    }

    private static void beQuiet(Path directory) throws IOException {
        Path conf = Files.createDirectories(directory.resolve("conf"));
        Files.writeString(conf.resolve("log.conf"), """
                writers=file
                w.file.class=io.questdb.log.LogFileWriter
                w.file.location=%s
                w.file.level=CRITICAL
                """.formatted(directory.resolve("questdb.log")));
        LogFactory.configureRootDir(directory.toString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static final class Settings extends PropBootstrapConfiguration {

        private final Map<String, String> settings;

        private Settings(Map<String, String> settings) {
            this.settings = settings;
        }

        @Override
        public Map<String, String> getEnv() {
            return settings;
        }

        @Override
        public String getBanner() {
            return "";
        }

        @Override
        public boolean useSite() {
            return false;
        }
    }
}

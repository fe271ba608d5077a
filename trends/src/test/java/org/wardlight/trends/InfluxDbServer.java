package org.wardlight.trends;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.wardlight.trends.store.StoreSettings;

/**
 * A real InfluxDB: the one that {@code WARDLIGHT_TEST_INFLUXDB_URL}, {@code _TOKEN} and {@code _BUCKET} name, or one started
 * from the binary that {@code WARDLIGHT_INFLUXD} names, of version 1 or 2.
 */
public final class InfluxDbServer implements StoreServer {

    private static final String TOKEN = "test-token-of-the-contract";
    private static final String BUCKET = "trends-contract";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final @Nullable Process process;
    private final StoreSettings settings;
    private final boolean versionOne;

    private InfluxDbServer(@Nullable Process process, StoreSettings settings, boolean versionOne) {
        this.process = process;
        this.settings = settings;
        this.versionOne = versionOne;
    }

    /** Whether it has buckets, and nobody else's rows in them. */
    boolean hasBucketsOfItsOwn() {
        return process != null && !versionOne;
    }

    /** The server, or nothing when none is named. */
    public static Optional<InfluxDbServer> start(Path directory) throws Exception {
        Map<String, String> environment = System.getenv();
        String url = environment.getOrDefault("WARDLIGHT_TEST_INFLUXDB_URL", "");
        if (!url.isEmpty()) {
            return Optional.of(new InfluxDbServer(
                    null,
                    StoreSettings.influxDb(
                            URI.create(url),
                            environment.getOrDefault("WARDLIGHT_TEST_INFLUXDB_TOKEN", ""),
                            environment.getOrDefault("WARDLIGHT_TEST_INFLUXDB_BUCKET", "")),
                    false));
        }
        String binary = environment.getOrDefault("WARDLIGHT_INFLUXD", "");
        return binary.isEmpty() ? Optional.empty() : Optional.of(start(binary, directory));
    }

    @Override
    public StoreSettings settings() {
        return settings;
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        }
    }

    private static InfluxDbServer start(String binary, Path directory) throws Exception {
        int port = freePort();
        URI uri = URI.create("http://127.0.0.1:" + port);
        boolean versionOne = output(List.of(binary, "version")).matches("(?s)InfluxDB v?1\\..*");
        Process process = new ProcessBuilder(versionOne ? one(binary, directory, port) : two(binary, directory, port))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("influxd.log").toFile())
                .start();
        InfluxDbServer server = new InfluxDbServer(process, StoreSettings.influxDb(uri, TOKEN, BUCKET), versionOne);
        try {
            server.setUp(uri);
            return server;
        } catch (Exception e) {
            server.close();
            throw e;
        }
    }

    private void setUp(URI uri) throws Exception {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> send(HttpRequest.newBuilder(uri.resolve("/ping"))) / 100 == 2);
        int status = versionOne
                ? post(uri.resolve("/query?q=CREATE+DATABASE+%22" + BUCKET + "%22"), "")
                : post(
                        uri.resolve("/api/v2/setup"),
                        "{\"username\":\"tester\",\"password\":\"tester-password\",\"org\":\"ward\",\"bucket\":\""
                                + BUCKET + "\",\"token\":\"" + TOKEN + "\"}");
        if (status / 100 != 2) {
            throw new IOException("InfluxDB could not be set up: " + status);
        }
    }

    private static List<String> two(String binary, Path directory, int port) {
        return List.of(
                binary,
                "--http-bind-address=127.0.0.1:" + port,
                "--bolt-path=" + directory.resolve("influxd.bolt"),
                "--engine-path=" + directory.resolve("engine"),
                "--sqlite-path=" + directory.resolve("influxd.sqlite"),
                "--reporting-disabled");
    }

    private static List<String> one(String binary, Path directory, int port) throws IOException {
        Path config = directory.resolve("influxd.conf");
        Files.writeString(config, """
                bind-address = "127.0.0.1:%d"
                reporting-disabled = true
                [meta]
                  dir = "%s/meta"
                [data]
                  dir = "%s/data"
                  wal-dir = "%s/wal"
                [http]
                  bind-address = "127.0.0.1:%d"
                """.formatted(freePort(), directory, directory, directory, port));
        return List.of(binary, "-config", config.toString());
    }

    private static String output(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static int post(URI uri, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static int send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

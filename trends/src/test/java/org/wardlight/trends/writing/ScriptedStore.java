package org.wardlight.trends.writing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.wardlight.trends.store.StoreSettings;

/** A store of one bucket that answers as it is told, and else keeps rows by time and tags, as real ones do. */
final class ScriptedStore implements AutoCloseable {

    static final String TOKEN = "a-secret-token";
    private static final String BUCKETS = """
            {"buckets":[{"id":"b1","orgID":"org-1","name":"%s","retentionRules":[]}]}""";

    private final int port = freePort();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Answer> script = new ConcurrentLinkedQueue<>();
    private final Map<String, String> rows = new ConcurrentHashMap<>();
    private final Semaphore gate = new Semaphore(1_000_000);
    final List<String> writes = new CopyOnWriteArrayList<>();
    final AtomicInteger attempts = new AtomicInteger();
    volatile String bucket = "trends";
    volatile String refused = "nothing is refused";
    volatile int always;
    private @Nullable HttpServer server;

    private record Answer(int status, String retryAfter) {}

    StoreSettings settings() {
        return StoreSettings.influxDb(URI.create("http://127.0.0.1:" + port), TOKEN, "trends");
    }

    ScriptedStore up() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/ping", exchange -> answer(exchange, 204, ""));
        server.createContext("/query", exchange -> answer(exchange, 200, "{\"results\":[{\"statement_id\":0}]}"));
        server.createContext("/api/v2/buckets", exchange -> answer(exchange, 200, BUCKETS.formatted(bucket)));
        server.createContext("/api/v2/write", this::write);
        server.setExecutor(threads);
        server.start();
        return this;
    }

    /** The next write is answered so, and its rows are not kept. */
    ScriptedStore then(int status, String retryAfter) {
        script.add(new Answer(status, retryAfter));
        return this;
    }

    /** Writes wait from now on. */
    void hold() {
        gate.drainPermits();
    }

    void letGo() {
        gate.release(1_000_000);
    }

    /** Time and tags of every row. */
    List<String> keys() {
        return rows.keySet().stream().sorted().toList();
    }

    private void write(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        attempts.incrementAndGet();
        gate.acquireUninterruptibly();
        writes.add(exchange.getRequestURI().getRawQuery() + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        Answer scripted = script.poll();
        if (scripted != null || always != 0) {
            Answer answer = scripted == null ? new Answer(always, "") : scripted;
            if (!answer.retryAfter().isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
            }
            answer(exchange, answer.status(), "{\"code\":\"scripted\",\"message\":\"as told\"}");
            return;
        }
        if (body.contains(refused)) {
            answer(exchange, 400, "{\"code\":\"invalid\",\"message\":\"unable to parse a line\"}");
            return;
        }
        body.lines().forEach(line -> rows.put(key(line), line));
        answer(exchange, 204, "");
    }

    static String key(String line) {
        return line.substring(0, line.indexOf(' ')) + " " + line.substring(line.lastIndexOf(' ') + 1);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        letGo();
        if (server != null) {
            server.stop(0);
        }
        threads.shutdownNow();
    }
}

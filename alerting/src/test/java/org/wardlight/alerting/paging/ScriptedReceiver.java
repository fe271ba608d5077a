package org.wardlight.alerting.paging;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A receiver that answers as it is told, 204 when it is not, and keeps what it got. */
public final class ScriptedReceiver implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Answer> script = new ConcurrentLinkedQueue<>();
    public final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Runnable beforeAnswering = () -> {};

    /** One request as it came. */
    public record Received(Map<String, List<String>> headers, String body, long nanos) {
        public String id() {
            return headers.getOrDefault("Webhook-id", List.of("")).get(0);
        }
    }

    private record Answer(int status, String retryAfter, boolean hangs) {}

    public ScriptedReceiver() {
        this(0);
    }

    /** A receiver on a port that another one had before. */
    ScriptedReceiver(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/page");
    }

    public ScriptedReceiver then(int status) {
        script.add(new Answer(status, "", false));
        return this;
    }

    public ScriptedReceiver thenBusy(int retryAfterSeconds) {
        script.add(new Answer(429, Integer.toString(retryAfterSeconds), false));
        return this;
    }

    public ScriptedReceiver thenHang() {
        script.add(new Answer(0, "", true));
        return this;
    }

    /** What happens between a request and its answer. */
    public void beforeAnswering(Runnable what) {
        beforeAnswering = what;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Received(Map.copyOf(exchange.getRequestHeaders()), body, System.nanoTime()));
        beforeAnswering.run();
        Answer answer = script.poll();
        if (answer != null && answer.hangs()) {
            return;
        }
        if (answer != null && !answer.retryAfter().isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
        }
        exchange.sendResponseHeaders(answer == null ? 204 : answer.status(), -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

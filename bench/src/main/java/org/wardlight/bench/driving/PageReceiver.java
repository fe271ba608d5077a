package org.wardlight.bench.driving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Receives pages as a hospital's pager would, and notes when each had been read. */
public final class PageReceiver implements AutoCloseable {

    private static final int ACCEPTED = 204;
    private static final int THREADS = 4;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final ObjectMapper json = new ObjectMapper();
    private final List<Page> pages = new CopyOnWriteArrayList<>();
    private volatile RunClock clock = new RunClock();

    private PageReceiver(HttpServer server) {
        this.server = server;
    }

    /**
     * A page.
     *
     * @param readMillis when its body had been read, ms of the run
     * @param seq number of the deciding message; 0 when it does not say
     * @param isReminder whether it repeats an earlier page on purpose
     * @param dueEpochMillis when the alarm was due, ms since 1970
     */
    public record Page(
            double readMillis,
            String alarmId,
            String kind,
            String rule,
            String bed,
            int level,
            String recipient,
            String device,
            long seq,
            boolean isReminder,
            long dueEpochMillis) {}

    /** Begins to listen on a free port of the loopback. */
    public static PageReceiver start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        PageReceiver receiver = new PageReceiver(server);
        server.createContext("/", receiver::receive);
        server.setExecutor(receiver.threads);
        server.start();
        return receiver;
    }

    /** From now on times count on this clock; what came before is forgotten. */
    public void countOn(RunClock begun) {
        clock = begun;
        pages.clear();
    }

    /** Where pages are to be sent. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/pages");
    }

    /** Every page so far, in the order of arrival. */
    public List<Page> pages() {
        return List.copyOf(pages);
    }

    private void receive(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        double read = clock.millis();
        exchange.sendResponseHeaders(ACCEPTED, -1);
        exchange.close();
        JsonNode data = json.readTree(body).path("data");
        JsonNode deciding = data.path("deciding");
        pages.add(new Page(
                read,
                data.path("alarm_id").asText(),
                data.path("kind").asText(),
                data.path("rule").asText(),
                data.path("bed").asText(),
                data.path("level").asInt(),
                data.path("recipient").asText(),
                deciding.path("device").asText(""),
                deciding.path("seq").asLong(0),
                data.hasNonNull("reminder_of"),
                data.path("due_ms").asLong()));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

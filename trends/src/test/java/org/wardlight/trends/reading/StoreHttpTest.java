package org.wardlight.trends.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers that are late, and those that begin and never end. */
class StoreHttpTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void up() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/whole", exchange -> answer(exchange, 200, "{\"rows\":3}"));
        server.createContext("/refused", exchange -> answer(exchange, 400, "x".repeat(300)));
        server.createContext("/stalls", this::stall);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void down() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void readsAWholeAnswer() throws Exception {
        assertThat(store(Duration.ofSeconds(15))
                        .get("/whole", Map.of())
                        .get("rows")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void saysInShortWhatTheStoreSaidAboutAnError() {
        assertThatThrownBy(() -> store(Duration.ofSeconds(15)).get("/refused", Map.of()))
                .isInstanceOf(TrendsUnavailable.class)
                .hasMessage("The trend store answers with an error (400).")
                .cause()
                .hasMessage("x".repeat(200));
    }

    @Test
    @Timeout(10)
    void givesUpAnAnswerThatStallsAfterItsHeaders() {
        assertThatThrownBy(() -> store(Duration.ofMillis(200)).get("/stalls", Map.of()))
                .isInstanceOf(TrendsUnavailable.class)
                .hasMessage("The trend store does not answer.");
    }

    private StoreHttp store(Duration answer) {
        return new StoreHttp(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "", answer);
    }

    private void stall(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers that are late, and those that begin and never end. */
class StoreHttpTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch secondAsked = new CountDownLatch(1);
    private final CountDownLatch hungUp = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void up() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/whole", exchange -> answer(exchange, 200, "{\"rows\":3}"));
        server.createContext("/refused", exchange -> answer(exchange, 400, "x".repeat(300)));
        server.createContext("/stalls", this::stall);
        server.createContext("/in-turn", this::inTurn);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void down() {
        over.countDown();
        secondAsked.countDown();
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

    @Test
    @Timeout(20)
    void hangsUpOnAStoreItGaveUp() throws Exception {
        assertThatThrownBy(() -> store(Duration.ofMillis(200)).get("/stalls", Map.of()))
                .isInstanceOf(TrendsUnavailable.class);

        assertThat(hungUp.await(15, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void asksSeveralQuestionsAtOnceAndAnswersInTheirOrder() throws Exception {
        assertThat(store(Duration.ofSeconds(5))
                        .getAll("/in-turn", List.of(Map.of("q", "first"), Map.of("q", "second"))))
                .extracting(answer -> answer.get("asked").asText())
                .containsExactly("q=first", "q=second");
    }

    @Test
    void isUnavailableWhenOneOfSeveralQuestionsIsRefused() {
        assertThatThrownBy(() -> store(Duration.ofSeconds(5))
                        .getAll("/in-turn", List.of(Map.of("q", "first"), Map.of("q", "refused"))))
                .isInstanceOf(TrendsUnavailable.class)
                .hasMessage("The trend store is busy.");
    }

    private StoreHttp store(Duration answer) {
        return new StoreHttp(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "", answer);
    }

    private void stall(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 100_000);
        try {
            do {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
            } while (!over.await(50, TimeUnit.MILLISECONDS));
        } catch (IOException e) {
            hungUp.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The first question is answered when the second has been asked: not at all, if they come one after the other. */
    private void inTurn(HttpExchange exchange) throws IOException {
        String question = exchange.getRequestURI().getQuery();
        try {
            if (question.equals("q=first")) {
                secondAsked.await();
            } else {
                secondAsked.countDown();
            }
            answer(exchange, question.equals("q=refused") ? 503 : 200, "{\"asked\":\"%s\"}".formatted(question));
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

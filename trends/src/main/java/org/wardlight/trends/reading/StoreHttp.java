package org.wardlight.trends.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Asks a store by HTTP and gets JSON back, with short time limits: whoever waits for a chart must soon know. */
public final class StoreHttp {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final int LONGEST_DETAIL = 200;

    private final URI base;
    private final String token;
    private final Duration answer;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    /** A store at this address; an empty token is not sent. */
    public StoreHttp(URI base, String token) {
        this(base, token, ANSWER);
    }

    StoreHttp(URI base, String token, Duration answer) {
        this.base = base;
        this.token = token;
        this.answer = answer;
    }

    /**
     * What the store says at a path below its address.
     *
     * @throws TrendsUnavailable when it does not answer, or not with success
     */
    public JsonNode get(String path, Map<String, String> parameters) throws TrendsUnavailable {
        return getAll(path, List.of(parameters)).get(0);
    }

    /**
     * What the store says to several questions that are asked at the same time, in their order.
     *
     * @throws TrendsUnavailable when it does not answer all of them, or one not with success
     */
    List<JsonNode> getAll(String path, List<Map<String, String>> questions) throws TrendsUnavailable {
        List<CompletableFuture<JsonNode>> answers = questions.stream()
                .map(parameters -> http.sendAsync(request(path, parameters), BodyHandlers.ofByteArray())
                        .thenApplyAsync(this::answer))
                .toList();
        try {
            return whole(answers);
        } catch (TimeoutException e) {
            throw new TrendsUnavailable("The trend store does not answer.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof TrendsUnavailable refused
                    ? refused
                    : new TrendsUnavailable("The trend store does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TrendsUnavailable("The question to the trend store was given up.", e);
        } finally {
            answers.forEach(answer -> answer.cancel(true));
        }
    }

    /** The time-out of a request ends when its headers are there; a store that stalls after them must not hold the page. */
    private List<JsonNode> whole(List<CompletableFuture<JsonNode>> answers)
            throws TimeoutException, ExecutionException, InterruptedException {
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .get(answer.toMillis(), TimeUnit.MILLISECONDS);
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private HttpRequest request(String path, Map<String, String> parameters) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path, parameters)).timeout(answer);
        if (!token.isEmpty()) {
            request.header("Authorization", "Token " + token);
        }
        return request.build();
    }

    private JsonNode answer(HttpResponse<byte[]> response) {
        byte[] body = response.body();
        try {
            if (response.statusCode() / 100 == 2) {
                return json.readTree(body);
            }
            String detail = new String(body, 0, Math.min(body.length, LONGEST_DETAIL), StandardCharsets.UTF_8);
            throw new TrendsUnavailable(sentence(response.statusCode()), new IOException(detail));
        } catch (IOException | TrendsUnavailable e) {
            throw new CompletionException(e);
        }
    }

    private static String sentence(int status) {
        return switch (status) {
            case 401, 403 -> "The trend store does not let its token read.";
            case 429, 503 -> "The trend store is busy.";
            default -> "The trend store answers with an error (" + status + ").";
        };
    }

    private URI uri(String path, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create(base.toString().replaceAll("/+$", "") + path + "?" + query);
    }
}

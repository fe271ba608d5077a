package org.wardlight.app.station;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Collectors;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.app.terminal.ExitCode;

/** Asks a station, and turns its refusals into the sentences they are. */
public final class StationClient {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final URI station;
    private final String authorization;

    StationClient(URI station, String actor, String password) {
        this.station = station;
        String pair = actor + ":" + password;
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** An empty body. */
    public static ObjectNode body() {
        return JSON.createObjectNode();
    }

    /** A path of these parts, each encoded. */
    public static String path(String... parts) {
        return "/api/v1/"
                + Arrays.stream(parts)
                        .map(part ->
                                URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                        .collect(Collectors.joining("/"));
    }

    /** What the station knows. */
    public JsonNode get(String path) {
        return answer(request(path).GET().build());
    }

    /** Sends a command; the key lets the network repeat it without doing it twice. */
    public JsonNode post(String path, JsonNode body) {
        return answer(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        try {
            return HttpRequest.newBuilder(station.resolve(path)).timeout(ANSWER).header("Authorization", authorization);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("Not the address of a station: " + station + ".", "Check --station.");
        }
    }

    private JsonNode answer(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 400) {
                throw refusal(response);
            }
            return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new CommandFailure(
                    "What answers at " + station + " is no station.", "Check --station.", ExitCode.FAILED, e);
        } catch (IOException e) {
            throw new CommandFailure(
                    "No station answers at " + station + ".",
                    "Is it running? './wardlight demo' starts one; --station names another.",
                    ExitCode.NOT_READY,
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.notReady("Interrupted while the station answered.", "Look what has been done.");
        }
    }

    private static CommandFailure refusal(HttpResponse<String> response) {
        try {
            JsonNode problem = JSON.readTree(response.body());
            String title = problem.path("title").asText("The station refused.");
            return new CommandFailure(
                    title,
                    problem.path("detail").asText("It answered " + response.statusCode() + "."),
                    ExitCode.FAILED);
        } catch (JsonProcessingException e) {
            return new CommandFailure(
                    "The station refused.", "It answered " + response.statusCode() + ".", ExitCode.FAILED, e);
        }
    }
}

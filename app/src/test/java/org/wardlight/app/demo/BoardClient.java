package org.wardlight.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;

/** Uses the station as a person's browser or script would: over HTTP. */
final class BoardClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final WardAddresses places;

    BoardClient(WardAddresses places) {
        this.places = places;
    }

    JsonNode get(String path) {
        return json(send(HttpRequest.newBuilder(uri(path)).GET().build()));
    }

    /** All alarms of a kind, for example {@code open}. */
    List<JsonNode> alarms(String state) {
        List<JsonNode> alarms = new ArrayList<>();
        get("/api/v1/alarms?state=" + state).path("alarms").forEach(alarms::add);
        return alarms;
    }

    List<JsonNode> alarms(String state, Predicate<JsonNode> wanted) {
        return alarms(state).stream().filter(wanted).toList();
    }

    HttpResponse<String> post(String path, String body, String actor) {
        String basic =
                Base64.getEncoder().encodeToString((actor + ":" + places.password()).getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Basic " + basic)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> postWithoutActor(String path, String body) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    String text(String path) {
        return send(HttpRequest.newBuilder(uri(path)).GET().build()).body();
    }

    JsonNode json(HttpResponse<String> response) {
        try {
            return json.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException("not JSON: " + response.statusCode() + " " + response.body(), e);
        }
    }

    private URI uri(String path) {
        return places.board().resolve(path);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("the station does not answer " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package org.wardlight.station.alerting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.station.access.Actor;

/**
 * Asks alerting, with short time limits: a nurse who waits must soon know. It never tries twice by itself; whoever asks
 * again with the same key gets the same answer.
 */
public final class AlertingClient {

    private static final Logger LOG = LoggerFactory.getLogger(AlertingClient.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    /** A test page waits for its receiver. */
    private static final Duration ANSWER = Duration.ofSeconds(6);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;
    private final String serviceToken;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    /** A client of the alerting service at this address. */
    public AlertingClient(URI base, String serviceToken) {
        this.base = base;
        this.serviceToken = serviceToken;
    }

    /** What alerting knows; the path begins at its root. */
    public Reply get(String path) {
        return ask(request(path).GET());
    }

    /** Gives a command for somebody; {@code json} is its body. */
    public Reply post(String path, Actor actor, String idempotencyKey, String json) {
        return ask(request(path)
                .header("X-Wardlight-Actor", headerName(actor))
                .header("Idempotency-Key", idempotencyKey)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(base.getPath().replaceAll("/+$", "") + path))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + serviceToken);
    }

    private Reply ask(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() >= 400) {
                LOG.warn("alerting refused status={}", response.statusCode());
            }
            return new Reply(response.statusCode(), body(response.body()));
        } catch (IOException e) {
            LOG.warn("alerting does not answer", e);
            return Reply.NONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.NONE;
        }
    }

    private static JsonNode body(String text) throws IOException {
        JsonNode body = text.isEmpty() ? null : JSON.readTree(text);
        return body == null ? MissingNode.getInstance() : body;
    }

    /** A header carries ASCII only; a name that does not fit is replaced by the id. */
    private static String headerName(Actor actor) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(actor.name()) ? actor.name() : actor.id();
    }

    /**
     * What alerting said.
     *
     * @param status of HTTP; 0 when it did not answer, and may have done it or not
     * @param body JSON; missing when there is none
     */
    public record Reply(int status, JsonNode body) {

        static final Reply NONE = new Reply(0, MissingNode.getInstance());

        /** Whether it is done. */
        public boolean isDone() {
            return status >= 200 && status < 300;
        }
    }
}

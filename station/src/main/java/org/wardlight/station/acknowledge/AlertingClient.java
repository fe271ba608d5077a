package org.wardlight.station.acknowledge;

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
    private static final Duration ANSWER = Duration.ofSeconds(4);

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

    /** Acknowledges an alarm for somebody; {@code json} is the body, with the reason if there is one. */
    public Answer acknowledge(String alarmId, Actor actor, String idempotencyKey, String json) {
        String path = base.getPath().replaceAll("/+$", "") + "/api/v1/alarms/" + alarmId + "/acknowledge";
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + serviceToken)
                .header("X-Wardlight-Actor", headerName(actor))
                .header("Idempotency-Key", idempotencyKey)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        try {
            HttpResponse<Void> response = http.send(request, BodyHandlers.discarding());
            return answer(response.statusCode());
        } catch (IOException e) {
            LOG.warn("alerting does not answer", e);
            return Answer.SILENT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.SILENT;
        }
    }

    private static Answer answer(int status) {
        if (status >= 200 && status < 300) {
            return Answer.DONE;
        }
        LOG.warn("alerting did not acknowledge status={}", status);
        return switch (status) {
            case 404 -> Answer.UNKNOWN_ALARM;
            case 409, 422 -> Answer.NOT_POSSIBLE;
            case 401, 403 -> Answer.STATION_REFUSED;
            default -> Answer.FAILED;
        };
    }

    /** A header carries ASCII only; a name that does not fit is replaced by the id. */
    private static String headerName(Actor actor) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(actor.name()) ? actor.name() : actor.id();
    }

    /** What alerting said. */
    public enum Answer {
        DONE,
        UNKNOWN_ALARM,
        /** The alarm is in no state to be acknowledged, or the key belongs to another request. */
        NOT_POSSIBLE,
        /** Alerting does not take this station's token. */
        STATION_REFUSED,
        FAILED,
        SILENT
    }
}

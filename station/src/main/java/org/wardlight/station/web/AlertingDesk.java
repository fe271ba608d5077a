package org.wardlight.station.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.UUID;
import java.util.regex.Pattern;
import org.wardlight.station.alerting.AlertingClient;
import org.wardlight.station.alerting.AlertingClient.Reply;

/** Hands commands to alerting for whoever is signed in, and turns what it answers into sentences. */
final class AlertingDesk {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");
    private static final int LONGEST_KEY = 200;

    private final AlertingClient alerting;
    private final Guard guard;

    AlertingDesk(AlertingClient alerting, Guard guard) {
        this.alerting = alerting;
        this.guard = guard;
    }

    /** What alerting knows. */
    JsonNode get(String path) {
        return required(alerting.get(path), "What alerting knows cannot be shown.");
    }

    /** Gives a command; {@code failed} is the sentence for when it was not done. */
    JsonNode post(Context ctx, String path, JsonNode body, String failed) {
        return required(alerting.post(path, guard.actor(ctx), key(ctx), body.toString()), failed);
    }

    /** A part of the path that names something of alerting's. */
    static String id(Context ctx, String name) {
        String id = ctx.pathParam(name);
        if (!ID.matcher(id).matches()) {
            throw Problem.notFound("There is nothing by this name.");
        }
        return id;
    }

    private static JsonNode required(Reply reply, String failed) {
        if (reply.isDone()) {
            return reply.body();
        }
        throw switch (reply.status()) {
            case 0 ->
                new Problem(
                        502,
                        "It is not known whether this is done.",
                        "Alerting does not answer. Try again; go to the patient.");
            case 400, 403, 404, 409, 422 -> refusal(reply, failed);
            case 401 -> new Problem(502, failed, "Alerting does not accept this station. Tell the engineer.");
            default -> new Problem(502, failed, "Alerting could not do it. Try again; go to the patient.");
        };
    }

    private static Problem refusal(Reply reply, String failed) {
        String title = reply.body().path("title").asText(failed);
        String detail = reply.body().path("detail").asText("It has ended, or somebody was faster. Look again.");
        return new Problem(reply.status(), title, detail);
    }

    private static String key(Context ctx) {
        String key = ctx.header("Idempotency-Key");
        if (key == null) {
            return UUID.randomUUID().toString();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw Problem.invalid("An Idempotency-Key has 1 to " + LONGEST_KEY + " visible ASCII characters.");
        }
        return key;
    }
}

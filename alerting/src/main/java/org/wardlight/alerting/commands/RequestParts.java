package org.wardlight.alerting.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.util.regex.Pattern;

/** What requests have in common: who, why, with which key; and how answers are written. */
final class RequestParts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ACTOR = Pattern.compile("[\\p{L}\\p{N} ._@,'-]{1,100}");
    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_REASON = 500;

    private RequestParts() {}

    static String actor(Context context) {
        String actor = context.header(AlarmApi.ACTOR_HEADER);
        if (actor == null || !ACTOR.matcher(actor.strip()).matches()) {
            throw new ApiProblem(
                    400, "No actor", AlarmApi.ACTOR_HEADER + " must name the person who gives the command.");
        }
        return actor.strip();
    }

    static String idempotencyKey(Context context) {
        String key = context.header(AlarmApi.IDEMPOTENCY_HEADER);
        if (key != null && key.length() > LONGEST_KEY) {
            throw new ApiProblem(400, "Idempotency key too long", "It has at most 200 characters.");
        }
        return key == null ? "" : key;
    }

    static String reason(Context context) {
        String reason = body(context).path("reason").asText("");
        if (reason.length() > LONGEST_REASON) {
            throw new ApiProblem(400, "Unusable body", "The reason has at most 500 characters.");
        }
        return reason;
    }

    static JsonNode body(Context context) {
        if (context.body().isBlank()) {
            return JSON.createObjectNode();
        }
        try {
            JsonNode body = JSON.readTree(context.body());
            if (!body.isObject()) {
                throw new ApiProblem(400, "Unusable body", "The body is an object.");
            }
            return body;
        } catch (JsonProcessingException e) {
            throw new ApiProblem(400, "Unusable body", "The body is not JSON.");
        }
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write JSON", e);
        }
    }
}

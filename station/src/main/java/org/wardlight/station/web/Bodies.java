package org.wardlight.station.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Reads the small JSON bodies of commands, strictly: an unknown key is a misunderstanding and is said. */
final class Bodies {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Bodies() {}

    static JsonNode object(Context ctx, String... known) {
        JsonNode body;
        try {
            body = JSON.readTree(ctx.body());
        } catch (JsonProcessingException e) {
            throw Problem.invalid("The body is not JSON.");
        }
        if (body == null || body.isMissingNode()) {
            return JSON.createObjectNode();
        }
        if (!body.isObject()) {
            throw Problem.invalid("The body must be a JSON object.");
        }
        checkKeys(body, known);
        return body;
    }

    static void checkKeys(JsonNode object, String... known) {
        List<String> allowed = Arrays.asList(known);
        for (Iterator<String> keys = object.fieldNames(); keys.hasNext(); ) {
            if (!allowed.contains(keys.next())) {
                throw Problem.invalid("The body may have these keys: " + String.join(", ", allowed) + ".");
            }
        }
    }

    /** The same object with one more key. */
    static JsonNode with(JsonNode body, String key, String value) {
        ObjectNode more = body.deepCopy();
        return more.put(key, value);
    }

    static String text(JsonNode body, String key) {
        JsonNode value = body.path(key);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw Problem.invalid("The body needs the text " + key + ".");
        }
        return value.textValue();
    }
}

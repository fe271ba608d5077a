package org.wardlight.ingest.decoding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Typed access to one JSON object from a device. A field that is absent or null is empty; one of the wrong type makes the
 * message malformed; unknown fields are ignored. The limits keep a small payload from costing much.
 *
 * @param object the JSON object
 * @param where for messages to a person, for example {@code measurements[2].}; empty at the top
 */
record JsonFields(JsonNode object, String where) {

    private static final int MAX_NESTING = 16;
    private static final int MAX_NUMBER_DIGITS = 40;
    private static final int MAX_TEXT = 4096;
    private static final int MAX_NAME = 128;

    private static final Map<String, Double> NOT_NUMBERS = Map.of(
            "NaN", Double.NaN,
            "Infinity", Double.POSITIVE_INFINITY,
            "+Infinity", Double.POSITIVE_INFINITY,
            "-Infinity", Double.NEGATIVE_INFINITY);

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .maxNumberLength(MAX_NUMBER_DIGITS)
                            .maxStringLength(MAX_TEXT)
                            .maxNameLength(MAX_NAME)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static JsonFields parse(byte[] payload) throws Unusable {
        try {
            return of(MAPPER.readTree(payload), "the payload", "");
        } catch (JsonProcessingException e) {
            throw Unusable.malformed("not JSON: " + Unusable.quoted(String.valueOf(e.getOriginalMessage())));
        } catch (IOException e) {
            throw Unusable.malformed("not JSON: the bytes are not text");
        }
    }

    private static JsonFields of(JsonNode node, String what, String where) throws Unusable {
        if (!node.isObject()) {
            throw Unusable.malformed(what + " must be a JSON object");
        }
        return new JsonFields(node, where);
    }

    boolean has(String name) {
        return object.hasNonNull(name);
    }

    Optional<String> text(String name) throws Unusable {
        if (!has(name)) {
            return Optional.empty();
        }
        if (!object.get(name).isTextual()) {
            throw Unusable.malformed(where + name + " must be text");
        }
        return Optional.of(object.get(name).textValue());
    }

    OptionalLong integer(String name) throws Unusable {
        if (!has(name)) {
            return OptionalLong.empty();
        }
        JsonNode node = object.get(name);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw Unusable.malformed(where + name + " must be a whole number of at most 63 bits");
        }
        return OptionalLong.of(node.longValue());
    }

    /** A counter: zero or more. */
    OptionalLong count(String name) throws Unusable {
        OptionalLong count = integer(name);
        if (count.isPresent() && count.getAsLong() < 0) {
            throw Unusable.malformed(where + name + " must not be negative");
        }
        return count;
    }

    /** A number; NaN and the infinities come back as such, also from text, for the caller to refuse. */
    OptionalDouble number(String name) throws Unusable {
        if (!has(name)) {
            return OptionalDouble.empty();
        }
        JsonNode node = object.get(name);
        if (node.isNumber()) {
            return OptionalDouble.of(node.doubleValue());
        }
        Double notNumber = node.isTextual() ? NOT_NUMBERS.get(node.textValue()) : null;
        if (notNumber == null) {
            throw Unusable.malformed(where + name + " must be a number");
        }
        return OptionalDouble.of(notNumber);
    }

    OptionalLong time(String name) throws Unusable {
        if (has(name) && object.get(name).isTextual()) {
            return OptionalLong.of(DeviceTime.parse(object.get(name).textValue(), where + name));
        }
        OptionalLong millis = integer(name);
        return millis.isPresent() ? OptionalLong.of(DeviceTime.inRange(millis.getAsLong(), where + name)) : millis;
    }

    List<JsonFields> objects(String name) throws Unusable {
        List<JsonFields> fields = new ArrayList<>();
        for (JsonNode element : array(name)) {
            String at = where + name + "[" + fields.size() + "]";
            fields.add(of(element, at, at + "."));
        }
        return fields;
    }

    List<String> texts(String name) throws Unusable {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array(name)) {
            if (!element.isTextual()) {
                throw Unusable.malformed(where + name + " must be a list of texts");
            }
            texts.add(element.textValue());
        }
        return texts;
    }

    private Iterable<JsonNode> array(String name) throws Unusable {
        if (!has(name)) {
            return List.of();
        }
        if (!object.get(name).isArray()) {
            throw Unusable.malformed(where + name + " must be a list");
        }
        return object.get(name);
    }
}

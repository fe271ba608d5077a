package org.wardlight.station.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys of one JSON object of a command, each read strictly by its kind. Null counts as absent. */
record Fields(JsonNode node) {

    private static final int LONGEST_TEXT = 500;

    static Fields of(Context ctx, String... known) {
        return new Fields(Bodies.object(ctx, known));
    }

    boolean has(String key) {
        return !node.path(key).isMissingNode() && !node.path(key).isNull();
    }

    String text(String key) {
        String text = optionalText(key);
        if (text == null) {
            throw Problem.invalid("The body needs the text " + key + ".");
        }
        return text;
    }

    @Nullable
    String optionalText(String key) {
        if (!has(key)) {
            return null;
        }
        JsonNode value = node.path(key);
        if (!value.isTextual()
                || value.textValue().isBlank()
                || value.textValue().length() > LONGEST_TEXT) {
            throw Problem.invalid(key + " is a text of 1 to " + LONGEST_TEXT + " characters.");
        }
        return value.textValue().strip();
    }

    String textOr(String key, String otherwise) {
        String text = optionalText(key);
        return text == null ? otherwise : text;
    }

    @Nullable
    Integer optionalInt(String key, int least, int most) {
        if (!has(key)) {
            return null;
        }
        JsonNode value = node.path(key);
        if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
            throw Problem.invalid(key + " is a whole number from " + least + " to " + most + ".");
        }
        return value.intValue();
    }

    @Nullable
    Double optionalNumber(String key) {
        return has(key) ? (Double) number(key) : null;
    }

    double number(String key) {
        JsonNode value = node.path(key);
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw Problem.invalid(key + " must be a number.");
        }
        return value.doubleValue();
    }

    /** A moment, ms since 1970. */
    @Nullable
    Long optionalTime(String key) {
        return optionalLong(key, "is a time in ms since 1970");
    }

    /** A revision, from 0 on. */
    @Nullable
    Long optionalRevision(String key) {
        return optionalLong(key, "is a whole number from 0 on");
    }

    @Nullable
    private Long optionalLong(String key, String what) {
        if (!has(key)) {
            return null;
        }
        JsonNode value = node.path(key);
        if (!value.canConvertToLong() || !value.isIntegralNumber() || value.longValue() < 0) {
            throw Problem.invalid(key + " " + what + ".");
        }
        return value.longValue();
    }

    /** A length of time, ms. */
    long millis(String key) {
        Long millis = optionalLong(key, "must be a whole number of ms");
        if (millis == null) {
            throw Problem.invalid("The body needs the number " + key + ".");
        }
        return millis;
    }

    /** The members of a list of texts; empty when it is absent. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (JsonNode member : node.path(key)) {
            if (!member.isTextual()) {
                throw Problem.invalid(key + " is a list of texts.");
            }
            texts.add(member.textValue());
        }
        return texts;
    }

    /** The members of a list, each an object with no other keys; empty when it is absent. */
    List<Fields> list(String key, String... known) {
        if (!has(key)) {
            return List.of();
        }
        JsonNode value = node.path(key);
        if (!value.isArray()) {
            throw Problem.invalid(key + " is a list.");
        }
        List<Fields> members = new ArrayList<>();
        for (JsonNode member : value) {
            if (!member.isObject()) {
                throw Problem.invalid("Each of " + key + " is an object.");
            }
            Bodies.checkKeys(member, known);
            members.add(new Fields(member));
        }
        return members;
    }
}

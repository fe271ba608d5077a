package org.wardlight.station.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The keys of one mapping in a plan, with the path that names them in a problem. */
final class PlanKeys {

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,7})(ms|s|m|h)");

    private final String path;
    private final @Nullable JsonNode node;
    private final List<String> problems;

    PlanKeys(String path, @Nullable JsonNode node, List<String> problems) {
        this.path = path;
        this.node = node;
        this.problems = problems;
        if (node != null && !node.isObject()) {
            problem("must be a mapping of keys to values");
        }
    }

    /** The last step of the path. */
    String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    void only(String... known) {
        if (node != null) {
            List<String> allowed = Arrays.asList(known);
            node.fieldNames().forEachRemaining(key -> {
                if (!allowed.contains(key)) {
                    problem(key, "is not a known key; known here: " + String.join(", ", allowed));
                }
            });
        }
    }

    void problem(String what) {
        problems.add(path + " " + what);
    }

    void problem(String key, String what) {
        problems.add(at(key) + " " + what);
    }

    /** The text, or an empty one after noting that it is missing. */
    String text(String key) {
        String text = optionalText(key);
        if (text == null && node != null && !has(key)) {
            problem(key, "is missing");
        }
        return text == null ? "" : text;
    }

    @Nullable
    String optionalText(String key) {
        JsonNode value = value(key);
        if (value == null) {
            return null;
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            problem(key, "must be text; put it in quotes when it looks like a number");
            return null;
        }
        return value.textValue();
    }

    @Nullable
    Integer number(String key, int least, int most) {
        JsonNode value = value(key);
        if (value == null) {
            if (node != null) {
                problem(key, "is missing");
            }
            return null;
        }
        if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
            problem(key, "must be a whole number from " + least + " to " + most);
            return null;
        }
        return value.intValue();
    }

    Duration duration(String key) {
        String text = text(key);
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            if (!text.isEmpty()) {
                problem(key, "must be a time such as 500ms, 10s, 5m or 1h, not " + text);
            }
            return Duration.ZERO;
        }
        long number = Long.parseLong(matcher.group(1));
        if (number == 0) {
            problem(key, "must be longer than zero");
        }
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    /** The mapping, or one without keys after noting that it is missing. */
    PlanKeys object(String key) {
        PlanKeys found = optionalObject(key);
        if (found == null) {
            if (node != null) {
                problem(key, "is missing");
            }
            return new PlanKeys(at(key), null, problems);
        }
        return found;
    }

    @Nullable
    PlanKeys optionalObject(String key) {
        JsonNode value = value(key);
        return value == null ? null : new PlanKeys(at(key), value, problems);
    }

    /** The members of a list of mappings; empty after noting that it is missing. */
    List<PlanKeys> list(String key) {
        JsonNode value = value(key);
        if (value == null || !value.isArray() || value.isEmpty()) {
            problem(key, "must be a list with at least one entry");
            return List.of();
        }
        List<PlanKeys> members = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            members.add(new PlanKeys(at(key) + "[" + i + "]", value.get(i), problems));
        }
        return members;
    }

    /** Each key of this mapping, as a mapping of its own. */
    List<PlanKeys> members() {
        List<PlanKeys> members = new ArrayList<>();
        if (node != null) {
            node.fieldNames().forEachRemaining(key -> members.add(new PlanKeys(at(key), node.get(key), problems)));
        }
        return members;
    }

    boolean has(String key) {
        return value(key) != null;
    }

    private @Nullable JsonNode value(String key) {
        JsonNode value = node == null ? null : node.get(key);
        return value == null || value.isNull() ? null : value;
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}

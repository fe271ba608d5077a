package org.wardlight.app.ward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardlight.app.configuration.DurationText;
import org.wardlight.app.station.StationClient;
import org.wardlight.app.terminal.CommandFailure;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One level of a limit, as somebody wants it. */
final class LimitLevelOptions {

    private static final String NONE = "none";
    private static final List<String> PRIORITIES = List.of("low", "medium", "high");

    @Parameters(index = "0", paramLabel = "BED")
    private String bed = "";

    @Parameters(index = "1", paramLabel = "RULE", description = "For example spo2-low.")
    private String rule = "";

    @Parameters(
            index = "2",
            paramLabel = "PRIORITY",
            description = "low, medium or high; one that is not there is added.")
    private String priority = "";

    @Parameters(
            index = "3",
            paramLabel = "THRESHOLD",
            description = "In the unit of the vital; none takes the level away.")
    private String threshold = "";

    @Option(
            names = "--delay",
            paramLabel = "DURATION",
            description = "How long it must last, for example 15s (default: as it was).")
    private @Nullable String delay;

    String bed() {
        return bed;
    }

    /** What is told when it is done. */
    String said() {
        return rule + " " + priority + (NONE.equals(threshold) ? " is taken away" : " is " + threshold);
    }

    /** The one rule with its levels from mild to severe, as the station takes it. */
    void into(ArrayNode rules, JsonNode limits) {
        if (!PRIORITIES.contains(priority)) {
            throw CommandFailure.usage("'" + priority + "' is no priority.", "Write low, medium or high.");
        }
        List<JsonNode> levels = new ArrayList<>();
        known(limits).path("levels").forEach(levels::add);
        JsonNode before = levels.stream().filter(this::isThis).findFirst().orElse(null);
        if (!NONE.equals(threshold)) {
            levels.add(level(before));
        } else if (before == null) {
            throw noSuchLevel("There is none to take away.");
        }
        levels.remove(before);
        levels.sort(Comparator.comparing(
                level -> PRIORITIES.indexOf(level.path("priority").asText())));
        rules.addObject().put("rule", rule).putArray("levels").addAll(levels);
    }

    private JsonNode known(JsonNode limits) {
        for (JsonNode limit : limits) {
            if (limit.path("rule").asText().equals(rule)) {
                return limit;
            }
        }
        throw CommandFailure.usage("There is no limit " + rule + ".", "'wardlight ward care limits BED' lists them.");
    }

    private ObjectNode level(@Nullable JsonNode before) {
        if (before == null && delay == null) {
            throw noSuchLevel("Add it with --delay, for example 15s.");
        }
        ObjectNode level = StationClient.body().put("priority", priority).put("threshold", number());
        return delay == null && before != null
                ? level.set("delayMs", before.path("delayMs"))
                : level.put("delayMs", delayMillis());
    }

    private CommandFailure noSuchLevel(String hint) {
        return CommandFailure.usage("The limit " + rule + " has no " + priority + " level.", hint);
    }

    private long delayMillis() {
        try {
            return new DurationText().convert(String.valueOf(delay)).toMillis();
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(e.getMessage() + ".", "Write it like 15s.");
        }
    }

    private double number() {
        try {
            return Double.parseDouble(threshold);
        } catch (NumberFormatException e) {
            throw CommandFailure.usage("'" + threshold + "' is no threshold.", "Write a number, or none.");
        }
    }

    private boolean isThis(JsonNode level) {
        return level.path("priority").asText().equals(priority);
    }
}

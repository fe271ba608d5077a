package org.wardlight.app.ward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.StringJoiner;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.wardlight.app.configuration.DurationText;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.app.terminal.ExitCode;
import org.wardlight.app.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wardlight ward care}: by what a patient is judged. */
@Command(name = "care", description = "Limits, care profile and SpO2 scale of a patient.")
final class CareCommand {

    private final Terminal terminal;

    CareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "limits", description = "The limits of whoever lies in the bed.")
    int limits(@Mixin StationOption station, @Parameters(paramLabel = "BED") String bed) {
        JsonNode limits = limitsOf(WardView.of(station.client()), bed);
        if (station.json()) {
            terminal.result(limits.toString());
            return ExitCode.OK;
        }
        limits.forEach(limit -> {
            StringJoiner levels = new StringJoiner(", ");
            limit.path("levels")
                    .forEach(level -> levels.add("%s %s after %d s"
                            .formatted(
                                    level.path("priority").asText(),
                                    level.path("threshold").asText(),
                                    level.path("delayMs").asLong() / 1000)));
            terminal.result("%-24s %s".formatted(limit.path("rule").asText(), levels));
        });
        return ExitCode.OK;
    }

    @Command(name = "limit", description = "Changes one level of one limit; the others stay.")
    int limit(@Mixin StationOption station, @Mixin Level wanted, @Mixin ReasonOption reason) {
        WardView ward = WardView.of(station.client());
        ObjectNode body = reason.body();
        ArrayNode rules = body.putArray("rules");
        for (JsonNode limit : limitsOf(ward, wanted.bed)) {
            if (wanted.isOf(limit)) {
                ArrayNode levels = rules.addObject()
                        .put("rule", limit.path("rule").asText())
                        .putArray("levels");
                limit.path("levels").forEach(level -> levels.add(wanted.changed(level)));
            }
        }
        if (rules.isEmpty()) {
            throw CommandFailure.usage(
                    "There is no limit " + wanted.rule + " of " + wanted.priority + " priority.",
                    "'wardlight ward care limits BED' lists them.");
        }
        String path = StationClient.path("patients", ward.patientIn(wanted.bed), "limits");
        return say(
                station,
                ward.station().post(path, body),
                wanted.rule + " " + wanted.priority + " is " + wanted.threshold);
    }

    @Command(name = "profile", description = "Gives a patient the limits of a care profile.")
    int profile(
            @Mixin StationOption station,
            @Parameters(paramLabel = "BED") String bed,
            @Parameters(paramLabel = "PROFILE") String profile,
            @Mixin ReasonOption reason) {
        WardView ward = WardView.of(station.client());
        ObjectNode body = reason.body().put("careProfile", profile);
        String path = StationClient.path("patients", ward.patientIn(bed), "care-profile");
        return say(station, ward.station().post(path, body), "Care profile " + profile);
    }

    @Command(
            name = "scale",
            description = "Records the order of an SpO2 scale of NEWS2; 2 only on a clinician's order.")
    int scale(
            @Mixin StationOption station,
            @Parameters(paramLabel = "BED") String bed,
            @Parameters(paramLabel = "1|2") int scale,
            @Option(names = "--ordered-by", paramLabel = "WHO", required = true, description = "The clinician.")
                    String orderedBy,
            @Mixin ReasonOption reason) {
        WardView ward = WardView.of(station.client());
        ObjectNode body = reason.body().put("scale", scale).put("orderedBy", orderedBy);
        String path = StationClient.path("patients", ward.patientIn(bed), "spo2-scale");
        return say(station, ward.station().post(path, body), "SpO2 scale " + scale);
    }

    private static JsonNode limitsOf(WardView ward, String bed) {
        return ward.station()
                .get(StationClient.path("patients", ward.patientIn(bed)))
                .path("limits");
    }

    private int say(StationOption station, JsonNode answer, String done) {
        terminal.result(station.json() ? answer.toString() : done + ".");
        return ExitCode.OK;
    }

    /** The level that changes. */
    static final class Level {

        @Parameters(index = "0", paramLabel = "BED")
        private String bed = "";

        @Parameters(index = "1", paramLabel = "RULE", description = "For example spo2-low.")
        private String rule = "";

        @Parameters(index = "2", paramLabel = "PRIORITY", description = "medium or high.")
        private String priority = "";

        @Parameters(index = "3", paramLabel = "THRESHOLD", description = "In the unit of the vital.")
        private double threshold;

        @Option(names = "--delay", paramLabel = "DURATION", description = "For example 15s (default: as it was).")
        private @Nullable String delay;

        boolean isOf(JsonNode limit) {
            return limit.path("rule").asText().equals(rule)
                    && StreamSupport.stream(limit.path("levels").spliterator(), false)
                            .anyMatch(this::isPriority);
        }

        ObjectNode changed(JsonNode level) {
            ObjectNode copy = level.deepCopy();
            if (isPriority(level)) {
                copy.put("threshold", threshold);
                if (delay != null) {
                    copy.put("delayMs", new DurationText().convert(delay).toMillis());
                }
            }
            return copy;
        }

        private boolean isPriority(JsonNode level) {
            return level.path("priority").asText().equals(priority);
        }
    }
}

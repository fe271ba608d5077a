package org.wardlight.app.ward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.StringJoiner;
import org.wardlight.app.station.StationClient;
import org.wardlight.app.station.StationOption;
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

    @Command(name = "limit", description = "Changes, adds or takes away one level of one limit; the others stay.")
    int limit(@Mixin StationOption station, @Mixin LimitLevelOptions wanted, @Mixin ReasonOption reason) {
        WardView ward = WardView.of(station.client());
        String path = StationClient.path("patients", ward.patientIn(wanted.bed()));
        JsonNode known = ward.station().get(path);
        ObjectNode body = reason.body();
        wanted.into(body.putArray("rules"), known.path("limits"));
        body.set("revision", known.path("limitsSet").path("revision"));
        return say(station, ward.station().post(path + "/limits", body), wanted.said());
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
}

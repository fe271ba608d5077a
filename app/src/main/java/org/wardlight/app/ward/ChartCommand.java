package org.wardlight.app.ward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.wardlight.app.station.StationClient;
import org.wardlight.app.station.StationOption;
import org.wardlight.app.terminal.ExitCode;
import org.wardlight.app.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wardlight ward chart}: what a person saw or did at the bed. */
@Command(name = "chart", description = "Charting: consciousness, oxygen, manual vitals, interventions.")
final class ChartCommand {

    private final Terminal terminal;

    ChartCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "add", description = "Charts what was seen or done.")
    int add(@Mixin StationOption station, @Parameters(paramLabel = "BED") String bed, @Mixin Entry entry) {
        WardView ward = WardView.of(station.client());
        String path = StationClient.path("patients", ward.patientIn(bed), "chart");
        JsonNode answer = ward.station().post(path, entry.body(ward));
        terminal.result(station.json() ? answer.toString() : "Charted for bed " + bed + ".");
        return ExitCode.OK;
    }

    @Command(name = "correct", description = "Replaces an entry; with nothing but a reason it is struck out.")
    int correct(
            @Mixin StationOption station,
            @Parameters(paramLabel = "BED") String bed,
            @Parameters(paramLabel = "ENTRY", description = "Its id in 'chart list'.") String id,
            @Mixin Entry entry,
            @Mixin ReasonOption reason) {
        WardView ward = WardView.of(station.client());
        ObjectNode body = entry.body(ward);
        body.setAll(reason.body());
        String path = StationClient.path("patients", ward.patientIn(bed), "chart", id, "correct");
        JsonNode answer = ward.station().post(path, body);
        terminal.result(station.json() ? answer.toString() : "Corrected.");
        return ExitCode.OK;
    }

    @Command(name = "list", description = "What was charted for whoever lies in the bed.")
    int list(@Mixin StationOption station, @Parameters(paramLabel = "BED") String bed) {
        WardView ward = WardView.of(station.client());
        JsonNode entries = ward.station().get(StationClient.path("patients", ward.patientIn(bed), "chart"));
        if (station.json()) {
            terminal.result(entries.toString());
            return ExitCode.OK;
        }
        entries.path("entries").forEach(this::line);
        return ExitCode.OK;
    }

    private void line(JsonNode entry) {
        StringJoiner what = new StringJoiner(", ");
        entry.path("measurements")
                .forEach(one -> what.add(one.path("vital").asText() + " "
                        + (one.path("code").isTextual()
                                ? one.path("code").asText()
                                : one.path("value").asText())));
        String intervention = entry.path("intervention").asText("");
        if (!intervention.isEmpty()) {
            what.add(intervention);
        }
        String corrected = entry.path("correctedBy").isTextual() ? "  (corrected)" : "";
        terminal.result("%s  %s  %s  by %s%s"
                .formatted(
                        entry.path("id").asText(),
                        Instant.ofEpochMilli(entry.path("time").asLong()),
                        what.length() == 0 ? "struck out" : what,
                        entry.path("actor").asText(),
                        corrected));
    }

    /** What is charted. */
    static final class Entry {

        @Option(names = "--at", paramLabel = "TIME", description = "When it was seen (default: now).")
        private @Nullable String at;

        @Option(
                names = "--consciousness",
                paramLabel = "ACVPU",
                description = "A alert, C new confusion, V voice, P pain, U unresponsive.")
        private @Nullable String consciousness;

        @Option(names = "--oxygen-flow", paramLabel = "L/MIN", description = "0 is room air.")
        private @Nullable Double oxygenFlow;

        @Option(names = "--inspired-oxygen", paramLabel = "%", description = "21 is room air.")
        private @Nullable Double inspiredOxygen;

        @Option(
                names = "--vital",
                paramLabel = "ID=VALUE",
                description = "For example respiratory-rate=18; repeatable.")
        private Map<String, Double> vitals = new LinkedHashMap<>();

        @Option(names = "--intervention", paramLabel = "TEXT", description = "What was done, without names.")
        private @Nullable String intervention;

        ObjectNode body(WardView ward) {
            ObjectNode body = StationClient.body();
            Long time = ward.moment(at);
            if (time != null) {
                body.put("time", time);
            }
            ReasonOption.optional(body, "consciousness", consciousness);
            ReasonOption.optional(body, "intervention", intervention);
            if (oxygenFlow != null) {
                body.put("oxygenFlow", oxygenFlow);
            }
            if (inspiredOxygen != null) {
                body.put("inspiredOxygen", inspiredOxygen);
            }
            if (!vitals.isEmpty()) {
                ArrayNode list = body.putArray("vitals");
                vitals.forEach(
                        (vital, value) -> list.addObject().put("vital", vital).put("value", value));
            }
            return body;
        }
    }
}

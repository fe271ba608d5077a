package org.wardlight.app.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardlight.app.station.StationClient;
import org.wardlight.app.station.StationOption;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.app.terminal.ExitCode;
import org.wardlight.app.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wardlight alerts}: alarms of a running station, what is said about them, and whether pages arrive. */
@Command(name = "alerts", description = "Alarms: what is open, what became of one, and whether pages arrive.")
public final class AlertsCommand {

    private final Terminal terminal;

    /** Writes to the given terminal. */
    public AlertsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "list", description = "Open alarms, those that nobody has acknowledged first.")
    int list(
            @Mixin StationOption station,
            @Option(names = "--all", description = "Also those that closed lately.") boolean all) {
        JsonNode answer = station.client().get("/api/v1/alarms?state=" + (all ? "all" : "open"));
        if (station.json()) {
            terminal.result(answer.toString());
            return ExitCode.OK;
        }
        long now = answer.path("serverTime").asLong();
        answer.path("alarms").forEach(alarm -> terminal.result(AlarmLines.row(alarm, now)));
        if (answer.path("alarms").isEmpty()) {
            terminal.result("No open alarms.");
        }
        return ExitCode.OK;
    }

    @Command(name = "show", description = "One alarm, and everything that became of it.")
    int show(
            @Mixin StationOption station,
            @Parameters(paramLabel = "ID", description = "As in 'alerts list'.") String id) {
        StationClient client = station.client();
        JsonNode history = client.get(StationClient.path("alarms", id, "history"));
        if (station.json()) {
            terminal.result(history.toString());
            return ExitCode.OK;
        }
        JsonNode answer = client.get("/api/v1/alarms?state=all");
        for (JsonNode alarm : answer.path("alarms")) {
            if (alarm.path("id").asText().equals(id)) {
                terminal.result(AlarmLines.row(alarm, answer.path("serverTime").asLong()));
            }
        }
        history.forEach(line -> terminal.result(AlarmLines.history(line)));
        return ExitCode.OK;
    }

    @Command(name = "acknowledge", aliases = "ack", description = "You have seen it: it calls no longer.")
    int acknowledge(
            @Mixin StationOption station,
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--reason", paramLabel = "TEXT", description = "In your words.") @Nullable String reason,
            @Option(names = "--not-actionable", description = "Nobody would have been needed; the reason says why.")
                    boolean notActionable) {
        ObjectNode body = with(reason);
        if (notActionable) {
            body.put("actionable", false);
        }
        return say(station, id, "acknowledge", body);
    }

    @Command(name = "accept", description = "You go. The alarm goes on calling until it is acknowledged.")
    int accept(
            @Mixin StationOption station,
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--reason", paramLabel = "TEXT", description = "In your words.") @Nullable String reason) {
        return say(station, id, "accept", with(reason));
    }

    @Command(name = "reject", description = "You cannot go: the next one is asked at once.")
    int reject(
            @Mixin StationOption station,
            @Parameters(paramLabel = "ID") String id,
            @Option(
                            names = "--level",
                            paramLabel = "N",
                            required = true,
                            description = "On which level you were asked.")
                    int level,
            @Option(names = "--reason", paramLabel = "TEXT", description = "In your words.") @Nullable String reason) {
        return say(station, id, "reject", with(reason).put("level", level));
    }

    @Command(name = "test-page", description = "Sends a test page to receivers, and says what became of each.")
    int testPage(
            @Mixin StationOption station,
            @Parameters(
                            paramLabel = "RECEIVER",
                            arity = "0..*",
                            description = "Names as in the configuration (default: every receiver).")
                    List<String> receivers) {
        StationClient client = station.client();
        List<String> asked = receivers == null || receivers.isEmpty() ? all(client) : receivers;
        boolean good = true;
        for (String receiver : asked) {
            JsonNode result = client.post(StationClient.path("receivers", receiver, "test"), StationClient.body());
            boolean delivered = result.path("delivered").asBoolean();
            good &= delivered;
            if (station.json()) {
                terminal.result(result.toString());
            } else {
                String took = result.path("millis").asLong() + " ms";
                terminal.checked(
                        delivered,
                        receiver,
                        delivered ? took : result.path("reason").asText() + ", " + took);
            }
        }
        return good ? ExitCode.OK : ExitCode.FAILED;
    }

    private static List<String> all(StationClient client) {
        List<String> names = new ArrayList<>();
        client.get("/api/v1/receivers").forEach(name -> names.add(name.asText()));
        if (names.isEmpty()) {
            throw CommandFailure.notReady(
                    "Alerting has no receivers.", "Configure wardlight.alerting.paging.receivers; see docs/paging.md.");
        }
        return names;
    }

    private int say(StationOption station, String id, String command, ObjectNode body) {
        JsonNode alarm = station.client().post(StationClient.path("alarms", id, command), body);
        long now = Instant.now().toEpochMilli();
        terminal.result(station.json() ? alarm.toString() : AlarmLines.row(alarm, now));
        return ExitCode.OK;
    }

    private static ObjectNode with(@Nullable String reason) {
        ObjectNode body = StationClient.body();
        return reason == null ? body : body.put("reason", reason);
    }
}

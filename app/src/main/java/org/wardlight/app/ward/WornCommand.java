package org.wardlight.app.ward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wardlight.app.station.StationClient;
import org.wardlight.app.station.StationOption;
import org.wardlight.app.terminal.ExitCode;
import org.wardlight.app.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wardlight ward device}: who wears what, since when; and what sends without anybody. */
@Command(name = "device", description = "Devices: put on, take off, correct when, list those without a bed.")
final class WornCommand {

    private final Terminal terminal;

    WornCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(
            name = "assign",
            description = "Puts a device on whoever lies in the bed. Quarantined readings are released.")
    int assign(
            @Mixin StationOption station,
            @Parameters(paramLabel = "BED") String bed,
            @Parameters(paramLabel = "DEVICE") String device,
            @Option(names = "--profile", paramLabel = "ID", required = true, description = "What the device delivers.")
                    String profile,
            @Mixin SinceOption since) {
        WardView ward = WardView.of(station.client());
        ObjectNode body = since.body(ward).put("device", device).put("profile", profile);
        JsonNode answer = ward.station().post(ward.path("beds", bed, "device"), body);
        terminal.result(station.json() ? answer.toString() : device + " is on bed " + bed + ".");
        return ExitCode.OK;
    }

    @Command(name = "take-off", description = "Takes a device off its wearer.")
    int takeOff(
            @Mixin StationOption station,
            @Parameters(paramLabel = "DEVICE") String device,
            @Option(names = "--at", paramLabel = "TIME", description = "When it came off (default: now).") @Nullable
                    String at,
            @Mixin ReasonOption reason) {
        WardView ward = WardView.of(station.client());
        ObjectNode body = reason.body();
        Long when = ward.moment(at);
        if (when != null) {
            body.put("at", when);
        }
        JsonNode answer = ward.station().post(StationClient.path("devices", device, "take-off"), body);
        terminal.result(station.json() ? answer.toString() : device + " is taken off.");
        return ExitCode.OK;
    }

    @Command(name = "history", description = "Who wore a device when, with the ids that 'correct' takes.")
    int history(@Mixin StationOption station, @Parameters(paramLabel = "DEVICE") String device) {
        WardView ward = WardView.of(station.client());
        for (JsonNode known : ward.register().path("devices")) {
            if (known.path("id").asText().equals(device)) {
                known.path("associations").forEach(this::line);
            }
        }
        return ExitCode.OK;
    }

    @Command(name = "correct", description = "Corrects from when to when a device was worn; the old entry is kept.")
    int correct(
            @Mixin StationOption station,
            @Parameters(paramLabel = "ASSOCIATION", description = "Its id in 'device history'.") String association,
            @Option(names = "--from", paramLabel = "TIME", description = "New beginning.") @Nullable String from,
            @Option(names = "--to", paramLabel = "TIME", description = "New end.") @Nullable String to,
            @Mixin ReasonOption reason) {
        WardView ward = WardView.of(station.client());
        ObjectNode body = reason.body();
        Long begin = ward.moment(from);
        Long end = ward.moment(to);
        if (begin != null) {
            body.put("from", begin);
        }
        if (end != null) {
            body.put("to", end);
        }
        JsonNode answer = ward.station().post(StationClient.path("associations", association, "correct"), body);
        terminal.result(station.json() ? answer.toString() : "Corrected.");
        return ExitCode.OK;
    }

    @Command(name = "unassigned", description = "Devices that send though nobody is said to wear them.")
    int unassigned(@Mixin StationOption station) {
        WardView ward = WardView.of(station.client());
        JsonNode devices = ward.station().get(ward.path()).path("unassignedDevices");
        if (station.json()) {
            terminal.result(devices.toString());
            return ExitCode.OK;
        }
        devices.forEach(device -> terminal.result("%-24s %6d readings in quarantine, last %s"
                .formatted(
                        device.path("device").asText(),
                        device.path("readings").asLong(),
                        Instant.ofEpochMilli(device.path("lastSeen").asLong()))));
        if (devices.isEmpty()) {
            terminal.result("Every device that sends is worn by somebody.");
        }
        return ExitCode.OK;
    }

    private void line(JsonNode association) {
        JsonNode to = association.path("to");
        terminal.result("%-10s %s to %s  bed %-4s by %s  %s"
                .formatted(
                        association.path("id").asText(),
                        Instant.ofEpochMilli(association.path("from").asLong()),
                        to.isNumber() ? Instant.ofEpochMilli(to.asLong()) : "now",
                        association.path("bed").asText("-"),
                        association.path("actor").asText(),
                        association.path("reason").asText("")));
    }
}

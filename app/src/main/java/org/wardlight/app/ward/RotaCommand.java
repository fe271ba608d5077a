package org.wardlight.app.ward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import org.wardlight.app.station.StationOption;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.app.terminal.ExitCode;
import org.wardlight.app.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wardlight ward rota}: who is asked about an alarm, by shift. */
@Command(name = "rota", description = "Who is asked about an alarm, by shift.")
final class RotaCommand {

    private final Terminal terminal;

    RotaCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "show", description = "The rota, as the YAML that 'rota set' takes.")
    int show(@Mixin StationOption station) throws IOException {
        JsonNode rota = WardView.of(station.client()).register().path("rota");
        terminal.result(
                station.json()
                        ? rota.toString()
                        : new YAMLMapper().writeValueAsString(rota).strip());
        return ExitCode.OK;
    }

    @Command(
            name = "set",
            description = "Replaces the rota by a YAML file: shifts with name, from (HH:MM) and steps; or only steps.",
            footer = {
                "",
                "shifts:",
                "  - name: day",
                "    from: \"07:00\"",
                "    steps:",
                "      - { role: nurse of the bed, receiver: demo-pager }",
                "      - { role: charge nurse, receiver: demo-pager, person: haddad }"
            })
    int set(@Mixin StationOption station, @Parameters(paramLabel = "FILE") Path file, @Mixin ReasonOption reason) {
        WardView ward = WardView.of(station.client());
        ObjectNode body = reason.body();
        body.setAll(read(file));
        JsonNode answer = ward.station().post(ward.path("rota"), body);
        terminal.result(station.json() ? answer.toString() : "The rota holds from now on: " + names(body) + ".");
        return ExitCode.OK;
    }

    private static ObjectNode read(Path file) {
        try {
            JsonNode tree = new YAMLMapper().readTree(file.toFile());
            if (tree instanceof ObjectNode rota) {
                // What 'rota show' tells besides: it is not ours to set.
                rota.remove(List.of("revision", "timeZone"));
                return rota;
            }
            throw CommandFailure.usage(file + " is no rota.", "See: wardlight ward rota set --help");
        } catch (IOException e) {
            throw CommandFailure.usage(file + " cannot be read: " + e.getMessage() + ".", "Check the file.");
        }
    }

    private static String names(JsonNode rota) {
        StringJoiner names = new StringJoiner(", ");
        rota.path("shifts")
                .forEach(shift -> names.add(shift.path("name").asText() + " from "
                        + shift.path("from").asText()));
        return names.length() == 0 ? "all day" : names.toString();
    }
}

package org.wardlight.app.ward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.wardlight.app.station.StationClient;
import org.wardlight.app.station.StationOption;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.app.terminal.ExitCode;
import org.wardlight.app.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wardlight ward}: shows and changes the register of a running station. */
@Command(
        name = "ward",
        description = "The ward register: who lies where, with which device. Asks a running station.",
        footer = {"", "A bed stands for whoever lies in it. Times: 20m (ago), 10:15, or 2026-11-25T10:15:00+01:00."})
public final class WardCommand {

    private final Terminal terminal;

    private WardCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command with everything under it. */
    public static CommandLine line(Terminal terminal) {
        return new CommandLine(new WardCommand(terminal))
                .addSubcommand(new WornCommand(terminal))
                .addSubcommand(new ChartCommand(terminal))
                .addSubcommand(new CareCommand(terminal))
                .addSubcommand(new RotaCommand(terminal));
    }

    @Command(name = "show", description = "Every bed with its patient and devices.")
    int show(@Mixin StationOption station) {
        WardView ward = WardView.of(station.client());
        if (station.json()) {
            terminal.result(ward.register().toString());
            return ExitCode.OK;
        }
        for (JsonNode bed : ward.register().path("beds")) {
            terminal.result(row(ward, bed));
        }
        return ExitCode.OK;
    }

    @Command(name = "admit", description = "Admits somebody to an empty bed.")
    int admit(@Mixin StationOption station, @Parameters(paramLabel = "BED") String bed, @Mixin Admission who) {
        WardView ward = WardView.of(station.client());
        return say(
                station,
                ward.station().post(ward.path("beds", bed, "patient"), who.body(ward)),
                "Admitted to bed " + bed);
    }

    @Command(
            name = "demographics",
            description = "Changes initials, age, sex or the exclusion from NEWS2; what is not named stays.")
    int demographics(
            @Mixin StationOption station, @Parameters(paramLabel = "BED") String bed, @Mixin Demographics who) {
        WardView ward = WardView.of(station.client());
        String ref = ward.patientIn(bed);
        JsonNode known = ward.patient(ref)
                .orElseThrow(() -> CommandFailure.usage(
                        "Nobody on this ward has this reference.", "'wardlight ward show' says who lies where."));
        String path = StationClient.path("patients", ref, "demographics");
        return say(station, ward.station().post(path, who.body(known)), "Changed for bed " + bed);
    }

    @Command(name = "transfer", description = "Moves a patient to an empty bed; devices go along.")
    int transfer(
            @Mixin StationOption station,
            @Parameters(paramLabel = "BED") String from,
            @Parameters(paramLabel = "TO") String to,
            @Mixin ReasonOption reason) {
        WardView ward = WardView.of(station.client());
        ObjectNode body = reason.body().put("bed", to);
        String path = StationClient.path("patients", ward.patientIn(from), "transfer");
        return say(station, ward.station().post(path, body), "Transferred from bed " + from + " to bed " + to);
    }

    @Command(name = "discharge", description = "Ends a stay: devices come off, open alarms end.")
    int discharge(
            @Mixin StationOption station, @Parameters(paramLabel = "BED") String bed, @Mixin ReasonOption reason) {
        WardView ward = WardView.of(station.client());
        String path = StationClient.path("patients", ward.patientIn(bed), "discharge");
        return say(station, ward.station().post(path, reason.body()), "Discharged from bed " + bed);
    }

    @Command(name = "swap", description = "Two patients change beds, or, with --devices, two beds change devices.")
    int swap(
            @Mixin StationOption station,
            @Parameters(paramLabel = "BED") String one,
            @Parameters(paramLabel = "BED") String other,
            @Option(names = "--devices", description = "Only the devices change places.") boolean devices,
            @Mixin SinceOption since) {
        WardView ward = WardView.of(station.client());
        ObjectNode body =
                since.body(ward).put("bedA", one).put("bedB", other).put("what", devices ? "devices" : "patients");
        return say(station, ward.station().post(ward.path("swap"), body), "Swapped beds " + one + " and " + other);
    }

    @Command(name = "nurse", description = "Names the nurse of a bed.")
    int nurse(
            @Mixin StationOption station,
            @Parameters(paramLabel = "BED") String bed,
            @Parameters(paramLabel = "STAFF") String nurse,
            @Mixin ReasonOption reason) {
        WardView ward = WardView.of(station.client());
        ObjectNode body = reason.body().put("nurse", nurse);
        return say(station, ward.station().post(ward.path("beds", bed, "nurse"), body), "Bed " + bed + ": " + nurse);
    }

    @Command(name = "add-bed", description = "Adds an empty bed.")
    int addBed(
            @Mixin StationOption station,
            @Parameters(paramLabel = "BED") String bed,
            @Option(names = "--nurse", paramLabel = "STAFF", required = true, description = "Nurse of the bed.")
                    String nurse) {
        WardView ward = WardView.of(station.client());
        ObjectNode body = StationClient.body().put("bed", bed).put("nurse", nurse);
        return say(station, ward.station().post(ward.path("beds"), body), "Added bed " + bed);
    }

    @Command(name = "remove-bed", description = "Removes an empty bed.")
    int removeBed(
            @Mixin StationOption station, @Parameters(paramLabel = "BED") String bed, @Mixin ReasonOption reason) {
        WardView ward = WardView.of(station.client());
        return say(station, ward.station().post(ward.path("beds", bed, "remove"), reason.body()), "Removed bed " + bed);
    }

    @Command(name = "changes", description = "Who changed what, newest first.")
    int changes(
            @Mixin StationOption station,
            @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "How many (default: 20).")
                    int limit) {
        WardView ward = WardView.of(station.client());
        JsonNode answer = ward.station().get(ward.path("changes") + "?limit=" + limit);
        if (station.json()) {
            terminal.result(answer.toString());
            return ExitCode.OK;
        }
        for (JsonNode change : answer.path("changes")) {
            terminal.result("%s  %-22s %-28s %s"
                    .formatted(
                            Instant.ofEpochMilli(change.path("time").asLong()),
                            change.path("actor").asText(),
                            change.path("what").asText() + " "
                                    + change.path("about").asText(),
                            change.path("reason").asText("")));
        }
        return ExitCode.OK;
    }

    private int say(StationOption station, JsonNode answer, String done) {
        terminal.result(station.json() ? answer.toString() : done + ".");
        return ExitCode.OK;
    }

    private static String row(WardView ward, JsonNode bed) {
        String patientRef = bed.path("patientRef").asText("");
        String who = ward.patient(patientRef).map(WardCommand::who).orElse("empty");
        StringJoiner worn = new StringJoiner(", ");
        for (JsonNode device : ward.register().path("devices")) {
            for (JsonNode association : device.path("associations")) {
                if (!association.path("to").isNumber()
                        && association.path("patientRef").asText().equals(patientRef)) {
                    worn.add(device.path("id").asText() + " ("
                            + device.path("profile").asText() + ")");
                }
            }
        }
        return "%-5s %-12s %-24s %s"
                .formatted(bed.path("id").asText(), bed.path("nurse").asText(), who, worn);
    }

    private static String who(JsonNode patient) {
        String age = patient.path("age").isNumber() ? " " + patient.path("age").asInt() : "";
        String scale = patient.path("spo2Scale").asText().equals("2") ? ", SpO2 scale 2" : "";
        return patient.path("initials").asText() + age + scale;
    }

    /** Who is admitted. */
    static final class Admission {

        @Option(
                names = "--initials",
                required = true,
                paramLabel = "X.Y.",
                description = "Initials; stay at the station.")
        private String initials = "";

        @Option(names = "--age", paramLabel = "YEARS", description = "Without it no NEWS2 is given.")
        private @Nullable Integer age;

        @Option(names = "--sex", paramLabel = "SEX", description = "female, male, other, unknown.")
        private @Nullable String sex;

        @Option(names = "--care-profile", paramLabel = "ID", description = "Limits to begin with.")
        private @Nullable String careProfile;

        @Option(
                names = "--news2-exclusion",
                paramLabel = "WHY",
                description = "pregnant or spinal-cord-injury: why NEWS2 is not made beside the age.")
        private @Nullable String news2Exclusion;

        @Option(names = "--device", paramLabel = "ID", description = "Device that they wear from now on.")
        private @Nullable String device;

        @Option(names = "--profile", paramLabel = "ID", description = "What that device delivers.")
        private @Nullable String profile;

        @Option(names = "--since", paramLabel = "TIME", description = "Since when they lie there (default: now).")
        private @Nullable String since;

        @Mixin
        private ReasonOption reason = new ReasonOption();

        ObjectNode body(WardView ward) {
            ObjectNode body = reason.body().put("initials", initials);
            ReasonOption.optional(body, "sex", sex);
            ReasonOption.optional(body, "careProfile", careProfile);
            ReasonOption.optional(body, "news2Exclusion", news2Exclusion);
            ReasonOption.optional(body, "device", device);
            ReasonOption.optional(body, "profile", profile);
            Long admitted = ward.moment(since);
            if (admitted != null) {
                body.put("admittedAt", admitted);
            }
            return age == null ? body : body.put("age", age);
        }
    }
}

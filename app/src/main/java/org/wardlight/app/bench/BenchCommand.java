package org.wardlight.app.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.wardlight.app.demo.DemoOptions;
import org.wardlight.app.demo.EmbeddedWard;
import org.wardlight.app.running.PersonalFolders;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.app.terminal.ExitCode;
import org.wardlight.app.terminal.Terminal;
import org.wardlight.bench.driving.PageReceiver;
import org.wardlight.bench.driving.RunClock;
import org.wardlight.bench.lane.Lane;
import org.wardlight.bench.lane.LanePlan;
import org.wardlight.bench.lane.LaneResult;
import org.wardlight.bench.lane.WardProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wardlight bench}: what the whole ward holds and costs, beside its floor and its stages alone. */
@Command(name = "bench", description = "Drives a ward of its own, checks what it did, measures what it cost.")
public final class BenchCommand {

    private final Terminal terminal;

    /** Writes to the given terminal. */
    public BenchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(
            name = "e2e",
            description =
                    "The whole ward from MQTT to page, and its floor, each in a process of its own. Leaves with 1 when"
                            + " a message was lost, or an alarm missed, invented, late or out of order.")
    int e2e(@Mixin EndToEndOptions options) throws IOException, MqttException {
        Terminal lines = options.json ? terminal.keepingStdoutForResults() : terminal;
        LanePlan plan = options.plan();
        Path folder = Files.createTempDirectory(PersonalFolders.temporary(), "wardlight-bench-");
        UnderTest under = new UnderTest(options.heap, folder);
        lines.line("  " + plan.beds() + " beds, 8 values a second each; logs in " + folder);
        LaneResult ward = run(plan, lines, "ward", pages -> under.ward(plan.beds(), pages));
        LaneResult floor =
                options.withoutFloor ? null : run(plan, lines, "floor", pages -> under.floor(plan.beds(), pages));
        EndToEndReport report = new EndToEndReport(plan, ward, floor);
        if (options.json) {
            terminal.result(new ObjectMapper().writeValueAsString(report.figures()));
        } else {
            report.lines().forEach(terminal::result);
        }
        return ward.isClean() ? ExitCode.OK : ExitCode.FAILED;
    }

    private interface Starting {
        WardProcess at(URI pages) throws IOException;
    }

    private static LaneResult run(LanePlan plan, Terminal lines, String name, Starting starting)
            throws IOException, MqttException {
        try (PageReceiver receiver = PageReceiver.start()) {
            lines.line("  " + name + ": starting");
            try (WardProcess ward = starting.at(receiver.uri())) {
                RunClock clock = new RunClock();
                receiver.countOn(clock);
                return new Lane(plan, clock, receiver, text -> lines.line("  " + name + ": " + text)).run(ward);
            }
        }
    }

    @Command(
            name = "stages",
            description = "Each stage alone with the same messages, in this process: what it must cost at least.")
    int stages(
            @Option(
                            names = "--messages",
                            paramLabel = "N",
                            description = "Messages for each stage (default: ${DEFAULT-VALUE}).")
                    Integer messages,
            @Option(names = "--json", description = "One JSON object.") boolean json)
            throws Exception {
        Terminal lines = json ? terminal.keepingStdoutForResults() : terminal;
        int count = messages == null ? Stages.USUAL_MESSAGES : messages;
        if (count < 1_000 || count > 10_000_000) {
            throw CommandFailure.usage("--messages must lie between 1000 and 10000000.", "Leave it out.");
        }
        Map<String, Map<String, Double>> figures = new Stages(count, lines).run();
        if (json) {
            terminal.result(new ObjectMapper().writeValueAsString(figures));
        } else {
            figures.forEach((stage, figure) -> terminal.result(
                    String.format("  %-50s %8.2f us CPU %8.2f us", stage, figure.get("cpu_us"), figure.get("us"))));
        }
        return ExitCode.OK;
    }

    @Command(name = "ward", hidden = true, description = "The ward that 'bench e2e' drives.")
    int ward(@Mixin DrivenOptions options) throws IOException {
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Terminal quiet = terminal.keepingStdoutForResults().quietly();
        DemoOptions demo = new DemoOptions(
                        1, "stable", null, 1.0, 7, 18_080, options.data, Duration.ZERO, options.target())
                .withBeds(options.beds);
        try (EmbeddedWard ward = EmbeddedWard.start(demo, quiet, () -> false)) {
            Answering answering = new Answering(answers);
            answering.ready(
                    ward.view().mqtt(),
                    ward.view().kafka(),
                    ward.view().plan().site(),
                    ward.view().plan().beds().stream().map(bed -> bed.id()).toList());
            answering.untilTheEnd();
        }
        return ExitCode.OK;
    }

    @Command(name = "floor", hidden = true, description = "The floor that 'bench e2e' drives.")
    int floor(@Mixin DrivenOptions options) throws IOException, MqttException {
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (FloorWard floor = FloorWard.start(options.beds, options.pages, options.data)) {
            Answering answering = new Answering(answers);
            answering.ready(floor.mqtt(), "", floor.site(), floor.bedNames());
            answering.untilTheEnd();
        }
        return ExitCode.OK;
    }

    /** What the driver tells the ward that it starts. */
    static final class DrivenOptions {

        @Option(names = "--beds", required = true)
        private int beds;

        @Option(names = "--pages", required = true)
        private URI pages = URI.create("");

        @Option(names = "--data", required = true)
        private Path data = Path.of("");

        private DemoOptions.PageTarget target() {
            // Nobody but the driver takes these pages, and it looks at no signature.
            String secret = Base64.getEncoder().encodeToString(new byte[32]);
            return new DemoOptions.PageTarget(pages, "whsec_" + secret);
        }
    }
}

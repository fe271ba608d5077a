package org.wardlight.app.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.wardlight.app.configuration.DurationText;
import org.wardlight.app.operations.EndSignal;
import org.wardlight.app.operations.LogFile;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.app.terminal.ExitCode;
import org.wardlight.app.terminal.Terminal;
import org.wardlight.events.WardClock;
import org.wardlight.simulators.SimulatorApp;
import org.wardlight.simulators.SimulatorConfig;
import org.wardlight.simulators.scenario.Scenario;
import org.wardlight.station.plan.WardPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wardlight sim}: simulated devices over real MQTT, seeded, with faults. */
@Command(name = "sim", description = "Simulated devices: list scenarios, run one against a broker.")
public final class SimCommand {

    private final Terminal terminal;

    /** Writes to the given terminal. */
    public SimCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "list", description = "Every scenario, the default first.")
    int list() {
        for (Scenario scenario : Scenario.catalogue()) {
            terminal.result("%-15s %s".formatted(scenario.id(), scenario.description()));
        }
        return ExitCode.OK;
    }

    @Command(name = "run", description = "Publishes a scenario until Ctrl-C, or for a given time.")
    int run(@Mixin Choice choice) throws InterruptedException, JsonProcessingException {
        LogFile.takeOverJavaLogging();
        Terminal lines = choice.json ? terminal.keepingStdoutForResults() : terminal;
        WardClock clock = choice.clock();
        SimulatorConfig config = choice.config();
        try (EndSignal end = EndSignal.listen()) {
            SimulatorApp simulator = SimulatorApp.start(config, new SimpleMeterRegistry(), clock);
            try (simulator) {
                lines.line("  " + config.devices().size() + " devices publish '" + config.scenario() + "' to "
                        + config.mqtt() + ". Ctrl-C stops.");
                watch(simulator, end, choice, lines);
            }
            return SentMessages.report(simulator.ledger(), terminal, choice.json);
        }
    }

    private static void watch(SimulatorApp simulator, EndSignal end, Choice choice, Terminal lines)
            throws InterruptedException {
        new Watch(simulator, end, lines)
                .until(
                        choice.duration == null ? null : new DurationText().convert(choice.duration),
                        () -> false,
                        () -> "acknowledged " + simulator.ledger().acknowledgedCount());
    }

    /** What to simulate, and where to. */
    static final class Choice {

        @Option(
                names = "--mqtt",
                paramLabel = "URI",
                description = "The broker (default: the running demo's, else " + Broker.USUAL + ").")
        private @Nullable URI mqtt;

        @Option(names = "--scenario", paramLabel = "S", description = "See 'sim list' (default: ${DEFAULT-VALUE}).")
        private String scenario = "ward";

        @Option(names = "--beds", paramLabel = "N", description = "How many beds (default: ${DEFAULT-VALUE}).")
        private int beds = 16;

        @Option(names = "--plan", paramLabel = "FILE", description = "Ward plan (default: the demo's).")
        private @Nullable Path plan;

        @Option(
                names = "--prefix",
                paramLabel = "P",
                description = "Before each device id (default: 'sim-' at a running demo, which has its own devices).")
        private @Nullable String prefix;

        @Option(names = "--seed", paramLabel = "N", description = "The same seed gives the same patients.")
        private long seed = 1;

        @Option(names = "--speed", paramLabel = "X", description = "How fast ward time runs, 0.1 to 3600.")
        private double speed = 1;

        @Option(names = "--for", paramLabel = "DURATION", description = "End after this long, e.g. 60s.")
        private @Nullable String duration;

        @Option(names = "--json", description = "The last line is one JSON object.")
        private boolean json;

        WardClock clock() {
            try {
                return speed == 1 ? WardClock.real() : WardClock.accelerated(InstantSource.system(), speed);
            } catch (IllegalArgumentException e) {
                throw CommandFailure.usage("--speed: " + e.getMessage() + ".", "Leave it out for real time.");
            }
        }

        SimulatorConfig config() {
            Broker broker = Broker.of(mqtt, prefix);
            try {
                WardPlan ward = ScenarioWard.of(
                        (plan == null ? WardPlan.demo() : WardPlan.load(plan)).resized(beds), Scenario.byId(scenario));
                return SimulatorConfig.of(
                        broker.address(), ward.site(), WardDevices.of(ward, broker.prefix()), scenario, seed);
            } catch (IOException e) {
                throw CommandFailure.usage("The ward plan cannot be read: " + e.getMessage(), "Check --plan.");
            } catch (IllegalArgumentException e) {
                throw CommandFailure.usage(String.valueOf(e.getMessage()), "See: wardlight sim run --help");
            }
        }
    }
}

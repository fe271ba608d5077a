package org.wardlight.app.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wardlight.app.configuration.DurationText;
import org.wardlight.app.operations.EndSignal;
import org.wardlight.app.operations.LogFile;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.app.terminal.Terminal;
import org.wardlight.app.ward.DeclaredDevices;
import org.wardlight.events.WardClock;
import org.wardlight.simulators.SimulatorApp;
import org.wardlight.simulators.SimulatorConfig;
import org.wardlight.simulators.device.SimulatedDevice;
import org.wardlight.simulators.recording.Recordings;
import org.wardlight.station.plan.WardPlan;
import org.wardlight.station.plan.WardPlan.DeviceProfile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wardlight replay}: recordings of real people as devices over real MQTT, once, until their end. */
@Command(
        name = "replay",
        description = "Plays recordings as devices against a broker, until all of them have ended.",
        footer = {"", "Exit code 0 when the broker acknowledged messages, 1 when none. More: docs/replay.md"})
public final class ReplayCommand implements Callable<Integer> {

    private static final int MOST_BEDS_BY_ITSELF = 40;

    private final Terminal terminal;

    @Parameters(
            paramLabel = "FILE",
            description = "A zip as published (BIDMC, E4 wristbands, Challenge 2019 stays), a mapping file that names"
                    + " tables, or a table with --mapping.")
    private Path file = Path.of("");

    @Option(names = "--mapping", paramLabel = "YAML", description = "What the columns of the table FILE mean.")
    private @Nullable Path mapping;

    @Option(
            names = "--speed",
            paramLabel = "X",
            description = "How fast ward time runs, 0.1 to 60; hourly recordings up to 3600. A running system must run"
                    + " at the same speed, else it does not believe the times.")
    private double speed = 1;

    @Option(
            names = "--mqtt",
            paramLabel = "URI",
            description = "The broker (default: the running demo's, else " + Broker.USUAL + ").")
    private @Nullable URI mqtt;

    @Option(
            names = "--beds",
            paramLabel = "N",
            description = "How many recordings (default: every one, at most " + MOST_BEDS_BY_ITSELF + ").")
    private @Nullable Integer beds;

    @Option(
            names = "--prefix",
            paramLabel = "P",
            description = "Before each device id 'rec-01', 'rec-02', ... (default: 'sim-' at a running demo).")
    private @Nullable String prefix;

    @Mixin
    private DeclaredDevices declared = new DeclaredDevices();

    @Option(names = "--for", paramLabel = "DURATION", description = "End after this long, e.g. 60s.")
    private @Nullable String duration;

    @Option(names = "--json", description = "The last line is one JSON object.")
    private boolean json;

    /** Writes to the given terminal. */
    public ReplayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException, JsonProcessingException {
        LogFile.takeOverJavaLogging();
        Terminal lines = json ? terminal.keepingStdoutForResults() : terminal;
        Duration longest = duration == null ? null : new DurationText().convert(duration);
        Recordings recordings = recordings();
        SimulatorConfig config = config(recordings);
        WardClock clock = clock(recordings);
        declare(config, DeclaredProfile.of(recordings.profile()), lines);
        try (EndSignal end = EndSignal.listen()) {
            SimulatorApp simulator = SimulatorApp.start(config, new SimpleMeterRegistry(), clock);
            try (simulator) {
                lines.line("  " + config.devices().size() + " devices play "
                        + recordings.profile().title() + " to " + config.mqtt() + ". Ctrl-C stops.");
                new Watch(simulator, end, lines)
                        .until(longest, simulator::hasEnded, () -> position(simulator, recordings, clock));
            }
            return SentMessages.report(simulator.ledger(), terminal, json);
        }
    }

    /** A ward that does not know how often its devices speak would miss them too early, or too late. */
    private void declare(SimulatorConfig config, DeviceProfile profile, Terminal lines) {
        if (declared.isPossible()) {
            declared.declare(
                    config.devices().stream().map(SimulatedDevice::deviceId).toList(), profile);
            lines.line("  The ward knows them as " + profile.id() + ".");
        } else {
            lines.warning("No ward is told what these devices deliver; name one with --station.");
        }
    }

    private static String position(SimulatorApp simulator, Recordings recordings, WardClock clock) {
        Duration length = recordings.longest();
        Duration played = Duration.between(simulator.startedAt(), clock.instant());
        return String.format(
                Locale.ROOT,
                "at %s of %s, acknowledged %d",
                text(played.compareTo(length) < 0 ? played : length),
                text(length),
                simulator.ledger().acknowledgedCount());
    }

    private static String text(Duration time) {
        return String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    private Recordings recordings() {
        try {
            if (mapping != null) {
                return Recordings.open(file, mapping);
            }
            int most = beds == null ? MOST_BEDS_BY_ITSELF : beds;
            if (most < 1) {
                throw CommandFailure.usage("--beds must be at least 1.", "See: wardlight replay --help");
            }
            return Recordings.open(file, most);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(String.valueOf(e.getMessage()), "What can be played: docs/replay.md");
        }
    }

    private SimulatorConfig config(Recordings recordings) {
        Broker broker = Broker.of(mqtt, prefix);
        int wanted = beds == null ? recordings.size() : beds;
        List<String> ids = IntStream.rangeClosed(1, wanted)
                .mapToObj(number -> broker.prefix() + String.format(Locale.ROOT, "rec-%02d", number))
                .toList();
        try {
            return SimulatorConfig.replayingOnce(
                    broker.address(), WardPlan.demo().site(), ids, recordings);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(String.valueOf(e.getMessage()), "See: wardlight replay --help");
        }
    }

    private WardClock clock(Recordings recordings) {
        double fastest = ReplaySpeed.fastest(recordings.profile());
        if (!(speed >= 0.1 && speed <= fastest)) {
            throw CommandFailure.usage(
                    "--speed must lie between 0.1 and " + Math.round(fastest) + " for these recordings, not " + speed
                            + ".",
                    "Leave it out for real time.");
        }
        return speed == 1 ? WardClock.real() : WardClock.accelerated(InstantSource.system(), speed);
    }
}

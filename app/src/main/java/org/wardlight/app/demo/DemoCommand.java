package org.wardlight.app.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wardlight.app.configuration.DurationText;
import org.wardlight.app.operations.EndSignal;
import org.wardlight.app.operations.LogFile;
import org.wardlight.app.operations.ProcessFigures;
import org.wardlight.app.running.RunningDemo;
import org.wardlight.app.running.RunningDemoFile;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.app.terminal.ExitCode;
import org.wardlight.app.terminal.Terminal;
import org.wardlight.station.pager.ReceivedPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** {@code wardlight demo}: a living ward in one process, until Ctrl-C. */
@Command(
        name = "demo",
        description = "Runs a whole ward in one process: broker, Kafka, Flink, every role, simulated patients.",
        footer = {
            "",
            "Exit code 0 when nothing was lost; 1 when something was, or nothing happened; 3 when it could not start."
        })
public final class DemoCommand implements Callable<Integer> {

    private static final Duration COUNT_EVERY = Duration.ofSeconds(5);

    private final Terminal terminal;

    @Option(
            names = "--beds",
            paramLabel = "N",
            description = "Occupied beds (default: 16, or one for each recording, at most 40).")
    private @Nullable Integer beds;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            defaultValue = "ward",
            description = "What happens; 'wardlight sim list' names them (default: ward).")
    private String scenario = "ward";

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description = "Plays recordings of real people instead of a scenario, one in each bed: a zip as published"
                    + " (BIDMC, E4 wristbands, Challenge 2019 stays) or a mapping file of your own tables.")
    private @Nullable Path replay;

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "1",
            description = "Ward seconds in a second, 0.1 to 60; hourly recordings up to 3600 (default: 1).")
    private double speed;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            converter = DemoCommand.PlainDuration.class,
            description = "Ends by itself after this time, such as 200s or 3m (default: until Ctrl-C).")
    private @Nullable Duration until;

    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = "8080",
            description = "Port of the board; the next free one when busy (default: 8080).")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keeps everything in this folder (default: a temporary one, removed at the end).")
    private @Nullable Path data;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description = "The same seed gives the same patients (default: 7).")
    private long seed;

    @Option(
            names = "--history",
            paramLabel = "DURATION",
            defaultValue = "24h",
            converter = DemoCommand.PlainDuration.class,
            description =
                    "What the devices stored before and send as history, up to a day; 0s for none (default: 24h).")
    private Duration history = DemoOptions.LONGEST_HISTORY;

    @Option(names = "--no-open", description = "Does not open a browser.")
    private boolean noOpen;

    @Option(names = "--json", description = "Prints one JSON object with the run's figures as the last line of stdout.")
    private boolean json;

    /** Speaks through this terminal. */
    public DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        DemoOptions options = options();
        Terminal lines = json ? terminal.keepingStdoutForResults() : terminal;
        LogFile.takeOverJavaLogging();
        lines.line("  Starting a ward of " + options.beds() + " beds. Log: " + LogFile.path());
        try (EndSignal end = EndSignal.listen();
                EmbeddedWard ward = EmbeddedWard.start(options, lines, end::isAsked)) {
            return live(ward, options, lines, end);
        } catch (EndedEarly early) {
            lines.line("  Ended before the ward was ready: nothing was counted.");
            return ExitCode.FAILED;
        }
    }

    private int live(EmbeddedWard ward, DemoOptions options, Terminal lines, EndSignal end)
            throws InterruptedException, IOException {
        RunningDemoFile place = RunningDemoFile.ofThisUser();
        DemoRun run = new DemoRun(ward, options);
        ward.station().onPage(page -> lines.line(announce(ward, page)));
        place.write(addresses(ward));
        try {
            Optional<Duration> ready = run.awaitFirstValue();
            greet(lines, ward, ready);
            await(end, options, run);
            lines.line("  Ending: counting what became of every message.");
            return report(run.finish());
        } finally {
            place.delete();
        }
    }

    /** Durations as everywhere in the configuration. */
    static final class PlainDuration implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String text) {
            return new DurationText().convert(text);
        }
    }

    private DemoOptions options() {
        try {
            return new DemoOptions(bedCount(), scenario, replay, speed, seed, port, data, history, null);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(String.valueOf(e.getMessage()), "Try: wardlight demo --help");
        }
    }

    private int bedCount() {
        Integer wanted = beds;
        Path recordings = replay;
        if (wanted != null) {
            return wanted;
        }
        return recordings == null ? DemoOptions.standard().beds() : DemoOptions.bedsFor(recordings);
    }

    /** A run that ends by itself has the time to be counted afterwards, and is not disturbed by it. */
    private void await(EndSignal end, DemoOptions options, DemoRun run) throws InterruptedException {
        Duration longest = until;
        if (longest == null) {
            while (!end.await(COUNT_EVERY)) {
                run.countOn();
            }
        } else {
            end.await(Duration.ofNanos(Math.round(longest.toNanos() / options.speed())));
        }
    }

    private int report(DemoFigures figures) throws JsonProcessingException {
        if (json) {
            terminal.result(new ObjectMapper().writeValueAsString(figures));
        } else {
            terminal.line(String.format(
                    Locale.ROOT,
                    "  %,d messages acknowledged, %,d in the log, %d rejected; %d alarms, %d pages; lost: %d",
                    figures.messagesAcknowledged(),
                    figures.messagesInLog(),
                    figures.rejected(),
                    figures.alarmsStarted(),
                    figures.pagesDelivered(),
                    figures.lost()));
        }
        Optional<String> shortcoming = figures.shortcoming();
        shortcoming.ifPresent(terminal::warning);
        return shortcoming.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    private void greet(Terminal lines, EmbeddedWard ward, Optional<Duration> ready) {
        WardAddresses places = ward.view();
        if (ready.isEmpty()) {
            lines.warning(
                    "No live value has reached the board yet: " + ward.health().problems());
        }
        lines.line("  "
                + lines.bold("Ready in"
                        + Terminal.seconds(ready.orElse(Duration.ZERO)).replaceFirst("^ *", " "))
                + String.format(
                        Locale.ROOT,
                        ", memory %d MB",
                        ProcessFigures.residentBytes().orElse(0) / (1024 * 1024)));
        lines.line("");
        lines.line("  Board     " + lines.bold(places.board().toString()) + "      sign in: okafor / "
                + places.password());
        lines.line("  Pager     " + places.board() + "/pager");
        lines.line("  Metrics   " + places.board() + "/metrics     API " + places.board() + "/api/openapi.yaml");
        lines.line("  Devices   " + places.mqtt().toString().replace("tcp:", "mqtt:")
                + "     connect your own: docs/connect-a-device.md");
        lines.line("");
        DemoNotes.of(options()).forEach(note -> lines.line("  " + lines.dim(note)));
        lines.line("  Demonstration only. Not a medical device. "
                + (data == null ? "Everything is removed at the end (Ctrl-C)." : "Data stay in " + data + "."));
        lines.line("");
        if (!noOpen && !json) {
            Browser.open(places.board());
        }
    }

    private static String announce(EmbeddedWard ward, ReceivedPage page) {
        Duration since =
                Duration.between(ward.simulators().startedAt(), ward.clock().instant());
        Long latency = page.sensorToPageMillis();
        return String.format(
                Locale.ROOT,
                "  [%02d:%02d:%02d] PAGE to %s (%s)  bed %s  \"%s\"%s",
                since.toHours(),
                since.toMinutesPart(),
                since.toSecondsPart(),
                page.data().recipient(),
                page.data().role(),
                page.data().bed(),
                page.data().marks() + " " + page.data().text(),
                latency == null || page.data().level() > 1 ? "" : "  sensor to page " + latency + " ms");
    }

    private static RunningDemo addresses(EmbeddedWard ward) {
        WardAddresses places = ward.view();
        return new RunningDemo(
                places.kafka(),
                places.mqtt().toString(),
                places.board().toString(),
                places.board().toString(),
                LogFile.path().toString(),
                places.password());
    }
}

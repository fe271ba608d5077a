package org.wardlight.app.trends;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.wardlight.app.embedded.EmbeddedQuestDb;
import org.wardlight.app.embedded.FreePorts;
import org.wardlight.app.running.PersonalFolders;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.app.terminal.ExitCode;
import org.wardlight.app.terminal.Terminal;
import org.wardlight.events.PatientRef;
import org.wardlight.trends.reading.TrendsUnavailable;
import org.wardlight.trends.store.Retention;
import org.wardlight.trends.store.StoreSettings;
import org.wardlight.trends.store.TrendStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wardlight trends}: whether the trend store can be used, and how fast it answers. */
@Command(name = "trends", description = "The trend store: check that it can be used, time its answers.")
public final class TrendsCommand {

    private final Terminal terminal;

    /** Writes to the given terminal. */
    public TrendsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(
            name = "time",
            description = "Writes made-up patients, then times what pages ask: into an embedded QuestDB in a temporary"
                    + " folder, or into the store that --uri names.")
    int time(@Mixin StoreOption option, @Mixin Amount amount) throws IOException, InterruptedException {
        amount.check();
        Terminal lines = amount.json ? terminal.keepingStdoutForResults() : terminal;
        if (option.isNamed()) {
            return time(option.settings().orElseThrow(), amount, lines);
        }
        Path folder = Files.createTempDirectory(PersonalFolders.temporary(), "wardlight-trends-");
        try (EmbeddedQuestDb questDb = EmbeddedQuestDb.start(folder, new FreePorts().any())) {
            return time(StoreSettings.questDb(questDb.uri()), amount, lines);
        } finally {
            remove(folder);
        }
    }

    @Command(
            name = "check",
            description = "Writes a row to the store that --uri names, or to the configured one, and reads it back.")
    int check(@Mixin StoreOption option) throws InterruptedException {
        StoreSettings settings = option.settings()
                .orElseThrow(() -> CommandFailure.usage(
                        "Neither --uri nor wardlight.trends.uri names a store.", "See: wardlight trends check --help"));
        try (TrendStore store = TrendStore.open(settings, Retention.STANDARD)) {
            Instant minute = Instant.now().truncatedTo(ChronoUnit.MINUTES);
            String nobody = PatientRef.random(new SecureRandom()).value();
            return new StoreCheck(store, terminal).run(nobody, minute) ? ExitCode.OK : ExitCode.NOT_READY;
        }
    }

    private int time(StoreSettings settings, Amount amount, Terminal lines) throws IOException, InterruptedException {
        Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS);
        TimedWard ward = TimedWard.of(amount.patients, amount.hours, end, new SecureRandom());
        lines.line("  " + ward.rows() + " rows of " + amount.patients + " patients over " + amount.hours + " h to "
                + settings.kind() + " at " + settings.uri());
        try (TrendStore store = TrendStore.open(settings, Retention.STANDARD)) {
            StoreTiming timing = new StoreTiming(store, ward, lines);
            Duration writing = timing.write();
            timing.awaitReadable();
            long rate = Math.round(ward.rows() / (writing.toNanos() / 1e9));
            lines.line("  " + rate + " rows written in a second");
            List<ReadTiming> reads = List.of(timing.timeChart(amount.runs), timing.timeWard(amount.runs));
            report(settings, ward, rate, reads, amount.json);
            return ExitCode.OK;
        } catch (TrendsUnavailable e) {
            throw new CommandFailure(
                    String.valueOf(e.getMessage()), "Check the store and its token.", ExitCode.NOT_READY, e);
        }
    }

    private void report(StoreSettings settings, TimedWard ward, long rate, List<ReadTiming> reads, boolean json)
            throws JsonProcessingException {
        if (!json) {
            terminal.result(ReadTiming.header());
            reads.forEach(read -> terminal.result(read.row()));
            return;
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("store", settings.kind().name().toLowerCase(Locale.ROOT));
        figures.put("rows", ward.rows());
        figures.put("rows_per_second", rate);
        figures.put("reads", reads);
        terminal.result(new ObjectMapper().writeValueAsString(figures));
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            throw CommandFailure.notReady(
                    "The temporary folder " + folder + " could not be removed.",
                    "Remove it by hand: it is not needed.");
        }
    }

    /** How much is written and how often it is read. */
    static final class Amount {

        @Option(names = "--patients", paramLabel = "N", description = "Made-up patients (default: ${DEFAULT-VALUE}).")
        private int patients = 60;

        @Option(names = "--hours", paramLabel = "N", description = "Hours of each (default: ${DEFAULT-VALUE}).")
        private int hours = 72;

        @Option(names = "--runs", paramLabel = "N", description = "Timed runs (default: ${DEFAULT-VALUE}).")
        private int runs = 20;

        @Option(names = "--json", description = "The last line is one JSON object.")
        private boolean json;

        private void check() {
            if (patients < 1 || patients > 10_000 || hours < 1 || hours > 24 * 365 || runs < 1) {
                throw CommandFailure.usage(
                        "--patients must lie between 1 and 10000, --hours between 1 and 8760, --runs above 0.",
                        "Leave them out for the usual ward.");
            }
        }
    }
}

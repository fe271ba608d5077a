package org.wardlight.app.features;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.app.terminal.ExitCode;
import org.wardlight.app.terminal.Terminal;
import org.wardlight.models.evaluation.Stay;
import org.wardlight.models.evaluation.StayFiles;
import org.wardlight.models.evaluation.StayRows;
import org.wardlight.models.features.FeatureLayout;
import org.wardlight.simulators.recording.Recordings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wardlight features}: writes what models are trained on. */
@Command(
        name = "features",
        description =
                "Writes the rows that models are trained on, computed from recordings by the code that the job runs.")
public final class FeaturesCommand {

    private static final int PROGRESS_EVERY = 2_000;

    private final Terminal terminal;

    /** Writes to the given terminal. */
    public FeaturesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(
            name = "hours",
            description = "One row for each hour of each stay, with its label and NEWS2: for models of deterioration.")
    int hours(
            @Parameters(paramLabel = "STAYS", description = "Zip or folder of stays of the Challenge 2019 or 2012.")
                    Path stays,
            @Option(
                            names = "--out",
                            required = true,
                            paramLabel = "FILE",
                            description = "CSV; compressed when it ends in .gz.")
                    Path out) {
        FeatureLayout layout = FeatureSets.hourly();
        try (FeatureTable table = FeatureTable.create(out, List.of("stay", "hour", "label", "news2"), layout)) {
            int[] read = {0};
            StayFiles.forEach(stays, stay -> {
                write(stay, layout, table);
                if (++read[0] % PROGRESS_EVERY == 0) {
                    terminal.line("  " + read[0] + " stays");
                }
            });
            terminal.line("  " + read[0] + " stays, " + table.rows() + " rows in " + out);
            return ExitCode.OK;
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    @Command(
            name = "minutes",
            description =
                    "One row each 10 s of recordings at 1 Hz, as they are and with disturbances laid over copies of"
                            + " them: for models of anomaly.")
    int minutes(
            @Parameters(
                            arity = "1..*",
                            paramLabel = "RECORDINGS",
                            description = "Zips of recordings at 1 Hz, such as BIDMC or Stress-Predict.")
                    List<Path> recordings,
            @Option(
                            names = "--out",
                            required = true,
                            paramLabel = "FILE",
                            description = "CSV; compressed when it ends in .gz.")
                    Path out) {
        FeatureLayout layout = FeatureSets.ofMinutes();
        try (FeatureTable table =
                FeatureTable.create(out, List.of("person", "second", "kind", "label", "news2"), layout)) {
            for (Path each : recordings) {
                Recordings people = Recordings.open(each, Integer.MAX_VALUE);
                new MinuteRows(people, layout, table).write();
                terminal.line(
                        "  " + each.getFileName() + ": " + people.size() + " people, " + table.rows() + " rows so far");
            }
            return ExitCode.OK;
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    private static void write(Stay stay, FeatureLayout layout, FeatureTable table) {
        StayRows rows = StayRows.of(stay, layout);
        try {
            for (int hour = 0; hour < stay.hours(); hour++) {
                String label = stay.labels().isEmpty() ? "" : stay.labels().get(hour) ? "1" : "0";
                table.row(
                        List.of(
                                stay.id(),
                                Integer.toString(hour),
                                label,
                                Integer.toString(rows.news2().get(hour))),
                        rows.rows().get(hour));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CommandFailure unreadable(Exception e) {
        return new CommandFailure(
                String.valueOf(e.getMessage()),
                "Name a data set as it was published, and a place for the rows that can be written.",
                ExitCode.FAILED,
                e);
    }
}

package org.wardlight.app.limits;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.app.terminal.ExitCode;
import org.wardlight.app.terminal.Terminal;
import org.wardlight.events.CareProfiles;
import org.wardlight.events.v1.CareProfile;
import org.wardlight.simulators.recording.Recording;
import org.wardlight.simulators.recording.Recordings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wardlight limits}: what limits make of recordings. */
@Command(name = "limits", description = "Judges recordings by the limits of a care profile.")
public final class LimitsCommand {

    private final Terminal terminal;

    /** Writes to the given terminal. */
    public LimitsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(
            name = "replay",
            description =
                    "Counts what plain thresholds would have raised, and what delay, hysteresis and signal quality"
                            + " make of it. Fails when a breach of half a minute was not raised.")
    int replay(
            @Parameters(
                            arity = "1..*",
                            paramLabel = "RECORDINGS",
                            description = "Zips of recordings, such as BIDMC or Stress-Predict.")
                    List<Path> sources,
            @Option(
                            names = "--care-profile",
                            paramLabel = "ID",
                            defaultValue = "adult-ward",
                            description = "By whose limits (default: ${DEFAULT-VALUE}).")
                    String profile) {
        CareProfile limits = CareProfiles.find(profile)
                .orElseThrow(() -> CommandFailure.usage("There is no care profile '" + profile + "'.", known()));
        terminal.result("By the limits of " + limits.getId() + " version " + limits.getVersion() + ":");
        terminal.result("");
        terminal.result("| recordings | hours | plain alarms | raised | by delay | by hysteresis | by quality"
                + " | per patient-day, plain | raised | breaches of 30 s | not raised |");
        terminal.result("|---|---|---|---|---|---|---|---|---|---|---|");
        boolean allRaised = true;
        for (Path source : sources) {
            Burden burden = burden(source, limits);
            terminal.result(row(source, burden));
            burden.missed().forEach(each -> terminal.warning("not raised: " + each));
            allRaised &= burden.missed().isEmpty();
        }
        return allRaised ? ExitCode.OK : ExitCode.FAILED;
    }

    private Burden burden(Path source, CareProfile limits) {
        try {
            Recordings recordings = Recordings.open(source, Integer.MAX_VALUE);
            return of(recordings, limits);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(String.valueOf(e.getMessage()), "Name the zips as they were published.");
        }
    }

    /** What became of the breaches of all of them. */
    static Burden of(Recordings recordings, CareProfile limits) {
        int plain = 0;
        int raised = 0;
        int within = 0;
        int spoilt = 0;
        int sustained = 0;
        Duration length = Duration.ZERO;
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < recordings.size(); i++) {
            Recording recording = recordings.get(i);
            length = length.plus(recording.length());
            RecordingJudge judge = new RecordingJudge(limits, recordings.profile()).play(recording);
            for (Breach breach : judge.breaches()) {
                boolean open = judge.isWithinACondition(breach);
                boolean starts = !open && judge.isRaised(breach);
                plain++;
                raised += starts ? 1 : 0;
                within += open ? 1 : 0;
                spoilt += !open && !starts && breach.spoilt() ? 1 : 0;
                sustained += breach.isSustained() ? 1 : 0;
                if (breach.isSustained() && !open && !starts) {
                    missed.add(recording.id() + " " + breach.rule().getRule());
                }
            }
        }
        double hours = length.toMillis() / 3_600_000.0;
        int delayed = plain - raised - within - spoilt;
        return new Burden(recordings.size(), hours, plain, raised, delayed, within, spoilt, sustained, missed);
    }

    private static String row(Path source, Burden burden) {
        return String.format(
                Locale.ROOT,
                "| %s (%d) | %.1f | %d | %d | %d | %d | %d | %.0f | %.0f | %d | %d |",
                source.getFileName(),
                burden.recordings(),
                burden.hours(),
                burden.plain(),
                burden.raised(),
                burden.byDelay(),
                burden.byHysteresis(),
                burden.byQuality(),
                burden.plainPerDay(),
                burden.raisedPerDay(),
                burden.sustained(),
                burden.missed().size());
    }

    private static String known() {
        return "Known are "
                + CareProfiles.all().stream().map(CareProfile::getId).collect(Collectors.joining(", ")) + ".";
    }
}

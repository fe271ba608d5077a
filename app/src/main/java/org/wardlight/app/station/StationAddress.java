package org.wardlight.app.station;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.app.running.RunningDemo;
import org.wardlight.app.running.RunningDemoFile;
import org.wardlight.app.terminal.CommandFailure;
import picocli.CommandLine.Option;

/** Which station a command talks to, and as whom. A password never stands on the command line, where others could read it. */
public final class StationAddress {

    private static final String USUAL = "http://127.0.0.1:8080";
    private static final String PASSWORD = "WARDLIGHT_STATION_PASSWORD";
    /** Who may change everything in the demonstration's ward. */
    private static final String DEMO_ACTOR = "haddad";

    @Option(
            names = "--station",
            paramLabel = "URI",
            description = "The station (default: the running demo's, else " + USUAL + ").")
    private @Nullable URI station;

    @Option(
            names = "--actor",
            paramLabel = "ID",
            description = "Staff id to act as (default: " + DEMO_ACTOR + " at a running demo).")
    private @Nullable String actor;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Holds the password (default: " + PASSWORD + ", or the running demo's own).")
    private @Nullable Path passwordFile;

    /** Whether somebody named a station, or a demo of this user runs. */
    public boolean isKnown() {
        return station != null || RunningDemoFile.ofThisUser().find().isPresent();
    }

    /**
     * A client of that station.
     *
     * @throws CommandFailure when it is not known as whom to act
     */
    public StationClient client() {
        Optional<RunningDemo> demo =
                station == null ? RunningDemoFile.ofThisUser().find() : Optional.empty();
        URI address = station != null
                ? station
                : URI.create(demo.map(RunningDemo::station).orElse(USUAL));
        String who = Optional.ofNullable(actor)
                .or(() -> demo.map(running -> DEMO_ACTOR))
                .orElseThrow(
                        () -> CommandFailure.usage("It is not said who acts.", "Name a member of staff: --actor ID."));
        return new StationClient(address, who, password(demo));
    }

    private String password(Optional<RunningDemo> demo) {
        Path file = passwordFile;
        if (file != null) {
            try {
                return Files.readString(file).strip();
            } catch (IOException e) {
                throw CommandFailure.usage("The password file cannot be read: " + file + ".", "Check --password-file.");
            }
        }
        return Optional.ofNullable(System.getenv(PASSWORD))
                .filter(text -> !text.isEmpty())
                .or(() -> demo.map(RunningDemo::password).filter(text -> !text.isEmpty()))
                .orElseThrow(() -> CommandFailure.usage(
                        "There is no password.", "Put it into " + PASSWORD + ", or name a file with --password-file."));
    }
}

package org.wardlight.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.wardlight.app.simulation.ReplayCommand;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.app.terminal.Terminal;
import org.wardlight.app.ward.WardCommand;
import picocli.CommandLine;

/** Types commands at a running ward, as the charge nurse. */
record Shell(WardAddresses ward, Path password) {

    static Shell at(WardAddresses ward, Path folder) throws IOException {
        return new Shell(ward, Files.writeString(folder.resolve("password"), ward.password()));
    }

    /** What a {@code wardlight ward} command that works prints. */
    String run(String... command) {
        return succeeds(WardCommand::line, command);
    }

    /** The same of {@code wardlight replay}. */
    String replay(String... command) {
        return succeeds(terminal -> new CommandLine(new ReplayCommand(terminal)), command);
    }

    private String succeeds(Function<Terminal, CommandLine> line, String... command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(execute(line, command, out, err))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    /** What a command that is refused says. */
    String fails(String... command) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(execute(WardCommand::line, command, new ByteArrayOutputStream(), err))
                .isNotZero();
        return err.toString(StandardCharsets.UTF_8);
    }

    private int execute(
            Function<Terminal, CommandLine> line,
            String[] command,
            ByteArrayOutputStream out,
            ByteArrayOutputStream err) {
        Terminal terminal = new Terminal(out, err, new Terminal.Look(StandardCharsets.UTF_8, false, false, false));
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(
                "--station", ward.board().toString(), "--actor", "haddad", "--password-file", password.toString()));
        CommandLine parser = line.apply(terminal).setExecutionExceptionHandler((error, commandLine, result) -> {
            if (error instanceof CommandFailure failure) {
                terminal.failure(failure.sentence(), failure.advice());
                return failure.exitCode();
            }
            throw error;
        });
        return parser.execute(all.toArray(String[]::new));
    }
}

package org.wardlight.app.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.app.configuration.ConfigurationRefused;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.app.terminal.Terminal;
import picocli.CommandLine;

final class RunCommandTest {

    private final List<String> happened = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<String, RoleFactory> roles = new LinkedHashMap<>();

    @TempDir
    Path folder;

    @Test
    void closesWhatRunsWhenALaterRoleDoesNotStart() throws IOException {
        roles.put("first", settings -> surroundings -> works("first"));
        roles.put("second", settings -> surroundings -> works("second"));
        roles.put("third", settings -> surroundings -> {
            throw new IllegalStateException("no database");
        });

        CommandFailure failure = run("third,first,second");

        assertThat(failure.sentence()).isEqualTo("The role third does not start: no database");
        assertThat(failure.exitCode()).isEqualTo(3);
        assertThat(happened).containsExactly("first starts", "second starts", "first closes", "second closes");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("first").contains("at home");
    }

    @Test
    void startsNothingBeforeTheSettingsOfEveryRoleAreGood() throws IOException {
        roles.put("first", settings -> surroundings -> works("first"));
        roles.put("second", refusing("wardlight.second.a is required"));
        roles.put("third", refusing("wardlight.third.b is required"));

        CommandFailure failure = run("first,second,third");

        assertThat(failure.sentence())
                .contains("2 problems")
                .contains("wardlight.second.a is required")
                .contains("wardlight.third.b is required");
        assertThat(happened).isEmpty();
    }

    @Test
    void theCanaryRunsAlone() throws IOException {
        roles.put("first", settings -> surroundings -> works("first"));
        roles.put("canary", settings -> surroundings -> works("canary"));

        CommandFailure failure = run("first,canary");

        assertThat(failure.advice()).isEqualTo("Run it in a process of its own.");
        assertThat(happened).isEmpty();
    }

    private static RoleFactory refusing(String problem) {
        return settings -> {
            throw new ConfigurationRefused(List.of(problem));
        };
    }

    private RunningRole works(String name) {
        happened.add(name + " starts");
        return new RunningRole(name, Map::of, () -> happened.add(name + " closes"), "at home");
    }

    private CommandFailure run(String names) throws IOException {
        Path config = Files.writeString(folder.resolve("wardlight.yaml"), "wardlight: {ops: {port: 0}}");
        Terminal terminal = new Terminal(out, out, Terminal.Look.of(Map.of(), false));
        List<CommandFailure> failures = new ArrayList<>();
        new CommandLine(new RunCommand(terminal, roles))
                .setExecutionExceptionHandler((error, command, parsed) -> {
                    failures.add((CommandFailure) error);
                    return 3;
                })
                .execute(names, "--config", config.toString());
        assertThat(failures).hasSize(1);
        return failures.get(0);
    }
}

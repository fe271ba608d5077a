package org.wardlight.app.configuration;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.app.terminal.ExitCode;
import picocli.CommandLine.Option;

/** Which configuration a command uses: the file named, else the one in {@code WARDLIGHT_CONFIG}, else only defaults. */
public final class ConfigOption {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "YAML file with settings (default: the one named by WARDLIGHT_CONFIG).")
    private @Nullable Path file;

    /** The file, if one is named. */
    public Optional<Path> file() {
        return Optional.ofNullable(file).or(() -> Optional.ofNullable(System.getenv("WARDLIGHT_CONFIG"))
                .filter(name -> !name.isEmpty())
                .map(Path::of));
    }

    /**
     * Reads it, with the environment over it.
     *
     * @throws CommandFailure naming every problem
     */
    public Configuration load() {
        Map<String, String> environment = System.getenv();
        try {
            return Configuration.load(file(), environment);
        } catch (ConfigurationRefused refused) {
            throw failure(refused);
        }
    }

    /** The failure that names every problem. */
    public static CommandFailure failure(ConfigurationRefused refused) {
        int count = refused.problems().size();
        String problems =
                refused.problems().stream().map(problem -> "\n    " + problem).collect(Collectors.joining());
        return new CommandFailure(
                "The configuration has " + (count == 1 ? "a problem" : count + " problems") + ":" + problems,
                "docs/configuration.md lists every key; 'wardlight config check' looks again.",
                ExitCode.NOT_READY,
                refused);
    }
}

package org.wardlight.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.Callable;
import org.wardlight.app.operations.BuildInfo;
import org.wardlight.app.terminal.ExitCode;
import org.wardlight.app.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code wardlight version}: which Wardlight this is, and on which Java. */
@Command(name = "version", description = "Which Wardlight this is.")
final class VersionCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    VersionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        BuildInfo build = BuildInfo.current();
        terminal.result(
                json
                        ? new ObjectMapper().writeValueAsString(build.fields())
                        : "wardlight " + build.version() + " on Java " + build.java() + ", " + build.system());
        return ExitCode.OK;
    }
}

package org.wardlight.app;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wardlight.app.terminal.ExitCode;
import org.wardlight.app.terminal.Terminal;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code source <(wardlight completion)}: the Tab key completes commands and options in bash and zsh. */
@Command(name = "completion", description = "A completion script for bash and zsh: source <(wardlight completion)")
final class CompletionCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private @Nullable CommandSpec spec;

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (spec != null) {
            terminal.result(AutoComplete.bash("wardlight", spec.root().commandLine()));
        }
        return ExitCode.OK;
    }
}

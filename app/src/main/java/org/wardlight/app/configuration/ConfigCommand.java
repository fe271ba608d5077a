package org.wardlight.app.configuration;

import org.wardlight.app.terminal.ExitCode;
import org.wardlight.app.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wardlight config}: what is in effect, and whether it can be used. */
@Command(name = "config", description = "Settings: print what is in effect, check a file, write the reference.")
public final class ConfigCommand {

    private final Terminal terminal;

    /** Writes to the given terminal. */
    public ConfigCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "print", description = "Every setting with its value and where it comes from; secrets hidden.")
    int print(@Mixin ConfigOption config) {
        config.load().effective().forEach(terminal::result);
        return ExitCode.OK;
    }

    @Command(name = "check", description = "Whether the settings can be used. Exit code 3 with all problems if not.")
    int check(@Mixin ConfigOption config) {
        config.load();
        terminal.result("The configuration is good.");
        return ExitCode.OK;
    }

    @Command(name = "docs", description = "The reference of all settings, as Markdown.")
    int docs() {
        terminal.result(ConfigurationReference.markdown().stripTrailing());
        return ExitCode.OK;
    }
}

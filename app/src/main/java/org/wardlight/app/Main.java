package org.wardlight.app;

import org.slf4j.LoggerFactory;
import org.wardlight.app.alerts.AlertsCommand;
import org.wardlight.app.alerts.AuditCommand;
import org.wardlight.app.bench.BenchCommand;
import org.wardlight.app.configuration.ConfigCommand;
import org.wardlight.app.deadletters.DlqCommand;
import org.wardlight.app.demo.DemoCommand;
import org.wardlight.app.doctor.DoctorCommand;
import org.wardlight.app.features.FeaturesCommand;
import org.wardlight.app.limits.LimitsCommand;
import org.wardlight.app.models.ModelCommand;
import org.wardlight.app.operations.BuildInfo;
import org.wardlight.app.operations.LogFile;
import org.wardlight.app.roles.ProductionRoles;
import org.wardlight.app.roles.RunCommand;
import org.wardlight.app.simulation.ReplayCommand;
import org.wardlight.app.simulation.SimCommand;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.app.terminal.ExitCode;
import org.wardlight.app.terminal.Terminal;
import org.wardlight.app.topics.TopicsCommand;
import org.wardlight.app.trends.TrendsCommand;
import org.wardlight.app.ward.WardCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The {@code wardlight} command. */
@Command(
        name = "wardlight",
        description = "Real-time monitoring of vital signs. Not a medical device.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Main.Version.class,
        footer = {"", "Begin with: wardlight demo"})
public final class Main {

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        LogFile.decide(args.length == 0 ? "wardlight" : args[0]);
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> LoggerFactory.getLogger(Main.class)
                .error("action=run-thread outcome=died thread={}", thread.getName(), error));
        // The MQTT broker leaves a thread behind, so the end must be said.
        System.exit(run(args, Terminal.ofThisProcess()));
    }

    /** Runs one command and returns its exit code. */
    static int run(String[] args, Terminal terminal) {
        return commandLine(terminal).execute(args);
    }

    private static CommandLine commandLine(Terminal terminal) {
        CommandLine line = new CommandLine(new Main());
        return line.addSubcommand(new DemoCommand(terminal))
                .addSubcommand(new RunCommand(terminal, ProductionRoles.all()))
                .addSubcommand(new SimCommand(terminal))
                .addSubcommand(new ReplayCommand(terminal))
                .addSubcommand(WardCommand.line(terminal))
                .addSubcommand(new AlertsCommand(terminal))
                .addSubcommand(new AuditCommand(terminal))
                .addSubcommand(new TrendsCommand(terminal))
                .addSubcommand(new FeaturesCommand(terminal))
                .addSubcommand(new LimitsCommand(terminal))
                .addSubcommand(new ModelCommand(terminal))
                .addSubcommand(new BenchCommand(terminal))
                .addSubcommand(new TopicsCommand(terminal))
                .addSubcommand(new DlqCommand(terminal))
                .addSubcommand(new DoctorCommand(terminal))
                .addSubcommand(new ConfigCommand(terminal))
                .addSubcommand(new VersionCommand(terminal))
                .addSubcommand(new CompletionCommand(terminal))
                .setExitCodeExceptionMapper(
                        error -> error instanceof CommandFailure failure ? failure.exitCode() : ExitCode.FAILED)
                .setParameterExceptionHandler((error, arguments) -> misused(terminal, error, arguments))
                .setExecutionExceptionHandler((error, command, result) -> failed(terminal, error));
    }

    private static int misused(Terminal terminal, ParameterException error, String[] arguments) {
        if (arguments.length == 0) {
            terminal.line(error.getCommandLine().getUsageMessage());
            return ExitCode.USAGE;
        }
        String command = error.getCommandLine().getCommandSpec().qualifiedName();
        terminal.failure(String.valueOf(error.getMessage()), "Try: " + command + " --help");
        return ExitCode.USAGE;
    }

    private static int failed(Terminal terminal, Exception error) {
        if (error instanceof CommandFailure failure) {
            if (failure.getCause() != null) {
                LoggerFactory.getLogger(Main.class).warn("action=run-command outcome=failed", failure);
            }
            terminal.failure(failure.sentence(), failure.advice());
            return failure.exitCode();
        }
        LoggerFactory.getLogger(Main.class).error("action=run-command outcome=failed", error);
        terminal.failure("Something unexpected happened: " + error, "The details are in " + LogFile.path() + ".");
        return ExitCode.FAILED;
    }

    /** For {@code --version}. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"wardlight " + BuildInfo.current().version()};
        }
    }
}

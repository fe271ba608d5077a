package org.wardlight.app.roles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.wardlight.app.configuration.ConfigOption;
import org.wardlight.app.configuration.ConfigurationRefused;
import org.wardlight.app.configuration.WardlightSettings;
import org.wardlight.app.operations.EndSignal;
import org.wardlight.app.operations.Health;
import org.wardlight.app.operations.LogFile;
import org.wardlight.app.operations.Meters;
import org.wardlight.app.operations.OpsServer;
import org.wardlight.app.roles.RoleFactory.PreparedRole;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.app.terminal.ExitCode;
import org.wardlight.app.terminal.Step;
import org.wardlight.app.terminal.Terminal;
import org.wardlight.events.WardClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wardlight run ingest,alerting}: production roles in this process, until a signal ends it. */
@Command(
        name = "run",
        description = "Runs roles: ingest, job, alerting, station; several with commas. Or canary, alone.")
public final class RunCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Map<String, RoleFactory> factories;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Parameters(
            paramLabel = "ROLE",
            arity = "1..*",
            split = ",",
            description = "ingest, job, alerting, station, canary")
    private List<String> wanted = new ArrayList<>();

    /** Knows the roles it can start, in the order of the flow. */
    public RunCommand(Terminal terminal, Map<String, RoleFactory> factories) {
        this.terminal = terminal;
        this.factories = new LinkedHashMap<>(factories);
    }

    @Override
    public Integer call() throws InterruptedException {
        requireKnown();
        LogFile.takeOverJavaLogging();
        WardlightSettings settings = config.load().settings();
        Map<String, PreparedRole> prepared = prepare(settings);
        Health health = new Health();
        try (EndSignal end = EndSignal.listen();
                Meters meters = Meters.forThisProcess();
                OpsServer ops = openOps(settings, meters, health);
                RoleSet roles = new RoleSet(terminal, health)) {
            RoleSurroundings surroundings = new RoleSurroundings(meters.registry(), health, WardClock.real());
            for (Map.Entry<String, PreparedRole> role : prepared.entrySet()) {
                if (!end.isAsked()) {
                    roles.start(role.getKey(), role.getValue(), surroundings);
                }
            }
            if (!end.isAsked()) {
                terminal.line("  Running. Metrics " + ops.uri() + "/metrics, log " + LogFile.path());
            }
            end.await();
            terminal.line("  Stopping " + String.join(", ", roles.names()) + ".");
        }
        return ExitCode.OK;
    }

    /** In the order of the flow; problems of all roles together. */
    private Map<String, PreparedRole> prepare(WardlightSettings settings) {
        Map<String, PreparedRole> prepared = new LinkedHashMap<>();
        Set<String> problems = new LinkedHashSet<>();
        factories.forEach((name, factory) -> {
            if (wanted.contains(name)) {
                try {
                    prepared.put(name, factory.prepare(settings));
                } catch (ConfigurationRefused refused) {
                    problems.addAll(refused.problems());
                }
            }
        });
        if (!problems.isEmpty()) {
            throw ConfigOption.failure(new ConfigurationRefused(List.copyOf(problems)));
        }
        return prepared;
    }

    private OpsServer openOps(WardlightSettings settings, Meters meters, Health health) {
        Step step = terminal.step("operations");
        OpsServer server = OpsServer.start(settings.ops().host(), settings.ops().port(), meters.registry(), health);
        step.done(server.uri().toString());
        return server;
    }

    private void requireKnown() {
        Set<String> unknown = new TreeSet<>(wanted);
        unknown.removeAll(factories.keySet());
        if (!unknown.isEmpty()) {
            throw CommandFailure.usage(
                    "There is no role " + String.join(", ", unknown) + ".",
                    "Roles: " + String.join(", ", factories.keySet()) + ".");
        }
        if (wanted.contains(CanaryRole.NAME) && wanted.size() > 1) {
            throw CommandFailure.usage(
                    "The canary watches the other roles, and would end with them.", "Run it in a process of its own.");
        }
    }
}

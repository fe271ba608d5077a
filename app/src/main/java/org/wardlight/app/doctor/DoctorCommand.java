package org.wardlight.app.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wardlight.app.configuration.ConfigOption;
import org.wardlight.app.configuration.Configuration;
import org.wardlight.app.operations.LogFile;
import org.wardlight.app.running.PersonalFolders;
import org.wardlight.app.running.RunningDemo;
import org.wardlight.app.running.RunningDemoFile;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.app.terminal.ExitCode;
import org.wardlight.app.terminal.Terminal;
import org.wardlight.app.topics.TopicAdmin;
import org.wardlight.app.topics.TopicDifference;
import org.wardlight.events.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wardlight doctor}: one line per check, with a fix where one is needed. */
@Command(name = "doctor", description = "Checks this machine, and the servers when they are configured.")
public final class DoctorCommand implements Callable<Integer> {

    private static final int CONNECT_MILLIS = 3_000;

    private final Terminal terminal;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "Also check this Kafka and its topics.")
    private @Nullable String kafka;

    @Option(names = "--mqtt", paramLabel = "tcp://HOST:PORT", description = "Also check this MQTT broker.")
    private @Nullable URI mqtt;

    @Option(names = "--data", paramLabel = "DIR", description = "Also check this data folder.")
    private @Nullable Path data;

    /** Writes to the given terminal. */
    public DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Finding> findings = new ArrayList<>(MachineChecks.all(folders()));
        Optional<RunningDemo> demo = RunningDemoFile.ofThisUser().find();
        findings.add(Finding.good("demo", demo.map(RunningDemo::station).orElse("none is running")));
        findings.addAll(servers());
        findings.forEach(this::show);
        long bad = findings.stream().filter(finding -> !finding.good()).count();
        if (bad > 0) {
            terminal.result("  " + bad + " of " + findings.size() + " checks need attention.");
            return ExitCode.NOT_READY;
        }
        terminal.result("  All is well. Start with: ./wardlight demo");
        return ExitCode.OK;
    }

    private List<Path> folders() {
        List<Path> folders = new ArrayList<>(List.of(PersonalFolders.temporary()));
        Path logs = LogFile.path().getParent();
        if (logs != null) {
            folders.add(logs);
        }
        if (data != null) {
            folders.add(data);
        }
        return folders;
    }

    private List<Finding> servers() {
        List<Finding> findings = new ArrayList<>();
        String address = kafka;
        if (config.file().isPresent()) {
            try {
                Configuration loaded = config.load();
                findings.add(Finding.good("configuration", config.file().get().toString()));
                address = address == null ? loaded.settings().kafka().bootstrapServers() : address;
            } catch (CommandFailure refused) {
                findings.add(Finding.bad("configuration", refused.sentence(), refused.advice()));
            }
        }
        if (address != null) {
            findings.add(kafka(address));
        }
        if (mqtt != null) {
            findings.add(mqtt(mqtt));
        }
        return findings;
    }

    private static Finding kafka(String address) {
        try (TopicAdmin admin = new TopicAdmin(address)) {
            List<TopicDifference> differences = admin.differences(Topics.all());
            return differences.isEmpty()
                    ? Finding.good("kafka", address + ", topics as declared")
                    : Finding.bad(
                            "kafka",
                            address + ", " + differences.size() + " topics are not as declared",
                            "'wardlight topics diff' shows how; 'wardlight topics apply' creates them.");
        } catch (CommandFailure failure) {
            return Finding.bad("kafka", failure.sentence(), "Check the address, and that Kafka runs.");
        }
    }

    private static Finding mqtt(URI broker) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(broker.getHost(), broker.getPort()), CONNECT_MILLIS);
            return Finding.good("mqtt", broker.toString());
        } catch (IOException | IllegalArgumentException e) {
            return Finding.bad(
                    "mqtt", "nobody answers at " + broker, "Check the address (tcp://host:1883), and that it runs.");
        }
    }

    private void show(Finding finding) {
        terminal.checked(finding.good(), finding.check(), finding.detail());
        if (!finding.good()) {
            terminal.result("    " + finding.fix());
        }
    }
}

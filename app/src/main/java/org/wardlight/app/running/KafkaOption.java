package org.wardlight.app.running;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which Kafka a tool talks to: the one named, else the running demo's, else the usual port of this machine. */
public final class KafkaOption {

    private static final String USUAL = "127.0.0.1:9092";

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "Kafka's address (default: the running demo's, else " + USUAL + ").")
    private @Nullable String kafka;

    /** The address to connect to. */
    public String resolve() {
        if (kafka != null) {
            return kafka;
        }
        return RunningDemoFile.ofThisUser().find().map(RunningDemo::kafka).orElse(USUAL);
    }
}

package org.wardlight.app.bench;

import java.time.Duration;
import org.wardlight.app.configuration.DurationText;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.bench.lane.LanePlan;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** What is driven, and for how long. */
final class EndToEndOptions {

    @Option(names = "--beds", paramLabel = "N", description = "Beds (default: ${DEFAULT-VALUE}).")
    private int beds = 100;

    @Option(
            names = "--for",
            converter = PlainTime.class,
            paramLabel = "D",
            description = "Measured time (default: ${DEFAULT-VALUE}).")
    private Duration time = Duration.ofSeconds(60);

    @Option(
            names = "--warm-up",
            converter = PlainTime.class,
            paramLabel = "D",
            description = "Time before it (default: ${DEFAULT-VALUE}).")
    private Duration warmUp = Duration.ofSeconds(30);

    @Option(
            names = "--probes",
            paramLabel = "N",
            description = "Beds that cross a limit in a second; each at most once (default: ${DEFAULT-VALUE}).")
    private double probes = 2;

    @Option(
            names = "--connections",
            paramLabel = "N",
            description = "MQTT connections that speak for the beds, as gateways (default: ${DEFAULT-VALUE}).")
    private int connections = 20;

    @Option(names = "--seed", paramLabel = "N", description = "The same seed sends the same (default: 7).")
    private long seed = 7;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            description = "Heap of each ward, as Java takes it (default: ${DEFAULT-VALUE}).")
    String heap = "2g";

    @Option(names = "--without-floor", description = "The ward alone.")
    boolean withoutFloor;

    @Option(names = "--json", description = "One JSON object.")
    boolean json;

    LanePlan plan() {
        try {
            return new LanePlan(
                    beds,
                    Math.toIntExact(warmUp.toSeconds()),
                    Math.toIntExact(time.toSeconds()),
                    probes,
                    connections,
                    seed);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(String.valueOf(e.getMessage()), "See: wardlight bench e2e --help");
        }
    }

    /** Such as 60s or 2m. */
    static final class PlainTime implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return new DurationText().convert(text);
        }
    }
}

package org.wardlight.app.deadletters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wardlight.app.running.KafkaOption;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.app.terminal.ExitCode;
import org.wardlight.app.terminal.SafeText;
import org.wardlight.app.terminal.Terminal;
import org.wardlight.events.RejectionReason;
import org.wardlight.events.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wardlight dlq}: the messages that ingest could not use, the trend rows that a store refused, and why. */
@Command(name = "dlq", description = "Dead letters: messages and trend rows that could not be used, and why.")
public final class DlqCommand {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Terminal terminal;

    /** Writes to the given terminal. */
    public DlqCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "list", description = "The latest dead letters, oldest first.")
    int list(
            @Mixin Letters of,
            @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "How many (default: 20).")
                    int limit,
            @Option(names = "--reason", paramLabel = "REASON", description = "Only this reason, e.g. unknown-vital.")
                    @Nullable
                    String reason,
            @Option(names = "--json", description = "One JSON object per line.") boolean json) {
        if (!of.trends) {
            requireKnown(reason);
        }
        if (limit < 1) {
            throw CommandFailure.usage("--limit must be at least 1.", "Leave it out for the latest 20.");
        }
        try (DeadLetterReader reader = of.reader()) {
            List<DeadLetter> letters = reader.latest(limit, Optional.ofNullable(reason));
            for (DeadLetter letter : letters) {
                terminal.result(json ? json(letter.fields()) : letter.row());
            }
            if (letters.isEmpty() && !json) {
                terminal.result(
                        reason == null
                                ? "No dead letters: everything was understood."
                                : "No dead letters with reason " + reason + ".");
            }
        }
        return ExitCode.OK;
    }

    @Command(name = "show", description = "One dead letter with its payload, as text or hexadecimal.")
    int show(
            @Mixin Letters of,
            @Parameters(paramLabel = "PARTITION-OFFSET", description = "Its id in 'dlq list', e.g. 3-17.") String id) {
        DeadLetterId wanted = DeadLetterId.parse(id);
        try (DeadLetterReader reader = of.reader()) {
            DeadLetter letter = reader.find(wanted)
                    .orElseThrow(() -> new CommandFailure(
                            "There is no dead letter " + wanted + ".",
                            "'wardlight dlq list' shows those that are kept.",
                            ExitCode.FAILED));
            letter.fields()
                    .forEach((name, value) ->
                            terminal.result("%-7s %s".formatted(name, SafeText.line(String.valueOf(value), 1000))));
            terminal.result("payload" + (letter.length() > letter.payload().length ? " (beginning)" : ""));
            terminal.result(SafeText.bytes(letter.payload()));
        }
        return ExitCode.OK;
    }

    private static void requireKnown(@Nullable String reason) {
        if (reason != null
                && Arrays.stream(RejectionReason.values())
                        .noneMatch(known -> known.id().equals(reason))) {
            throw CommandFailure.usage(
                    "There is no reason '" + reason + "'.",
                    "Reasons: "
                            + Arrays.stream(RejectionReason.values())
                                    .map(RejectionReason::id)
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
    }

    private static String json(Map<String, Object> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings and numbers are always JSON", e);
        }
    }

    /** Which dead letters, and in which Kafka. */
    static final class Letters {

        @Mixin
        private KafkaOption kafka = new KafkaOption();

        @Option(names = "--trends", description = "Trend rows that the store refused, instead of devices' messages.")
        private boolean trends;

        private DeadLetterReader reader() {
            return new DeadLetterReader(kafka.resolve(), trends ? Topics.TREND_REJECTED : Topics.OBSERVATION_REJECTED);
        }
    }
}

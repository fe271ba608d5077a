package org.wardlight.app.topics;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.TopicDescription;
import org.jspecify.annotations.Nullable;
import org.wardlight.app.running.KafkaOption;
import org.wardlight.app.terminal.ExitCode;
import org.wardlight.app.terminal.Terminal;
import org.wardlight.events.Topics;
import org.wardlight.events.Topics.Topic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wardlight topics}: the Kafka topics, as declared and as they are. */
@Command(name = "topics", description = "Kafka topics: list, compare with their declaration, create.")
public final class TopicsCommand {

    private final Terminal terminal;

    /** Writes to the given terminal. */
    public TopicsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "list", description = "Every topic with its key, partitions and retention, and whether it exists.")
    int list(@Mixin KafkaOption kafka) {
        try (TopicAdmin admin = new TopicAdmin(kafka.resolve())) {
            Map<String, TopicDescription> present = admin.describe(Topics.all());
            for (Topic topic : Topics.all()) {
                terminal.result(row(topic, present.get(topic.name())));
            }
        }
        return ExitCode.OK;
    }

    @Command(name = "diff", description = "What apply would do. Exit code 3 when Kafka is not as declared.")
    int diff(@Mixin KafkaOption kafka) {
        try (TopicAdmin admin = new TopicAdmin(kafka.resolve())) {
            List<TopicDifference> found = admin.differences(Topics.all());
            found.forEach(difference -> terminal.result(difference.toString()));
            if (found.isEmpty()) {
                terminal.result("All " + Topics.all().size() + " topics are as declared.");
                return ExitCode.OK;
            }
            return ExitCode.NOT_READY;
        }
    }

    @Command(name = "apply", description = "Creates missing topics and corrects settings. Never changes partitions.")
    int apply(
            @Mixin KafkaOption kafka,
            @Option(
                            names = "--replication",
                            paramLabel = "N",
                            description = "Copies of each partition of a new topic (default: the broker's).")
                    @Nullable
                    Short replication) {
        try (TopicAdmin admin = new TopicAdmin(kafka.resolve())) {
            List<TopicDifference> found = admin.apply(Topics.all(), Optional.ofNullable(replication));
            found.forEach(
                    difference -> terminal.result((difference.isMendable() ? "mended  " : "LEFT    ") + difference));
            List<TopicDifference> left = found.stream()
                    .filter(difference -> !difference.isMendable())
                    .toList();
            if (!left.isEmpty()) {
                terminal.failure(
                        left.size() + " topics have another number of partitions than declared.",
                        "Partitions keep the order of a device's history and are not changed; move to a new topic.");
                return ExitCode.FAILED;
            }
            terminal.result("All " + Topics.all().size() + " topics are as declared.");
            return ExitCode.OK;
        }
    }

    private static String row(Topic topic, @Nullable TopicDescription present) {
        String kept = topic.compacted() ? "last of each key" : topic.retention().toDays() + " days";
        String state = present == null ? "missing" : present.partitions().size() + " partitions";
        return "%-40s %-8s %-17s %s".formatted(topic.name(), topic.key().name().toLowerCase(Locale.ROOT), kept, state);
    }
}

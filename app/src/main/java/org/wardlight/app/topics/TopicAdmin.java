package org.wardlight.app.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.events.Topics.Topic;

/** Compares the topics in Kafka with their declaration, creates what is missing and corrects settings. */
public final class TopicAdmin implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final Config NO_SETTINGS = new Config(List.of());

    private final String bootstrapServers;
    private final Admin admin;

    /** Connects on first use. */
    public TopicAdmin(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        try {
            this.admin = Admin.create(Map.<String, Object>of(
                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                    bootstrapServers,
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                    (int) PATIENCE.toMillis() / 2,
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                    (int) PATIENCE.toMillis()));
        } catch (KafkaException e) {
            throw unreachable(bootstrapServers, e);
        }
    }

    /** The failure that every command gives when Kafka does not answer. */
    public static CommandFailure unreachable(String bootstrapServers, Throwable cause) {
        return new CommandFailure(
                "Kafka does not answer at " + bootstrapServers + ".",
                "Start a demo with './wardlight demo', or name your Kafka with --kafka HOST:PORT.",
                3,
                cause);
    }

    /** How Kafka differs from the declaration, in the order of the declaration; empty when all is as declared. */
    public List<TopicDifference> differences(List<Topic> declared) {
        Map<String, TopicDescription> present = describe(declared);
        Map<String, Config> settings = settings(present.keySet());
        List<TopicDifference> found = new ArrayList<>();
        for (Topic topic : declared) {
            TopicDescription description = present.get(topic.name());
            if (description == null) {
                found.add(TopicDifference.missing(topic.name()));
                continue;
            }
            int partitions = description.partitions().size();
            if (partitions != topic.partitions()) {
                found.add(new TopicDifference(
                        topic.name(),
                        TopicDifference.PARTITIONS,
                        Integer.toString(topic.partitions()),
                        Integer.toString(partitions)));
            }
            found.addAll(settingDifferences(topic, settings.getOrDefault(topic.name(), NO_SETTINGS)));
        }
        return found;
    }

    /**
     * Creates missing topics and corrects settings; never touches partitions.
     *
     * @param declared what should be there
     * @param replication copies of each partition of a new topic; empty leaves it to the broker
     * @return what was different before
     */
    public List<TopicDifference> apply(List<Topic> declared, Optional<Short> replication) {
        List<TopicDifference> found = differences(declared);
        createMissing(declared.stream().filter(topic -> isMissing(found, topic)).toList(), replication);
        correct(found.stream()
                .filter(difference -> difference.isMendable() && !difference.isMissing())
                .toList());
        return found;
    }

    /** Creates what is missing in a Kafka that may be empty; one round trip, for a fast start. */
    public void createMissing(List<Topic> declared, Optional<Short> replication) {
        Map<String, KafkaFuture<Void>> answers =
                admin.createTopics(newTopics(declared, replication)).values();
        for (Map.Entry<String, KafkaFuture<Void>> answer : answers.entrySet()) {
            try {
                answer.getValue().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw unreachable(bootstrapServers, e);
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    /** Replication factor and partition count per topic that exists, by name. */
    public Map<String, TopicDescription> describe(List<Topic> declared) {
        Set<String> names = await(admin.listTopics().names());
        List<String> present =
                declared.stream().map(Topic::name).filter(names::contains).toList();
        return present.isEmpty()
                ? Map.of()
                : await(admin.describeTopics(present).allTopicNames());
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }

    private static boolean isMissing(List<TopicDifference> found, Topic topic) {
        return found.contains(TopicDifference.missing(topic.name()));
    }

    private static List<NewTopic> newTopics(List<Topic> topics, Optional<Short> replication) {
        return topics.stream()
                .map(topic -> new NewTopic(topic.name(), Optional.of(topic.partitions()), replication)
                        .configs(topic.settings()))
                .toList();
    }

    private void correct(List<TopicDifference> differences) {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        for (TopicDifference difference : differences) {
            changes.computeIfAbsent(resource(difference.topic()), topic -> new ArrayList<>())
                    .add(new AlterConfigOp(
                            new ConfigEntry(difference.aspect(), difference.wanted()), AlterConfigOp.OpType.SET));
        }
        if (!changes.isEmpty()) {
            await(admin.incrementalAlterConfigs(changes).all());
        }
    }

    private Map<String, Config> settings(Set<String> topics) {
        Map<String, Config> byName = new HashMap<>();
        if (!topics.isEmpty()) {
            List<ConfigResource> resources =
                    topics.stream().map(TopicAdmin::resource).toList();
            await(admin.describeConfigs(resources).all())
                    .forEach((resource, config) -> byName.put(resource.name(), config));
        }
        return byName;
    }

    private static List<TopicDifference> settingDifferences(Topic topic, Config config) {
        List<TopicDifference> found = new ArrayList<>();
        new TreeMap<>(topic.settings()).forEach((name, wanted) -> {
            ConfigEntry entry = config.get(name);
            String actual = entry == null ? "unset" : String.valueOf(entry.value());
            if (!actual.equals(wanted)) {
                found.add(new TopicDifference(topic.name(), name, wanted, actual));
            }
        });
        return found;
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw unreachable(bootstrapServers, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static CommandFailure interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new CommandFailure("Interrupted while waiting for Kafka.", "Run the command again.", 1, e);
    }
}

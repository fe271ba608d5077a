package org.wardlight.app.deadletters;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.wardlight.app.topics.TopicAdmin;
import org.wardlight.events.Topics;

/** Reads a topic of rejected records from outside of any consumer group, so that looking changes nothing. */
final class DeadLetterReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final Duration POLL = Duration.ofMillis(200);

    private final String topic;
    private final String bootstrapServers;
    private final Consumer<byte[], byte[]> consumer;

    DeadLetterReader(String bootstrapServers, Topics.Topic topic) {
        this.topic = topic.name();
        this.bootstrapServers = bootstrapServers;
        try {
            this.consumer = new KafkaConsumer<>(
                    Map.of(
                            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            bootstrapServers,
                            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                            (int) PATIENCE.toMillis(),
                            ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                            (int) PATIENCE.toMillis() / 2,
                            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                            false,
                            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                            "earliest"),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer());
        } catch (KafkaException e) {
            throw TopicAdmin.unreachable(bootstrapServers, e);
        }
    }

    /**
     * The latest dead letters, oldest first.
     *
     * @param limit how many at most
     * @param reason only those with this reason; all when empty
     */
    List<DeadLetter> latest(int limit, Optional<String> reason) {
        try {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions());
            consumer.assign(ends.keySet());
            if (reason.isPresent()) {
                consumer.seekToBeginning(ends.keySet());
            } else {
                seekBefore(ends, limit);
            }
            return collect(ends, limit, reason);
        } catch (KafkaException e) {
            throw TopicAdmin.unreachable(bootstrapServers, e);
        }
    }

    /** One dead letter, if it is still kept. */
    Optional<DeadLetter> find(DeadLetterId id) {
        try {
            TopicPartition partition = new TopicPartition(topic, id.partition());
            if (!partitions().contains(partition)) {
                return Optional.empty();
            }
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            if (id.offset() >= end) {
                return Optional.empty();
            }
            consumer.assign(List.of(partition));
            consumer.seek(partition, id.offset());
            ArrayDeque<ConsumerRecord<byte[], byte[]>> records = new ArrayDeque<>();
            while (records.isEmpty() && consumer.position(partition) < end) {
                consumer.poll(POLL).forEach(records::add);
            }
            return Optional.ofNullable(records.peek())
                    .filter(record -> record.offset() == id.offset())
                    .map(DeadLetter::of);
        } catch (KafkaException e) {
            throw TopicAdmin.unreachable(bootstrapServers, e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void seekBefore(Map<TopicPartition, Long> ends, int limit) {
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(ends.keySet());
        ends.forEach((partition, end) ->
                consumer.seek(partition, Math.max(beginnings.getOrDefault(partition, 0L), end - limit)));
    }

    private List<DeadLetter> collect(Map<TopicPartition, Long> ends, int limit, Optional<String> reason) {
        Comparator<DeadLetter> byAge = Comparator.comparing(DeadLetter::time)
                .thenComparing(letter -> letter.id().partition())
                .thenComparing(letter -> letter.id().offset());
        PriorityQueue<DeadLetter> latest = new PriorityQueue<>(byAge);
        while (!isRead(ends)) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                DeadLetter letter = DeadLetter.of(record);
                if (reason.isEmpty() || reason.get().equals(letter.reason())) {
                    latest.add(letter);
                }
                if (latest.size() > limit) {
                    latest.remove();
                }
            }
        }
        return latest.stream().sorted(byAge).toList();
    }

    private boolean isRead(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** None when the topic does not exist yet. */
    private List<TopicPartition> partitions() {
        Collection<PartitionInfo> infos = consumer.listTopics(PATIENCE).getOrDefault(topic, List.of());
        return infos.stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }
}

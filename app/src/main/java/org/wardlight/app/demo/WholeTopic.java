package org.wardlight.app.demo;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.wardlight.events.Topics.Topic;

/** Reads a topic from its first record to the last one it has now, by a consumer that nobody else shares. */
final class WholeTopic {

    private static final Duration POLL = Duration.ofMillis(200);

    private WholeTopic() {}

    /** What is done with each record. */
    interface Reader {
        void read(ConsumerRecord<byte[], byte[]> record) throws InvalidProtocolBufferException;
    }

    /** @throws IllegalStateException when the reader cannot make sense of a record */
    static void read(String kafka, Topic topic, Reader reader) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "enable.auto.commit", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(topic.name(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    reader.read(record);
                }
            }
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a record of " + topic.name() + " cannot be read", e);
        }
    }
}

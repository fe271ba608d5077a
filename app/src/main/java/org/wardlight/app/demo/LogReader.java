package org.wardlight.app.demo;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.wardlight.events.Topics.Topic;

/** Reads topics from a remembered position to the last record they have now, each time going on where it stopped. */
final class LogReader {

    private static final Duration POLL = Duration.ofMillis(200);

    private final String kafka;
    private final Map<TopicPartition, Long> positions;

    private LogReader(String kafka, Map<TopicPartition, Long> positions) {
        this.kafka = kafka;
        this.positions = positions;
    }

    /** What is done with each record. */
    interface Reader {
        void read(ConsumerRecord<byte[], byte[]> record) throws InvalidProtocolBufferException;
    }

    /** Will read everything these topics have. */
    static LogReader fromBeginning(String kafka, List<Topic> topics) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(kafka)) {
            return new LogReader(kafka, new HashMap<>(consumer.beginningOffsets(partitions(consumer, topics))));
        }
    }

    /** Will read only what is written from now on. */
    static LogReader fromNow(String kafka, List<Topic> topics) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(kafka)) {
            return new LogReader(kafka, new HashMap<>(consumer.endOffsets(partitions(consumer, topics))));
        }
    }

    /**
     * Reads on.
     *
     * @param giveUp asked between the records; true leaves the rest for the next time
     * @return whether everything was read that was there when this was called
     * @throws IllegalStateException when the reader cannot make sense of a record
     */
    boolean readOn(Reader reader, BooleanSupplier giveUp) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(kafka)) {
            consumer.assign(positions.keySet());
            positions.forEach((partition, position) -> consumer.seek(partition, position.longValue()));
            Map<TopicPartition, Long> ends = consumer.endOffsets(positions.keySet());
            while (isBehind(ends, consumer::position)) {
                if (giveUp.getAsBoolean()) {
                    return false;
                }
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    reader.read(record);
                }
                positions.replaceAll((partition, before) -> consumer.position(partition));
            }
            return true;
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a record of the log cannot be read", e);
        }
    }

    private static boolean isBehind(Map<TopicPartition, Long> ends, ToLongFunction<TopicPartition> position) {
        return ends.entrySet().stream().anyMatch(end -> position.applyAsLong(end.getKey()) < end.getValue());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, List<Topic> topics) {
        return topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String kafka) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", kafka,
                        "enable.auto.commit", "false",
                        // Records that were deleted by their age meanwhile are no reason to skip the rest.
                        "auto.offset.reset", "earliest",
                        "max.poll.records", "5000"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}

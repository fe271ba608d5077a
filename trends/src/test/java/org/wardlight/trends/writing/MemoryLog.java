package org.wardlight.trends.writing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Kafka's own fakes: two partitions of each topic. */
final class MemoryLog {

    final MockProducer<String, byte[]> letters =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    final AtomicInteger polls = new AtomicInteger();
    final List<TopicPartition> partitions = new ArrayList<>();
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest") {
        @Override
        public synchronized ConsumerRecords<String, byte[]> poll(Duration timeout) {
            polls.incrementAndGet();
            ConsumerRecords<String, byte[]> records = super.poll(timeout);
            if (records.isEmpty()) {
                LockSupport.parkNanos(1_000_000);
            }
            return records;
        }
    };

    MemoryLog() {
        for (String topic : TrendWriter.TOPICS) {
            partitions.add(new TopicPartition(topic, 0));
            partitions.add(new TopicPartition(topic, 1));
        }
        partitions.forEach(partition -> ends.put(partition, 0L));
        consumer.updateBeginningOffsets(ends);
        consumer.updateEndOffsets(ends);
    }

    TrendWriter.Log clients() {
        return new TrendWriter.Log(consumer, letters);
    }

    /** The group gives these partitions to the writer at its next poll. */
    void assign(TopicPartition... mine) {
        consumer.schedulePollTask(() -> consumer.rebalance(Arrays.asList(mine)));
    }

    void assignAll() {
        assign(partitions.toArray(new TopicPartition[0]));
    }

    /** Writes a record; its partition is taken by the writer at a poll from now on. */
    void write(TopicPartition partition, String key, byte[] value) {
        long offset = ends.merge(partition, 1L, Long::sum) - 1;
        consumer.schedulePollTask(() -> {
            consumer.updateEndOffsets(Map.of(partition, offset + 1));
            consumer.addRecord(new ConsumerRecord<>(partition.topic(), partition.partition(), offset, key, value));
        });
    }

    /** A record that was taken before comes again, because the group has set the partition back. */
    void again(TopicPartition partition, long offset, String key, byte[] value) {
        consumer.schedulePollTask(() ->
                consumer.addRecord(new ConsumerRecord<>(partition.topic(), partition.partition(), offset, key, value)));
    }

    long committed(TopicPartition partition) {
        OffsetAndMetadata offset = consumer.committed(Set.of(partition)).get(partition);
        return offset == null ? 0 : offset.offset();
    }

    boolean isAllCommitted() {
        return ends.entrySet().stream().allMatch(end -> committed(end.getKey()) == end.getValue());
    }
}

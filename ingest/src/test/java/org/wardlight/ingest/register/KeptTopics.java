package org.wardlight.ingest.register;

import com.google.protobuf.MessageLite;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** A consumer of topics that keep their records and can be sought by time: offset n was written in the nth hour. */
final class KeptTopics extends MockConsumer<String, byte[]> {

    private static final long HOUR_MILLIS = 3_600_000;

    private final Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> kept = new HashMap<>();
    private final Map<TopicPartition, Long> firstSought = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> committed = new ConcurrentHashMap<>();

    KeptTopics(TopicPartition... partitions) {
        super("earliest");
        for (TopicPartition partition : partitions) {
            kept.put(partition, new ArrayList<>());
            updatePartitions(partition.topic(), List.of(new PartitionInfo(partition.topic(), 0, null, null, null)));
            updateBeginningOffsets(Map.of(partition, 0L));
            updateEndOffsets(Map.of(partition, 0L));
        }
    }

    /** The topic has this record for whoever looks through it. */
    void holds(TopicPartition partition, long offset, String key, MessageLite value) {
        List<ConsumerRecord<String, byte[]>> records = kept.get(partition);
        if (records == null) {
            throw new AssertionError("no such topic: " + partition);
        }
        records.add(record(partition, offset, key, value));
        updateEndOffsets(Map.of(partition, offset + 1));
    }

    /** This record comes with the next poll. */
    void arrives(TopicPartition partition, long offset, String key, MessageLite value) {
        addRecord(record(partition, offset, key, value));
    }

    /** The group has come so far. */
    void comesFrom(TopicPartition partition, long offset) {
        commitSync(Map.of(partition, new OffsetAndMetadata(offset)));
    }

    long committedOf(TopicPartition partition) {
        return committed.getOrDefault(partition, 0L);
    }

    /** Where a look through a topic began. */
    long firstSought(TopicPartition partition) {
        return firstSought.getOrDefault(partition, -1L);
    }

    @Override
    public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
        super.commitSync(offsets);
        offsets.forEach((partition, offset) -> committed.put(partition, offset.offset()));
    }

    @Override
    public synchronized void assign(Collection<TopicPartition> partitions) {
        super.assign(partitions);
        partitions.forEach(partition -> kept.getOrDefault(partition, List.of()).forEach(this::addRecord));
    }

    @Override
    public synchronized void seek(TopicPartition partition, long offset) {
        super.seek(partition, offset);
        firstSought.putIfAbsent(partition, offset);
    }

    @Override
    public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(Map<TopicPartition, Long> times) {
        Map<TopicPartition, OffsetAndTimestamp> found = new HashMap<>();
        times.forEach((partition, millis) -> {
            OffsetAndTimestamp first = null;
            for (ConsumerRecord<String, byte[]> record : kept.getOrDefault(partition, List.of())) {
                if (first == null && record.timestamp() >= millis) {
                    first = new OffsetAndTimestamp(record.offset(), record.timestamp());
                }
            }
            found.put(partition, first);
        });
        return found;
    }

    private static ConsumerRecord<String, byte[]> record(
            TopicPartition partition, long offset, String key, MessageLite value) {
        byte[] bytes = value.toByteArray();
        return new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                offset * HOUR_MILLIS,
                TimestampType.CREATE_TIME,
                key.length(),
                bytes.length,
                key,
                bytes,
                new RecordHeaders(),
                Optional.empty());
    }
}

package org.wardlight.ingest.register;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.wardlight.events.Topics.Topic;

/** Looks through what stands in topics at present, and stops there. */
final class LookThrough {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumer<String, byte[]> reader;
    private final BooleanSupplier closed;

    /** Looks with this consumer, which has no group; being closed, it breaks off. */
    LookThrough(Consumer<String, byte[]> reader, BooleanSupplier closed) {
        this.reader = reader;
        this.closed = closed;
    }

    /** Takes one record after the other. */
    interface Each {
        void take(ConsumerRecord<String, byte[]> record) throws InterruptedException;
    }

    /** Everything before these offsets. */
    void before(Map<TopicPartition, Long> ends, Each each) throws InterruptedException {
        if (ends.isEmpty()) {
            return;
        }
        reader.assign(ends.keySet());
        reader.seekToBeginning(ends.keySet());
        read(ends, each);
    }

    /** Everything of a topic from this time on. */
    void since(long millis, Topic topic, Each each) throws InterruptedException {
        List<TopicPartition> partitions = TopicPartitions.of(reader, List.of(topic));
        Map<TopicPartition, Long> ends = new HashMap<>(reader.endOffsets(partitions));
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, millis));
        Map<TopicPartition, Long> starts = new HashMap<>();
        reader.offsetsForTimes(times).forEach((partition, start) -> {
            if (start != null) {
                starts.put(partition, start.offset());
            }
        });
        if (starts.isEmpty()) {
            return;
        }
        ends.keySet().retainAll(starts.keySet());
        reader.assign(starts.keySet());
        starts.forEach(reader::seek);
        read(ends, each);
    }

    private void read(Map<TopicPartition, Long> ends, Each each) throws InterruptedException {
        while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
            if (closed.getAsBoolean()) {
                // Half a look must not be taken for a whole one, and committed.
                throw new WakeupException();
            }
            for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
                if (record.offset() < ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)) {
                    each.take(record);
                }
            }
        }
    }
}

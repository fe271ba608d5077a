package org.wardlight.alerting.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/** Where a reader without a group reads: which partitions, and from when on. */
public final class Partitions {

    private Partitions() {}

    /**
     * Every partition, topic by topic.
     *
     * @throws IllegalStateException when a topic is not there yet
     */
    public static List<TopicPartition> of(Consumer<?, ?> consumer, List<String> topics) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) {
            List<TopicPartition> found = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalStateException("topic is not there: " + topic);
            }
            partitions.addAll(found);
        }
        return partitions;
    }

    /**
     * Goes on in each partition with the first record of its time or later (ms since 1970), or at the end. The ends are read
     * first: what is written while the times are looked up lies behind them.
     */
    public static void seekByTime(Consumer<?, ?> consumer, Map<TopicPartition, Long> times) {
        if (times.isEmpty()) {
            return;
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(times.keySet());
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
        for (TopicPartition partition : times.keySet()) {
            OffsetAndTimestamp at = found.get(partition);
            consumer.seek(partition, at != null ? at.offset() : ends.getOrDefault(partition, 0L));
        }
    }
}

package org.wardlight.alerting.intake;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** All partitions of topics. */
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
}

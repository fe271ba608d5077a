package org.wardlight.ingest.register;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.wardlight.events.Topics.Topic;

/** All partitions of some topics. */
final class TopicPartitions {

    private TopicPartitions() {}

    /** @throws KafkaException when one of the topics is not there yet */
    static List<TopicPartition> of(Consumer<?, ?> consumer, List<Topic> topics) {
        List<TopicPartition> all = new ArrayList<>();
        for (Topic topic : topics) {
            List<PartitionInfo> partitions = consumer.partitionsFor(topic.name());
            if (partitions == null || partitions.isEmpty()) {
                throw new KafkaException("topic is missing: " + topic);
            }
            partitions.forEach(partition -> all.add(new TopicPartition(partition.topic(), partition.partition())));
        }
        return all;
    }
}

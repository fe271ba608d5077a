package org.wardlight.ingest.clock;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.wardlight.events.Topics;

/**
 * What must be known of {@code observation.raw} before the first record is written to it.
 *
 * @param partitions how many partitions it has
 * @param lastMillis the latest timestamp in it, ms since 1970; negative when it is empty
 */
public record OpenedLog(int partitions, long lastMillis) {

    private static final int PATIENCE_SECONDS = 10;

    /** Asks Kafka. A predecessor may have had a clock that ran ahead: the log's own last time is the floor. */
    public static OpenedLog ask(Admin kafka) throws ExecutionException, TimeoutException, InterruptedException {
        String topic = Topics.OBSERVATION_RAW.name();
        TopicDescription description = Objects.requireNonNull(kafka.describeTopics(List.of(topic))
                .allTopicNames()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .get(topic));
        int partitions = description.partitions().size();
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            latest.put(new TopicPartition(topic, partition), OffsetSpec.maxTimestamp());
        }
        long lastMillis = kafka.listOffsets(latest).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS).values().stream()
                .mapToLong(ListOffsetsResultInfo::timestamp)
                .max()
                .orElse(-1);
        return new OpenedLog(partitions, lastMillis);
    }
}

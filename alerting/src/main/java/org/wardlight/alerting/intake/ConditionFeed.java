package org.wardlight.alerting.intake;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.alerting.health.Loop;
import org.wardlight.alerting.health.Problems;
import org.wardlight.alerting.store.AlarmStore;
import org.wardlight.events.Topics;
import org.wardlight.events.WardClock;

/**
 * Reads alarm conditions from where the store says that it has got to, never from what the log remembers of a consumer
 * group: state and place are one transaction, so a restart neither loses nor doubles. Reads all partitions: one instance.
 *
 * <p>A partition that the store has never read begins an hour back, so that a store that was lost does not page about
 * conditions of last month.
 */
public final class ConditionFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConditionFeed.class);
    private static final String TOPIC = Topics.ALARM_CONDITION.name();
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration FIRST_LOOK_BACK = Duration.ofHours(1);

    private final Consumer<String, byte[]> consumer;
    private final Sources sources;
    private final Deque<ConsumerRecord<String, byte[]>> waiting = new ArrayDeque<>();
    private final Loop loop;
    private boolean positioned;

    /** A feed that has not been started. */
    public ConditionFeed(Consumer<String, byte[]> consumer, Sources sources, Problems problems) {
        this.consumer = consumer;
        this.sources = sources;
        this.loop = new Loop("conditions", problems, this::round);
    }

    /** What a feed works with: where to go on, where to bring records, and whose register to wait for. */
    public record Sources(AlarmStore store, ConditionIntake intake, RegisterFeed register, WardClock clock) {}

    /** Begins to read. */
    public void start() {
        loop.start();
    }

    @Override
    public void close() {
        loop.closeSoon();
        consumer.wakeup();
        loop.join(Duration.ofMillis(500));
        consumer.close(CloseOptions.timeout(Duration.ofMillis(200)));
    }

    private void round() throws InterruptedException {
        if (!positioned) {
            if (!sources.register().awaitLoaded()) {
                LOG.warn("part=conditions the register could not be read yet; beds may be unknown");
            }
            position();
            positioned = true;
        }
        try {
            if (waiting.isEmpty()) {
                consumer.poll(POLL).forEach(waiting::add);
            }
        } catch (WakeupException e) {
            return;
        }
        while (!waiting.isEmpty() && !loop.isClosing()) {
            sources.intake().accept(waiting.element());
            waiting.remove();
        }
    }

    private void position() {
        List<TopicPartition> partitions = Partitions.of(consumer, List.of(TOPIC));
        consumer.assign(partitions);
        Map<TopicPartition, Long> unread = new HashMap<>();
        for (TopicPartition partition : partitions) {
            OptionalLong next = sources.store().nextOffset(TOPIC, partition.partition());
            if (next.isPresent()) {
                consumer.seek(partition, next.getAsLong());
            } else {
                unread.put(
                        partition,
                        sources.clock().instant().minus(FIRST_LOOK_BACK).toEpochMilli());
            }
        }
        Partitions.seekByTime(consumer, unread);
    }
}

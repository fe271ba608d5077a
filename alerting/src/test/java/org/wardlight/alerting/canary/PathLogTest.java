package org.wardlight.alerting.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wardlight.alerting.health.Problems;
import org.wardlight.events.Topics;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.RawRecord;

class PathLogTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final TopicPartition CONDITIONS = new TopicPartition(Topics.ALARM_CONDITION.name(), 0);
    private static final TopicPartition READINGS = new TopicPartition(Topics.OBSERVATION_RAW.name(), 0);

    private final Log log = new Log();
    private final Seen seen = new Seen();
    private final PathLog path = new PathLog(log, () -> NOW, seen, new Problems());

    @AfterEach
    void close() {
        path.close();
    }

    @Test
    void readsConditionsOfTheDayBeforeAndReadingsFromNowOn() {
        log.write(CONDITIONS, 4, condition("two-days-ago"));
        log.write(CONDITIONS, 5, condition("open-since-an-hour"));
        log.write(READINGS, 3, RawRecord.getDefaultInstance().toByteArray());
        log.firstOfTheDay = 5;

        path.start();

        await().atMost(SOON).until(() -> seen.conditions.contains("open-since-an-hour"));
        assertThat(log.askedFor).isEqualTo(NOW.minus(Duration.ofDays(1)).toEpochMilli());
        assertThat(seen.conditions).doesNotContain("two-days-ago");
        assertThat(seen.readings).hasValue(0);
    }

    @Test
    void aRecordThatCannotBeReadStopsNothing() {
        log.write(CONDITIONS, 5, new byte[] {-1, -1, -1});
        log.write(CONDITIONS, 6, condition("after-it"));
        log.firstOfTheDay = 5;

        path.start();

        await().atMost(SOON).until(() -> seen.conditions.contains("after-it"));
    }

    @Test
    void aLogThatDoesNotAnswerIsNotSaidToAnswer() {
        log.answers = false;

        path.start();

        await().atMost(SOON).until(() -> log.refused.get() > 0);
        assertThat(seen.answers).hasValue(0);
    }

    @Test
    void aLogThatAnswersIsSaidToAnswer() {
        path.start();

        await().atMost(SOON).until(() -> seen.answers.get() == 1);
    }

    private static byte[] condition(String id) {
        return AlarmCondition.newBuilder().setConditionId(id).build().toByteArray();
    }

    private static final class Seen implements PathLog.Sightings {

        private final List<String> conditions = new CopyOnWriteArrayList<>();
        private final AtomicInteger readings = new AtomicInteger();
        private final AtomicInteger answers = new AtomicInteger();

        @Override
        public void logAnswers() {
            answers.incrementAndGet();
        }

        @Override
        public void reading(RawRecord record) {
            readings.incrementAndGet();
        }

        @Override
        public void condition(AlarmCondition condition) {
            conditions.add(condition.getConditionId());
        }

        @Override
        public void alarm(AlarmEvent event) {
            // Nothing is written there.
        }
    }

    /** Kafka's own fake, with an index of times, and able to fall silent. */
    private static final class Log extends MockConsumer<String, byte[]> {

        private final Map<TopicPartition, Map<Long, byte[]>> written =
                new TreeMap<>(Comparator.comparing(TopicPartition::toString));
        private final AtomicInteger refused = new AtomicInteger();
        private volatile boolean answers = true;
        private volatile long firstOfTheDay;
        private volatile long askedFor;

        Log() {
            super("earliest");
            for (Topics.Topic topic : List.of(Topics.OBSERVATION_RAW, Topics.ALARM_CONDITION, Topics.ALARM_EVENT)) {
                updatePartitions(topic.name(), List.of(new PartitionInfo(topic.name(), 0, null, null, null)));
                TopicPartition partition = new TopicPartition(topic.name(), 0);
                updateBeginningOffsets(Map.of(partition, 0L));
                updateEndOffsets(Map.of(partition, 10L));
            }
        }

        void write(TopicPartition to, long offset, byte[] value) {
            written.computeIfAbsent(to, each -> new TreeMap<>()).put(offset, value);
        }

        @Override
        public synchronized void assign(Collection<TopicPartition> partitions) {
            super.assign(partitions);
            written.forEach((to, records) -> records.forEach((offset, value) ->
                    addRecord(new ConsumerRecord<>(to.topic(), to.partition(), offset, "key", value))));
        }

        @Override
        public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(Map<TopicPartition, Long> times) {
            askedFor = times.getOrDefault(CONDITIONS, 0L);
            return Map.of(CONDITIONS, new OffsetAndTimestamp(firstOfTheDay, askedFor));
        }

        @Override
        public synchronized Map<TopicPartition, Long> endOffsets(
                Collection<TopicPartition> partitions, Duration timeout) {
            if (!answers) {
                refused.incrementAndGet();
                throw new TimeoutException("no leader");
            }
            return super.endOffsets(partitions, timeout);
        }
    }
}

package org.wardlight.alerting.canary;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.alerting.health.Loop;
import org.wardlight.alerting.health.Problems;
import org.wardlight.alerting.intake.Partitions;
import org.wardlight.events.Topics;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.RawRecord;

/**
 * Sees breaches come by on the log: readings, conditions, alarms. Asks every partition of these topics once a second
 * whether it answers. Conditions are read from a day back, so that a condition that an earlier process left open is known.
 */
final class PathLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PathLog.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final Duration LOOK_BACK = Duration.ofDays(1);
    private static final Duration ASKED_EVERY = Duration.ofSeconds(1);

    private final Consumer<String, byte[]> consumer;
    private final InstantSource clock;
    private final Sightings sightings;
    private final Loop loop;
    private List<TopicPartition> partitions = List.of();
    private Instant asked = Instant.MIN;

    PathLog(Consumer<String, byte[]> consumer, InstantSource clock, Sightings sightings, Problems problems) {
        this.consumer = consumer;
        this.clock = clock;
        this.sightings = sightings;
        this.loop = new Loop("canary-log", problems, this::round);
    }

    /** Who hears of what comes by, on the thread that reads. */
    interface Sightings {
        /** Every partition answers. */
        void logAnswers();

        /** A device published, and ingest has taken it. */
        void reading(RawRecord record);

        /** The job found, changed or ended a condition. */
        void condition(AlarmCondition condition);

        /** Alerting decided something. */
        void alarm(AlarmEvent event);
    }

    void start() {
        loop.start();
    }

    @Override
    public void close() {
        loop.closeSoon();
        consumer.wakeup();
        loop.join(Duration.ofMillis(500));
        consumer.close(CloseOptions.timeout(Duration.ofMillis(200)));
    }

    private void round() {
        try {
            if (partitions.isEmpty()) {
                partitions = position();
            }
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                see(record);
            }
            if (clock.instant().isAfter(asked.plus(ASKED_EVERY))) {
                consumer.endOffsets(partitions, ANSWER);
                asked = clock.instant();
                sightings.logAnswers();
            }
        } catch (WakeupException e) {
            // close() asks for it
        }
    }

    /** Records that cannot be read are the business of who wrote them. */
    private void see(ConsumerRecord<String, byte[]> record) {
        try {
            if (record.topic().equals(Topics.OBSERVATION_RAW.name())) {
                sightings.reading(RawRecord.parseFrom(record.value()));
            } else if (record.topic().equals(Topics.ALARM_CONDITION.name())) {
                sightings.condition(AlarmCondition.parseFrom(record.value()));
            } else {
                sightings.alarm(AlarmEvent.parseFrom(record.value()));
            }
        } catch (InvalidProtocolBufferException e) {
            LOG.warn(
                    "part=canary a record that cannot be read topic={} partition={}",
                    record.topic(),
                    record.partition());
        }
    }

    private List<TopicPartition> position() {
        List<TopicPartition> all = Partitions.of(
                consumer,
                List.of(Topics.OBSERVATION_RAW.name(), Topics.ALARM_CONDITION.name(), Topics.ALARM_EVENT.name()));
        consumer.assign(all);
        consumer.seekToEnd(all);
        long dayBack = clock.instant().minus(LOOK_BACK).toEpochMilli();
        Map<TopicPartition, Long> times = new HashMap<>();
        all.stream()
                .filter(partition -> partition.topic().equals(Topics.ALARM_CONDITION.name()))
                .forEach(partition -> times.put(partition, dayBack));
        Partitions.seekByTime(consumer, times);
        return all;
    }
}

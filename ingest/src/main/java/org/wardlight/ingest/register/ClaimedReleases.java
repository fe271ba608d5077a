package org.wardlight.ingest.register;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.wardlight.events.Topics;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.QuarantinedObservation;
import org.wardlight.events.v1.RegisterChange;
import org.wardlight.events.v1.Release;

/** Finds the quarantined messages that registrations claim, and writes a release of each. */
final class ClaimedReleases {

    /** How far a reading may be ahead of the clock when it is quarantined: more than the job believes a device. */
    private static final Duration AHEAD = Duration.ofSeconds(10);

    private final LookThrough topics;
    private final PacedLog log;
    private final Counter releases;
    private final Counter unreadable;
    private final Claims claims = new Claims();

    ClaimedReleases(LookThrough topics, PacedLog log, Counter releases, Counter unreadable) {
        this.topics = topics;
        this.log = log;
        this.releases = releases;
        this.unreadable = unreadable;
    }

    /** Learns what was known of the partitions that this member is given, up to where the group has come. */
    void learn(Consumer<String, byte[]> consumer, Collection<TopicPartition> partitions) throws InterruptedException {
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (TopicPartition partition : partitions) {
            if (partition.topic().equals(Topics.REGISTER_ASSOCIATION.name())) {
                ends.put(partition, consumer.position(partition));
            }
        }
        topics.before(ends, record -> learn(record).ifPresent(claims::learn));
    }

    /** Takes the next records of both topics. When it returns, everything that they release is stored. */
    void take(ConsumerRecords<String, byte[]> records) throws InterruptedException {
        Map<String, DeviceRegistration> changed = new TreeMap<>();
        for (ConsumerRecord<String, byte[]> record : records.records(Topics.REGISTER_ASSOCIATION.name())) {
            changed.remove(record.key());
            learn(record).ifPresent(registration -> changed.put(registration.getDeviceId(), registration));
        }
        lookThroughQuarantine(changed);
        changed.values().forEach(claims::learn);
        for (ConsumerRecord<String, byte[]> record : records.records(Topics.OBSERVATION_QUARANTINED.name())) {
            Optional<QuarantinedObservation> entered = parse(record, QuarantinedObservation.parser());
            if (entered.isPresent() && claims.claimed(entered.get())) {
                release(entered.get());
            }
        }
        log.awaitStored();
    }

    private void lookThroughQuarantine(Map<String, DeviceRegistration> changed) throws InterruptedException {
        long since = Long.MAX_VALUE;
        for (DeviceRegistration registration : changed.values()) {
            // The job must know it before what it claims comes. To know it twice changes nothing.
            log.append(RegisterChange.newBuilder()
                    .setDeviceId(registration.getDeviceId())
                    .setDevice(registration)
                    .build());
            since = Math.min(since, claims.newSinceMillis(registration));
        }
        if (since == Long.MAX_VALUE) {
            return;
        }
        topics.since(Math.max(0, since - AHEAD.toMillis()), Topics.OBSERVATION_QUARANTINED, record -> {
            DeviceRegistration registration = changed.get(record.key());
            if (registration != null) {
                Optional<QuarantinedObservation> waiting = parse(record, QuarantinedObservation.parser());
                if (waiting.isPresent() && claims.newlyClaimed(registration, waiting.get())) {
                    release(waiting.get());
                }
            }
        });
    }

    private void release(QuarantinedObservation quarantined) throws InterruptedException {
        // A version before this one gave no numbers; without one it could be released twice.
        if (quarantined.getNumber() > 0) {
            log.append(Release.newBuilder()
                    .setObservation(quarantined.getObservation())
                    .setNumber(quarantined.getNumber())
                    .build());
            releases.increment();
        }
    }

    private Optional<DeviceRegistration> learn(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            claims.forget(record.key());
            return Optional.empty();
        }
        return parse(record, DeviceRegistration.parser());
    }

    private <T> Optional<T> parse(ConsumerRecord<String, byte[]> record, Parser<T> parser) {
        try {
            byte[] value = record.value();
            return value == null ? Optional.empty() : Optional.of(parser.parseFrom(value));
        } catch (InvalidProtocolBufferException e) {
            unreadable.increment();
            return Optional.empty();
        }
    }
}

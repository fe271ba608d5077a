package org.wardlight.ingest.register;

import com.google.protobuf.InvalidProtocolBufferException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.events.Topics;
import org.wardlight.events.WardClock;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.PatientLimits;
import org.wardlight.events.v1.RegisterChange;
import org.wardlight.ingest.clock.ClockedLog;

/**
 * Reads the register's topics from their beginning and writes each change into the histories of the devices it concerns.
 * What holds is written again after each start, hourly, and after the log refused a change: whoever reads the last hour of
 * the log knows the register, and a repeated change changes nothing.
 */
public final class RegisterReader implements AutoCloseable {

    static final String CHANGES = "wardlight.ingest.register.changes";
    static final String UNREADABLE = "wardlight.ingest.register.unreadable";

    private static final Logger LOG = LoggerFactory.getLogger(RegisterReader.class);
    private static final List<Topics.Topic> TOPICS =
            List.of(Topics.REGISTER_ASSOCIATION, Topics.REGISTER_PATIENT, Topics.REGISTER_LIMITS);
    private static final Duration REPEAT_EVERY = Duration.ofHours(1);
    private static final Duration POLL = Duration.ofMillis(500);

    private final ClockedLog log;
    private final BooleanSupplier logAnswers;
    private final WardClock clock;
    private final Counter changes;
    private final Counter unreadable;
    private final ForwardingLoop loop;

    private volatile boolean refused;

    /** A reader that does not run yet. */
    public RegisterReader(Lines lines, WardClock clock, MeterRegistry metrics) {
        this.log = lines.log();
        this.logAnswers = lines.logAnswers();
        this.clock = clock;
        this.changes = metrics.counter(CHANGES);
        this.unreadable = metrics.counter(UNREADABLE);
        this.loop = new ForwardingLoop("register", lines, this::follow);
    }

    /** Starts to read. */
    public void start() {
        loop.start();
    }

    /** What is wrong, by part; empty when all is well. */
    public Map<String, String> problems() {
        return loop.problems();
    }

    /** Asks the reader to end, and does not wait for it. */
    public void stop() {
        loop.stop();
    }

    @Override
    public void close() {
        loop.close();
    }

    private void follow(Consumer<String, byte[]> consumer) {
        RegisterForwarding forwarding = load(consumer);
        Instant repeatAt = clock.instant();
        while (!loop.isClosed()) {
            if (logAnswers.getAsBoolean() && (refused || !clock.instant().isBefore(repeatAt))) {
                refused = false;
                repeatAt = clock.instant().plus(REPEAT_EVERY);
                send(forwarding.current(clock.instant()));
            }
            for (ConsumerRecord<String, byte[]> changed : consumer.poll(POLL)) {
                send(apply(forwarding, changed));
            }
        }
    }

    private RegisterForwarding load(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = TopicPartitions.of(consumer, TOPICS);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        RegisterForwarding forwarding = new RegisterForwarding();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())
                && !loop.isClosed()) {
            for (ConsumerRecord<String, byte[]> known : consumer.poll(POLL)) {
                apply(forwarding, known);
            }
        }
        loop.well();
        return forwarding;
    }

    private List<RegisterChange> apply(RegisterForwarding forwarding, ConsumerRecord<String, byte[]> changed) {
        String topic = changed.topic();
        byte[] value = changed.value();
        try {
            if (topic.equals(Topics.REGISTER_ASSOCIATION.name())) {
                if (value != null) {
                    return forwarding.device(DeviceRegistration.parseFrom(value), clock.instant());
                }
                forwarding.forgetDevice(changed.key());
            } else if (topic.equals(Topics.REGISTER_PATIENT.name())) {
                if (value != null) {
                    return forwarding.patient(Patient.parseFrom(value), clock.instant());
                }
                forwarding.forgetPatient(changed.key());
            } else {
                if (value != null) {
                    return forwarding.limits(PatientLimits.parseFrom(value), clock.instant());
                }
                forwarding.forgetLimits(changed.key());
            }
        } catch (InvalidProtocolBufferException e) {
            unreadable.increment();
            LOG.warn("event=register_record_unreadable topic={} offset={}", topic, changed.offset());
        }
        return List.of();
    }

    private void send(List<RegisterChange> forwarded) {
        for (RegisterChange change : forwarded) {
            log.append(change, (metadata, failure) -> {
                if (failure == null) {
                    changes.increment();
                } else {
                    refused = true; // everything that holds is written again
                }
            });
        }
    }
}

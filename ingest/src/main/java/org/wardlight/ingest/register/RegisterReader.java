package org.wardlight.ingest.register;

import com.google.protobuf.InvalidProtocolBufferException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
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
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration ASK_AGAIN = Duration.ofMillis(100);
    private static final Duration CLOSE = Duration.ofMillis(500);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final ClockedLog log;
    private final BooleanSupplier logAnswers;
    private final WardClock clock;
    private final Counter changes;
    private final Counter unreadable;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "ingest-register");

    private volatile @Nullable Consumer<String, byte[]> reading;
    private volatile boolean refused;
    private volatile boolean started;
    private volatile String trouble = "the register has not been read yet";

    /** What the reader stands on: where to read, where to write, and whether writing makes sense now. */
    public record Lines(Supplier<Consumer<String, byte[]>> consumers, ClockedLog log, BooleanSupplier logAnswers) {}

    /** A reader that does not run yet. */
    public RegisterReader(Lines lines, WardClock clock, MeterRegistry metrics) {
        this.consumers = lines.consumers();
        this.log = lines.log();
        this.logAnswers = lines.logAnswers();
        this.clock = clock;
        this.changes = metrics.counter(CHANGES);
        this.unreadable = metrics.counter(UNREADABLE);
        thread.setDaemon(true);
    }

    /** Starts to read. */
    public void start() {
        started = true;
        thread.start();
    }

    /** What is wrong, by part; empty when all is well. */
    public Map<String, String> problems() {
        if (started && !thread.isAlive()) {
            return Map.of("ingest.register", "the register loop has stopped");
        }
        return trouble.isEmpty() ? Map.of() : Map.of("ingest.register", trouble);
    }

    @Override
    public void close() {
        closing.countDown();
        Consumer<String, byte[]> consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            thread.join(CLOSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closed(Duration.ZERO)) {
                boolean ready = logAnswers.getAsBoolean();
                if (ready) {
                    followUntilTrouble();
                }
                closed(ready ? RETRY : ASK_AGAIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            LOG.error("event=register_loop_died", e);
            throw e;
        }
    }

    private void followUntilTrouble() throws InterruptedException {
        try {
            follow();
        } catch (KafkaException e) {
            if (!closed(Duration.ZERO)) {
                trouble = "the register cannot be read (" + e.getClass().getSimpleName() + ")";
                LOG.warn("event=register_unreadable reason={}", e.getClass().getSimpleName());
            }
        }
    }

    private void follow() throws InterruptedException {
        Consumer<String, byte[]> consumer = consumers.get();
        reading = consumer;
        try {
            follow(consumer);
        } finally {
            reading = null;
            consumer.close(CloseOptions.timeout(CLOSE));
        }
    }

    private void follow(Consumer<String, byte[]> consumer) throws InterruptedException {
        RegisterForwarding forwarding = load(consumer);
        Instant repeatAt = clock.instant();
        while (!closed(Duration.ZERO)) {
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

    private RegisterForwarding load(Consumer<String, byte[]> consumer) throws InterruptedException {
        List<TopicPartition> partitions = partitions(consumer);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        RegisterForwarding forwarding = new RegisterForwarding();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())
                && !closed(Duration.ZERO)) {
            for (ConsumerRecord<String, byte[]> known : consumer.poll(POLL)) {
                apply(forwarding, known);
            }
        }
        trouble = "";
        return forwarding;
    }

    private static List<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
        List<TopicPartition> all = new ArrayList<>();
        for (Topics.Topic topic : TOPICS) {
            List<PartitionInfo> partitions = consumer.partitionsFor(topic.name());
            if (partitions == null || partitions.isEmpty()) {
                throw new KafkaException("topic is missing: " + topic);
            }
            partitions.forEach(partition -> all.add(new TopicPartition(partition.topic(), partition.partition())));
        }
        return all;
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

    private boolean closed(Duration wait) throws InterruptedException {
        return closing.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    }
}

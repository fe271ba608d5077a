package org.wardlight.alerting.intake;

import com.google.protobuf.InvalidProtocolBufferException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.wardlight.alerting.desk.WardRegister;
import org.wardlight.alerting.health.Loop;
import org.wardlight.alerting.health.Problems;
import org.wardlight.events.Topics;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.Rota;

/** Reads the register's compacted topics whole at the start, then every change: who lies where, who is asked. */
public final class RegisterFeed implements AutoCloseable {

    /** Register records that could not be used. */
    static final String REJECTED = "wardlight.alerting.register.rejected";

    private static final String PATIENTS = Topics.REGISTER_PATIENT.name();
    private static final String ROTAS = Topics.REGISTER_ROTA.name();
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String READING = "register.reading";

    private final Consumer<String, byte[]> consumer;
    private final WardRegister register;
    private final MeterRegistry meters;
    private final Problems problems;
    private final Duration patience;
    private final CountDownLatch loaded = new CountDownLatch(1);
    private final Map<TopicPartition, Long> toLoad = new HashMap<>();
    private final Loop loop;
    private boolean positioned;

    /** A feed that has not been started. */
    public RegisterFeed(
            Consumer<String, byte[]> consumer, WardRegister register, MeterRegistry meters, Problems problems) {
        this(consumer, register, meters, problems, PATIENCE);
    }

    RegisterFeed(
            Consumer<String, byte[]> consumer,
            WardRegister register,
            MeterRegistry meters,
            Problems problems,
            Duration patience) {
        this.problems = problems;
        this.patience = patience;
        this.consumer = consumer;
        this.register = register;
        this.meters = meters;
        this.loop = new Loop("register", problems, this::round);
    }

    /** Begins to read. */
    public void start() {
        loop.start();
    }

    /**
     * Waits until everything that was in the register at the start has been read. False when that takes longer than 30 s:
     * work has to go on without it, which stays a problem until the register has been read.
     */
    public boolean awaitLoaded() throws InterruptedException {
        if (loaded.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return true;
        }
        problems.report(READING, "The register has not been read yet; pages go to the default receivers.");
        if (loaded.getCount() > 0) {
            return false;
        }
        problems.clear(READING);
        return true;
    }

    /** Takes one record. */
    void accept(ConsumerRecord<String, byte[]> record) {
        try {
            if (record.topic().equals(PATIENTS)) {
                patient(record);
            } else {
                rota(record);
            }
        } catch (InvalidProtocolBufferException e) {
            meters.counter(REJECTED, "reason", "malformed").increment();
        }
    }

    @Override
    public void close() {
        loop.closeSoon();
        consumer.wakeup();
        loop.join(Duration.ofMillis(500));
        consumer.close(CloseOptions.timeout(Duration.ofMillis(200)));
    }

    private void patient(ConsumerRecord<String, byte[]> record) throws InvalidProtocolBufferException {
        if (record.value() == null) {
            register.patientRemoved(record.key());
        } else {
            register.patient(Patient.parseFrom(record.value()));
        }
    }

    private void rota(ConsumerRecord<String, byte[]> record) throws InvalidProtocolBufferException {
        if (record.value() == null) {
            register.rotaRemoved(record.key());
        } else {
            register.rota(Rota.parseFrom(record.value()));
        }
    }

    private void round() {
        if (!positioned) {
            List<TopicPartition> partitions = Partitions.of(consumer, List.of(PATIENTS, ROTAS));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            toLoad.putAll(consumer.endOffsets(partitions));
            positioned = true;
        }
        if (loaded.getCount() > 0) {
            toLoad.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            if (toLoad.isEmpty()) {
                loaded.countDown();
                problems.clear(READING);
            }
        }
        try {
            consumer.poll(loaded.getCount() > 0 ? Duration.ofMillis(50) : POLL).forEach(this::accept);
        } catch (WakeupException e) {
            // close() asks for it
        }
    }
}

package org.wardlight.bench.ledger;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.wardlight.bench.workload.Workload;
import org.wardlight.events.Topics;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.Observation;
import org.wardlight.events.v1.RawRecord;

/** Reads what the ward writes to its log, as any other reader could: readings, conditions, alarm events. */
public final class LogEdges implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final long PATIENCE_MILLIS = 5_000;
    private static final int ENOUGH_BYTES = 1 << 20;
    private static final int LONGEST_WAIT_MILLIS = 250;

    private final Workload workload;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread = new Thread(this::run, "bench-log-edges");
    private final BitSet[] readings;
    private final List<AlarmCondition> conditions = new ArrayList<>();
    private final List<AlarmEvent> events = new ArrayList<>();
    private volatile boolean ended;

    private LogEdges(Workload workload, KafkaConsumer<byte[], byte[]> consumer) {
        this.workload = workload;
        this.consumer = consumer;
        this.readings = new BitSet[workload.beds()];
        for (int bed = 0; bed < readings.length; bed++) {
            readings[bed] = new BitSet();
        }
    }

    /** Begins to read everything. */
    public static LogEdges begin(Workload workload, String kafka) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "group.id",
                        "bench-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        "false",
                        // The ward pays for each request: the ledger can wait.
                        "fetch.min.bytes",
                        ENOUGH_BYTES,
                        "fetch.max.wait.ms",
                        LONGEST_WAIT_MILLIS),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(
                List.of(Topics.OBSERVATION_RAW.name(), Topics.ALARM_CONDITION.name(), Topics.ALARM_EVENT.name()));
        LogEdges edges = new LogEdges(workload, consumer);
        edges.thread.setDaemon(true);
        edges.thread.start();
        return edges;
    }

    /** Readings of a bed that are in the log, by number from 0. */
    public synchronized BitSet readings(int bed) {
        return (BitSet) readings[bed].clone();
    }

    /** Every condition record so far. */
    public synchronized List<AlarmCondition> conditions() {
        return List.copyOf(conditions);
    }

    /** How many conditions have begun so far. */
    public synchronized long begun() {
        return conditions.stream()
                .filter(condition -> condition.getPhase() == ConditionPhase.CONDITION_START)
                .count();
    }

    /** Every alarm event so far. */
    public synchronized List<AlarmEvent> events() {
        return List.copyOf(events);
    }

    private void run() {
        try {
            while (!ended) {
                consumer.poll(POLL).forEach(this::take);
            }
        } catch (WakeupException e) {
            // close() asked for it
        } finally {
            consumer.close();
        }
    }

    private synchronized void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            if (record.topic().equals(Topics.OBSERVATION_RAW.name())) {
                observation(RawRecord.parseFrom(record.value()));
            } else if (record.topic().equals(Topics.ALARM_CONDITION.name())) {
                conditions.add(AlarmCondition.parseFrom(record.value()));
            } else {
                events.add(AlarmEvent.parseFrom(record.value()));
            }
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("the ward wrote what cannot be read to " + record.topic(), e);
        }
    }

    private void observation(RawRecord record) {
        if (record.hasObservation()) {
            Observation observation = record.getObservation();
            int bed = workload.bedOf(observation.getDeviceId());
            if (bed >= 0 && bed < readings.length) {
                readings[bed].set((int) observation.getSequence().getSeq() - 1);
            }
        }
    }

    @Override
    public void close() {
        ended = true;
        consumer.wakeup();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

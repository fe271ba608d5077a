package org.wardlight.ingest.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.Topics;
import org.wardlight.events.WardClock;
import org.wardlight.events.v1.Observation;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.events.v1.RegisterChange;
import org.wardlight.events.v1.Release;
import org.wardlight.events.v1.Tick;

/**
 * The only writer to {@code observation.raw}. It stamps and sends under one lock: were a record stamped, overtaken by a
 * later one and only then sent, time in that partition would go back, and a replay of the log would judge differently
 * than the live run did. Kafka's idempotent producer keeps the order of sending through its retries.
 */
public final class ClockedLog {

    private static final String TOPIC = Topics.OBSERVATION_RAW.name();

    private final Producer<String, byte[]> producer;
    private final IngestStamp stamp;
    private final Object writing = new Object();

    /**
     * A log.
     *
     * @param producer must be idempotent and not linger
     * @param clock ward time
     * @param nanos time that nobody can set, ns, such as {@link System#nanoTime()}
     */
    public ClockedLog(Producer<String, byte[]> producer, WardClock clock, LongSupplier nanos) {
        this.producer = producer;
        this.stamp = new IngestStamp(clock, nanos);
    }

    /** Writes a message into its device's partition. */
    public void append(Observation observation, Callback stored) {
        send(observation.getDeviceId(), null, stored, now -> RawRecord.newBuilder()
                .setObservation(observation.toBuilder().setIngestTimeMs(now))
                .build());
    }

    /** Writes a register change into the partition of the device, or of the patient, it concerns. */
    public void append(RegisterChange change, Callback stored) {
        send(change.getDeviceId(), null, stored, now -> RawRecord.newBuilder()
                .setRegisterChange(change.toBuilder().setIngestTimeMs(now))
                .build());
    }

    /** Gives a quarantined message back to the partition of its device. */
    public void append(Release release, Callback stored) {
        send(release.getObservation().getDeviceId(), null, stored, now -> RawRecord.newBuilder()
                .setRelease(release.toBuilder().setIngestTimeMs(now))
                .build());
    }

    /** The log's present time. What arrives is timed by it, so that a clock that went back does not make it look old. */
    public Instant now() {
        synchronized (writing) {
            return Instant.ofEpochMilli(stamp.nextMillis());
        }
    }

    /** How far the log's time is ahead of the ward clock; zero unless the clock went back. */
    public Duration aheadOfClock() {
        synchronized (writing) {
            return stamp.aheadOfClock();
        }
    }

    void notBefore(long millis) {
        synchronized (writing) {
            stamp.notBefore(millis);
        }
    }

    /** Writes a tick to each of the partitions 0 to {@code partitions} - 1. */
    void tick(int partitions, IntFunction<Callback> stored) {
        for (int partition = 0; partition < partitions; partition++) {
            send(null, partition, stored.apply(partition), now -> RawRecord.newBuilder()
                    .setTick(Tick.newBuilder().setIngestTimeMs(now))
                    .build());
        }
    }

    private void send(
            @Nullable String key, @Nullable Integer partition, Callback stored, LongFunction<RawRecord> stamped) {
        synchronized (writing) {
            long now = stamp.nextMillis();
            byte[] value = stamped.apply(now).toByteArray();
            var unused = producer.send(new ProducerRecord<>(TOPIC, partition, now, key, value), stored);
        }
    }
}

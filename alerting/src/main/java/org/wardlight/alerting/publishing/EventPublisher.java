package org.wardlight.alerting.publishing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.wardlight.alerting.health.Loop;
import org.wardlight.alerting.health.Problems;
import org.wardlight.alerting.store.AlarmStore;
import org.wardlight.alerting.store.OutboxRow;
import org.wardlight.events.Topics;

/**
 * Writes events from the outbox to the log, in order, and forgets each when the log has it. A crash in between writes some
 * of them again: readers know an event by alarm and seq. Of several instances only the first publishes, so that the order
 * is kept; two that both believe to be it, cut off from each other, publish twice.
 */
public final class EventPublisher implements AutoCloseable {

    private static final int BATCH = 500;
    /** How long an event waits that another instance has decided. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(30);

    private final AlarmStore store;
    private final Producer<String, byte[]> producer;
    private final Semaphore work = new Semaphore(1);
    private final Loop loop;

    /** A publisher that has not been started. */
    public EventPublisher(AlarmStore store, Producer<String, byte[]> producer, Problems problems) {
        this.store = store;
        this.producer = producer;
        this.loop = new Loop("events", problems, this::round);
    }

    /** Begins to publish. */
    public void start() {
        loop.start();
    }

    /** There are new events; returns at once. */
    public void wake() {
        work.release();
    }

    @Override
    public void close() {
        loop.closeSoon();
        wake();
        loop.join(Duration.ofMillis(500));
    }

    private void round() throws InterruptedException {
        if (work.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
            work.drainPermits();
        }
        while (!loop.isClosing() && publishBatch() == BATCH) {
            work.drainPermits();
        }
    }

    private int publishBatch() throws InterruptedException {
        List<OutboxRow> rows = store.isFirst() ? store.pending(OutboxRow.Kind.EVENT, BATCH) : List.of();
        if (rows.isEmpty()) {
            return 0;
        }
        List<Future<RecordMetadata>> answers = rows.stream().map(this::send).toList();
        List<Long> done = new ArrayList<>();
        try {
            for (int i = 0; i < rows.size(); i++) {
                answers.get(i).get(ACKNOWLEDGED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
                done.add(rows.get(i).id());
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the log does not take alarm events", e);
        } finally {
            store.eventsDone(done);
        }
        return rows.size();
    }

    private Future<RecordMetadata> send(OutboxRow row) {
        return producer.send(new ProducerRecord<>(
                Topics.ALARM_EVENT.name(),
                null,
                row.createdMillis(),
                row.alarmId(),
                row.payload().toByteArray()));
    }
}

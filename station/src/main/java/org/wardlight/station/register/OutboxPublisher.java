package org.wardlight.station.register;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what the outbox holds onto the topics, in order, and forgets each when Kafka has it. While Kafka is away it tries
 * again, for as long as it runs, and says so. A crash in between writes some records again: readers know them by revision.
 */
public final class OutboxPublisher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxPublisher.class);
    private static final int BATCH = 500;
    private static final Duration BACKSTOP = Duration.ofSeconds(2);
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(10);
    private static final long FIRST_RETRY_MS = 100;
    private static final long LONGEST_RETRY_MS = 5_000;

    private final RegisterStore store;
    private final Producer<String, byte[]> producer;
    private final Semaphore work = new Semaphore(1);
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch emptied = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable String problem;

    /** A publisher that has not been started. The producer is closed with it. */
    public OutboxPublisher(RegisterStore store, Producer<String, byte[]> producer) {
        this.store = store;
        this.producer = producer;
        this.thread = new Thread(this::run, "wardlight-station-register");
        this.thread.setDaemon(true);
    }

    /** Begins to publish. */
    public void start() {
        thread.start();
    }

    /** There is something new; returns at once. */
    public void wake() {
        work.release();
    }

    /** Waits until everything of the start has been written, or the time is over. */
    public boolean awaitEmptied(Duration atMost) {
        try {
            return emptied.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Why nothing is being written; empty when it is. */
    public Optional<String> problem() {
        if (thread.getState() == Thread.State.TERMINATED && stop.getCount() > 0) {
            return Optional.of("The writer of register records has died.");
        }
        return Optional.ofNullable(problem);
    }

    @Override
    public void close() {
        stop.countDown();
        wake();
        try {
            thread.join(500);
            producer.close(Duration.ofMillis(500));
            thread.join(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        long wait = FIRST_RETRY_MS;
        try {
            while (stop.getCount() > 0) {
                try {
                    drain();
                    problem = null;
                    emptied.countDown();
                    wait = FIRST_RETRY_MS;
                    awaitWork();
                } catch (RuntimeException e) {
                    report(e, wait);
                    if (stop.await(wait / 2 + ThreadLocalRandom.current().nextLong(wait), TimeUnit.MILLISECONDS)) {
                        return;
                    }
                    wait = Math.min(2 * wait, LONGEST_RETRY_MS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void report(RuntimeException e, long wait) {
        if (stop.getCount() > 0) {
            problem = "The register cannot be written to its topics: "
                    + e.getClass().getSimpleName() + ". It is tried again.";
            LOG.warn("register records not written, trying again waitMs={}", wait, e);
        }
    }

    private void awaitWork() throws InterruptedException {
        if (work.tryAcquire(BACKSTOP.toMillis(), TimeUnit.MILLISECONDS)) {
            work.drainPermits();
        }
    }

    private void drain() {
        boolean more = true;
        while (more && stop.getCount() > 0) {
            Batch batch = new Batch();
            more = store.drain(BATCH, batch::send) > 0;
            batch.failIfRefused();
        }
    }

    /** One go of sending: which rows have arrived, and why the others have not. */
    private final class Batch {

        private @Nullable Exception refused;

        List<Long> send(List<OutboxRow> rows) {
            Map<Long, Future<RecordMetadata>> answers = new LinkedHashMap<>();
            List<Long> arrived = new ArrayList<>();
            try {
                for (OutboxRow row : rows) {
                    answers.put(
                            row.id(),
                            producer.send(new ProducerRecord<>(
                                    row.topic(),
                                    null,
                                    row.createdMillis(),
                                    row.key(),
                                    row.value().toByteArray())));
                }
            } catch (KafkaException | IllegalStateException e) {
                refused = e;
            }
            answers.forEach((id, answer) -> {
                if (hasArrived(answer)) {
                    arrived.add(id);
                }
            });
            return arrived;
        }

        private boolean hasArrived(Future<RecordMetadata> answer) {
            try {
                answer.get(ACKNOWLEDGED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
                return true;
            } catch (ExecutionException | TimeoutException e) {
                refused = e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                refused = e;
            }
            return false;
        }

        void failIfRefused() {
            if (refused != null) {
                throw new IllegalStateException("Kafka does not take register records", refused);
            }
        }
    }
}

package org.wardlight.ingest.register;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.RegisterChange;
import org.wardlight.events.v1.Release;
import org.wardlight.ingest.clock.ClockedLog;

/**
 * Writes into the log no faster than it answers: however much is forwarded, live messages wait for few records only. What was
 * read may be committed once {@link #awaitStored()} has returned.
 */
final class PacedLog {

    private static final int MOST_UNANSWERED = 500;

    private final ClockedLog log;
    private final Semaphore room = new Semaphore(MOST_UNANSWERED);
    private final AtomicReference<@Nullable Exception> refused = new AtomicReference<>();

    PacedLog(ClockedLog log) {
        this.log = log;
    }

    void append(RegisterChange change) throws InterruptedException {
        log.append(change, reserved());
    }

    void append(Release release) throws InterruptedException {
        log.append(release, reserved());
    }

    /**
     * Waits until all is stored. The producer answers each record within its delivery time-out.
     *
     * @throws KafkaException when a record was refused
     */
    void awaitStored() throws InterruptedException {
        room.acquire(MOST_UNANSWERED);
        room.release(MOST_UNANSWERED);
        requireNoneRefused();
    }

    private Callback reserved() throws InterruptedException {
        room.acquire();
        requireNoneRefused();
        return (metadata, failure) -> {
            if (failure != null) {
                refused.set(failure);
            }
            room.release();
        };
    }

    private void requireNoneRefused() {
        Exception failure = refused.get();
        if (failure != null) {
            throw new KafkaException("the log refused a record", failure);
        }
    }
}

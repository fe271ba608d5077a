package org.wardlight.simulators.connection;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread on which the simulator lives. A task that throws is a defect: the first failure is kept and shown, because
 * whatever that task should have scheduled next will not happen. Tasks after the end are dropped.
 */
public final class Loop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

    private final ScheduledThreadPoolExecutor thread;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /** Starts the thread under this name. */
    public Loop(String name) {
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread created = new Thread(task, name);
            created.setDaemon(true);
            return created;
        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.setRemoveOnCancelPolicy(true);
    }

    /** Runs a task as soon as possible. */
    public void run(Runnable task) {
        after(Duration.ZERO, task);
    }

    /** Runs a task after a wall time. */
    public void after(Duration wall, Runnable task) {
        try {
            ScheduledFuture<?> unused = thread.schedule(() -> guarded(task), wall.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("task=dropped reason=closed");
        }
    }

    /** What broke it, if anything did. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure.get()).map(Throwable::toString);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            if (failure.compareAndSet(null, e)) {
                LOG.error("simulator=broken", e);
            }
        }
    }
}

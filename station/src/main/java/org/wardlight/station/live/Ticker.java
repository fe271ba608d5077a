package org.wardlight.station.live;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls once a second and every fifth second, in wall time. A call that fails is told of, and the next one is made. */
public final class Ticker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "wardlight-station-frames");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable String problem;

    /** Starts to call. */
    public void start(Runnable everySecond, Runnable everyFiveSeconds) {
        var unused = executor.scheduleAtFixedRate(() -> call(everySecond), 1, 1, TimeUnit.SECONDS);
        var unused2 = executor.scheduleAtFixedRate(() -> call(everyFiveSeconds), 5, 5, TimeUnit.SECONDS);
    }

    /** Why the last call failed; empty when it did not. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private void call(Runnable task) {
        try {
            task.run();
            problem = null;
        } catch (RuntimeException e) {
            problem = "The board could not be sent to the browsers: " + e.getMessage();
            LOG.error("sending to browsers failed", e);
        }
    }
}

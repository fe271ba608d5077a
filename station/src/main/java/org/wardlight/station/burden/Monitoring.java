package org.wardlight.station.burden;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts monitored time as it passes, and keeps it every half minute. Safe for use by several threads. */
public final class Monitoring implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Monitoring.class);
    private static final long KEPT_EVERY_SECONDS = 30;

    private final MonitoredTime time = new MonitoredTime();
    private final MonitoredStore store;
    private final InstantSource clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "wardlight-station-monitored");
        made.setDaemon(true);
        return made;
    });
    private volatile @Nullable String problem;

    /** Monitoring that has not been started; {@code clock} is the ward's. */
    public Monitoring(MonitoredStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Begins to keep. */
    public void start() {
        var unused =
                thread.scheduleWithFixedDelay(this::keep, KEPT_EVERY_SECONDS, KEPT_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** A live value of a patient came; {@code nurse} is whose patient it is, empty when nobody's. */
    public void saw(String patientRef, String nurse, long timeMillis) {
        time.saw(patientRef, nurse, timeMillis);
    }

    /** How long people were monitored and nursed between two times. */
    public MonitoredStore.Hours between(long fromMillis, long toMillis) {
        keep();
        return store.between(fromMillis, toMillis);
    }

    /** Why it is not kept; empty when it is. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    @Override
    public void close() {
        thread.shutdownNow();
        keep();
    }

    private synchronized void keep() {
        try {
            store.keep(time, clock.millis());
            problem = null;
        } catch (RuntimeException e) {
            problem = "Monitored time is not kept; the alarm burden will show too little of it.";
            LOG.warn("monitored time is not kept, tried again", e);
        }
    }
}

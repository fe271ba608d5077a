package org.wardlight.ingest.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLongArray;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.events.WardClock;

/**
 * Opens the log and then ticks on every partition of it, so that no-signal alarms come when all devices are silent. Each
 * tick is also a probe: a partition that stores none for five seconds does not answer, and the bridge stays off the broker.
 */
public final class IngestClock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IngestClock.class);

    /** Longer than a leader election, shorter than a nurse's patience. Wall time. */
    private static final Duration SILENCE_ALLOWED = Duration.ofSeconds(5);

    private static final Duration CLOCK_LEAD_ALLOWED = Duration.ofSeconds(5);

    private static final long NEVER = Long.MIN_VALUE;

    private final ClockedLog log;
    private final WardClock clock;
    private final Callable<OpenedLog> opening;
    private final Instant started;
    private final ScheduledExecutorService thread;

    private volatile @Nullable AtomicLongArray answeredMillis;
    private volatile String trouble = "";
    private volatile @Nullable ScheduledFuture<?> ticking;

    /**
     * A clock that does not run yet.
     *
     * @param log where the ticks go
     * @param clock ward time
     * @param opening asks Kafka about the log; tried until it succeeds
     */
    public IngestClock(ClockedLog log, WardClock clock, Callable<OpenedLog> opening) {
        this.log = log;
        this.clock = clock;
        this.opening = opening;
        this.started = clock.instant();
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread ticker = new Thread(task, "ingest-clock");
            ticker.setDaemon(true);
            return ticker;
        });
    }

    /** Starts to tick, once per interval of ward time. */
    public void start(Duration interval) {
        ticking = thread.scheduleWithFixedDelay(
                this::beat, 0, Math.max(1, clock.wallTime(interval).toNanos()), TimeUnit.NANOSECONDS);
    }

    /** Whether every partition has stored a tick, and none has been silent for long. */
    public boolean isAnswering() {
        AtomicLongArray answered = answeredMillis;
        return answered != null
                && everyPartitionSpoke(answered)
                && silence(answered).compareTo(SILENCE_ALLOWED) <= 0;
    }

    /** What is wrong, by part; empty when all is well. */
    public Map<String, String> problems() {
        Map<String, String> problems = new TreeMap<>();
        ScheduledFuture<?> running = ticking;
        if (running != null && running.isDone()) {
            problems.put("ingest.clock", "the ingest clock has stopped");
        }
        if (!isAnswering()) {
            AtomicLongArray answered = answeredMillis;
            Duration silence = answered == null ? wallSince(started) : silence(answered);
            problems.put(
                    "ingest.log",
                    "the log (Kafka) has not answered for " + silence.toSeconds() + " s"
                            + (trouble.isEmpty() ? "" : " (" + trouble + ")"));
        }
        Duration lead = log.aheadOfClock();
        if (lead.compareTo(CLOCK_LEAD_ALLOWED) > 0) {
            problems.put("ingest.time", "the log is " + lead.toSeconds() + " s ahead of the clock, which went back");
        }
        return problems;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** One turn of the loop. Kafka's troubles pass; anything else ends the loop, and {@link #problems()} says so. */
    void beat() {
        try {
            AtomicLongArray answered = answeredMillis;
            if (answered == null) {
                answered = open();
            }
            AtomicLongArray partitions = answered;
            log.tick(partitions.length(), partition -> storedIn(partitions, partition));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (KafkaException | ExecutionException | TimeoutException e) {
            trouble = reason(e);
            LOG.debug("event=log_does_not_answer reason={}", trouble);
        } catch (Exception | Error e) {
            LOG.error("event=ingest_clock_died", e);
            throw new IllegalStateException("the ingest clock cannot go on", e);
        }
    }

    private AtomicLongArray open() throws Exception {
        OpenedLog opened = opening.call();
        log.notBefore(opened.lastMillis());
        AtomicLongArray answered = new AtomicLongArray(opened.partitions());
        for (int partition = 0; partition < opened.partitions(); partition++) {
            answered.set(partition, NEVER);
        }
        answeredMillis = answered;
        LOG.info("event=log_opened partitions={}", opened.partitions());
        return answered;
    }

    private Callback storedIn(AtomicLongArray answered, int partition) {
        return (metadata, failure) -> {
            if (failure == null) {
                answered.set(partition, clock.millis());
                trouble = "";
            } else {
                trouble = reason(failure);
            }
        };
    }

    /** Wall time since the partition that has been silent for longest stored a tick; since the start if it never did. */
    private Duration silence(AtomicLongArray answered) {
        Instant oldest = clock.instant();
        for (int partition = 0; partition < answered.length(); partition++) {
            long last = answered.get(partition);
            Instant heard = last == NEVER ? started : Instant.ofEpochMilli(last);
            oldest = heard.isBefore(oldest) ? heard : oldest;
        }
        return wallSince(oldest);
    }

    private static boolean everyPartitionSpoke(AtomicLongArray answered) {
        for (int partition = 0; partition < answered.length(); partition++) {
            if (answered.get(partition) == NEVER) {
                return false;
            }
        }
        return true;
    }

    private Duration wallSince(Instant then) {
        return clock.wallTime(Duration.between(then, clock.instant()));
    }

    private static String reason(Exception failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getClass().getSimpleName();
    }
}

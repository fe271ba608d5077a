package org.wardlight.alerting.paging;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.alerting.desk.AlarmDesk;
import org.wardlight.alerting.health.Problems;
import org.wardlight.alerting.paging.PageOutcome.Kind;
import org.wardlight.alerting.store.AlarmStore;
import org.wardlight.alerting.store.OutboxRow;

/** The pages of one receiver, on its own threads: tried, tried again with pauses, and what became of them told to the desk. */
final class ReceiverLane implements AutoCloseable {

    /** From the hand-over after commit to the receiver's 2xx. */
    static final String DELIVERY = "wardlight.alerting.page.delivery";
    /** Pages by what became of them. */
    static final String PAGES = "wardlight.alerting.pages";

    private static final Logger LOG = LoggerFactory.getLogger(ReceiverLane.class);
    private static final int THREADS = 4;
    private static final double JITTER = 0.5;
    private static final int FAILURES_BEFORE_PROBLEM = 2;

    private final String name;
    private final WebhookChannel channel;
    private final Surroundings around;
    private final Retry retry;
    private final ExecutorService threads;
    private final AtomicInteger failures = new AtomicInteger();

    ReceiverLane(String name, WebhookChannel channel, Delivery delivery, Surroundings around) {
        this.name = name;
        this.channel = channel;
        this.around = around;
        this.retry = Retry.of(name, retryConfig(delivery));
        this.threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "alerting-page-" + name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What a lane works with besides its receiver. */
    record Surroundings(AlarmStore store, AlarmDesk desk, Problems problems, MeterRegistry meters) {}

    /** Takes a page; a fresh one was decided this moment, so nobody can have answered it yet. */
    void offer(OutboxRow page, boolean fresh) {
        long handedOver = System.nanoTime();
        try {
            threads.execute(() -> deliver(page, handedOver, fresh));
        } catch (RejectedExecutionException e) {
            LOG.info("part=paging a page came while closing; it is sent at the next start");
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(500, TimeUnit.MILLISECONDS)) {
                LOG.info("part=paging a page was still on its way at the end; it is sent again at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(OutboxRow page, long handedOver, boolean fresh) {
        try {
            PageOutcome outcome = retry.executeCallable(attempt(page, new AtomicBoolean(fresh)));
            if (outcome.kind() == Kind.DELIVERED) {
                Timer.builder(DELIVERY)
                        .description("time from the hand-over of a page to the receiver's answer")
                        .publishPercentiles(0.5, 0.99)
                        .register(around.meters())
                        .record(Duration.ofNanos(System.nanoTime() - handedOver));
            }
            record(page, outcome);
        } catch (Exception e) {
            if (!threads.isShutdown()) {
                LOG.warn("part=paging receiver={} failed unexpectedly, tried again", name, e);
                soon().execute(() -> deliver(page, handedOver, false));
            }
        }
    }

    private Callable<PageOutcome> attempt(OutboxRow page, AtomicBoolean fresh) {
        return () -> {
            if (!fresh.getAndSet(false) && around.store().isOwned(page.alarmId())) {
                return PageOutcome.withdrawn();
            }
            PageOutcome outcome = channel.post(page);
            watch(outcome);
            return outcome;
        };
    }

    /** The page has its outcome; that is told until the desk has taken it. */
    private void record(OutboxRow page, PageOutcome outcome) {
        try {
            if (outcome.kind() == Kind.DELIVERED) {
                around.desk().pageDelivered(page);
            } else {
                around.desk().pageFailed(page, outcome.reason());
            }
            String result = outcome.kind() == Kind.DELIVERED
                    ? "delivered"
                    : outcome.kind() == Kind.WITHDRAWN ? "withdrawn" : outcome.reason();
            around.meters().counter(PAGES, "receiver", name, "outcome", result).increment();
        } catch (RuntimeException e) {
            if (!threads.isShutdown()) {
                LOG.warn("part=paging receiver={} outcome could not be stored, tried again", name, e);
                soon().execute(() -> record(page, outcome));
            }
        }
    }

    private void watch(PageOutcome outcome) {
        String part = "paging." + name;
        if (outcome.kind() == Kind.DELIVERED) {
            failures.set(0);
            around.problems().clear(part);
        } else if (failures.incrementAndGet() >= FAILURES_BEFORE_PROBLEM) {
            around.problems().report(part, "Does not take pages: " + outcome.reason() + ".");
        }
    }

    private Executor soon() {
        return CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, threads);
    }

    private static RetryConfig retryConfig(Delivery delivery) {
        IntervalFunction pauses = IntervalFunction.ofExponentialRandomBackoff(
                delivery.firstPause(), 2.0, JITTER, delivery.longestPause());
        return new RetryConfig.Builder<PageOutcome>()
                .maxAttempts(delivery.attempts())
                .retryOnResult(outcome -> outcome.kind() == Kind.TRY_AGAIN)
                .retryOnException(e -> false)
                .intervalBiFunction((attempt, result) -> pause(attempt, result, pauses, delivery.longestPause()))
                .build();
    }

    private static long pause(
            int attempt, Either<Throwable, PageOutcome> result, IntervalFunction pauses, Duration longest) {
        Duration asked = result.isRight() ? result.get().retryAfter() : null;
        return asked == null ? pauses.apply(attempt) : Math.min(Math.max(asked.toMillis(), 1), longest.toMillis());
    }
}

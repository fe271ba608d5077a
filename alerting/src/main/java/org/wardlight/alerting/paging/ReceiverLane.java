package org.wardlight.alerting.paging;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.alerting.channel.Channel;
import org.wardlight.alerting.channel.Page;
import org.wardlight.alerting.channel.PageOutcome;
import org.wardlight.alerting.channel.PageOutcome.Kind;
import org.wardlight.alerting.desk.AlarmDesk;
import org.wardlight.alerting.health.Problems;
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
    /** A pause of nothing would count as the end of all attempts. */
    private static final long SHORTEST_PAUSE_MILLIS = 1;
    /** So long after it was decided, a page goes out without a look at whether somebody has answered. */
    private static final Duration FRESH = Duration.ofMillis(100);

    private static final int FAILURES_BEFORE_PROBLEM = 2;

    private final String name;
    private final Channel channel;
    private final Surroundings around;
    private final Retry retry;
    private final ScheduledExecutorService threads;
    private final AtomicInteger failures = new AtomicInteger();

    ReceiverLane(String name, Channel channel, Delivery delivery, Surroundings around) {
        this.name = name;
        this.channel = channel;
        this.around = around;
        this.retry = Retry.of(name, retryConfig(delivery));
        this.threads = Executors.newScheduledThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "alerting-page-" + name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What a lane works with besides its receiver. */
    record Surroundings(
            AlarmStore store, AlarmDesk desk, Problems problems, MeterRegistry meters, Consumer<OutboxRow> whenOver) {}

    /** Takes a page; a fresh one was decided this moment, so nobody can have answered it yet. Returns at once. */
    void offer(OutboxRow page, boolean fresh) {
        deliver(page, new Handover(System.nanoTime(), fresh));
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

    /** Pauses hold no thread, so that pages that wait for their next attempt do not keep a new one waiting. */
    private void deliver(OutboxRow page, Handover handover) {
        try {
            retry.executeCompletionStage(
                            threads, () -> CompletableFuture.supplyAsync(() -> attempt(page, handover), threads))
                    .whenComplete((outcome, failure) -> ended(page, handover, outcome, failure));
        } catch (RejectedExecutionException e) {
            LOG.info("part=paging a page came while closing; it is sent at the next start");
        }
    }

    private PageOutcome attempt(OutboxRow page, Handover handover) {
        PageOutcome over = handover.isFresh() ? null : whyNot(page);
        if (over != null) {
            return over;
        }
        try {
            PageOutcome outcome =
                    channel.send(Page.of(page.pageId(), page.payload().toStringUtf8()));
            watch(outcome);
            return outcome;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("closed while a page was on its way", e);
        }
    }

    /** Why a page need not be sent any more; null when it must, also when the store cannot be asked: rather twice than never. */
    private @Nullable PageOutcome whyNot(OutboxRow page) {
        try {
            if (!around.store().isOurs(page)) {
                return PageOutcome.elsewhere();
            }
            return around.store().isSettled(page.alarmId()) ? PageOutcome.withdrawn() : null;
        } catch (RuntimeException e) {
            LOG.warn("part=paging receiver={} the store cannot be asked, sent all the same", name, e);
            return null;
        }
    }

    private void ended(OutboxRow page, Handover handover, @Nullable PageOutcome outcome, @Nullable Throwable failure) {
        if (outcome == null) {
            if (!threads.isShutdown()) {
                LOG.warn("part=paging receiver={} failed unexpectedly, tried again", name, failure);
                soon().execute(() -> deliver(page, handover));
            }
            return;
        }
        if (outcome.kind() == Kind.DELIVERED) {
            Timer.builder(DELIVERY)
                    .description("time from the hand-over of a page to the receiver's answer")
                    .publishPercentiles(0.5, 0.99)
                    .register(around.meters())
                    .record(handover.age());
        }
        if (outcome.kind() == Kind.ELSEWHERE) {
            around.whenOver().accept(page);
        } else {
            record(page, outcome);
        }
    }

    /** The page has its outcome; that is told until the desk has taken it. */
    private void record(OutboxRow page, PageOutcome outcome) {
        try {
            if (outcome.kind() == Kind.DELIVERED) {
                around.desk().pageDelivered(page);
            } else {
                around.desk().pageFailed(page, why(outcome));
            }
            over(page, outcome);
        } catch (RuntimeException e) {
            if (!threads.isShutdown()) {
                LOG.warn("part=paging receiver={} outcome could not be stored, tried again", name, e);
                soon().execute(() -> record(page, outcome));
            }
        }
    }

    private void over(OutboxRow page, PageOutcome outcome) {
        String result = outcome.kind() == Kind.DELIVERED
                ? "delivered"
                : outcome.kind() == Kind.WITHDRAWN ? "withdrawn" : outcome.reason();
        around.meters().counter(PAGES, "receiver", name, "outcome", result).increment();
        around.whenOver().accept(page);
    }

    private String why(PageOutcome outcome) {
        return switch (outcome.kind()) {
            case REFUSED -> outcome.reason() + ", which is final: not tried again";
            case TRY_AGAIN ->
                outcome.reason() + ", given up after " + retry.getRetryConfig().getMaxAttempts() + " attempts";
            default -> outcome.reason();
        };
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

    static RetryConfig retryConfig(Delivery delivery) {
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
        long millis = asked == null ? pauses.apply(attempt) : asked.toMillis();
        return Math.min(Math.max(millis, SHORTEST_PAUSE_MILLIS), longest.toMillis());
    }

    /** When a page was handed over, and whether it was decided at that moment. */
    private record Handover(long nanos, boolean wasFresh) {

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - nanos);
        }

        boolean isFresh() {
            return wasFresh && age().compareTo(FRESH) < 0;
        }
    }
}

package org.wardlight.trends.writing;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.events.Topics;
import org.wardlight.trends.store.StoreAnswer;
import org.wardlight.trends.store.TrendStore;

/**
 * Brings windows, scores and alarm events from the log to the store, on a thread of its own. Offsets are committed only when
 * the store has accepted every row: a store that is away for an hour costs an hour's delay and not one row. While it is away
 * the writer keeps its place in the consumer group and asks the log for nothing more.
 *
 * @see <a href="../../../../../../../../docs/adr/0013-read-trends-in-two-dialects.md">ADR 13</a>
 */
public final class TrendWriter implements AutoCloseable {

    /** What is written. */
    static final List<String> TOPICS =
            List.of(Topics.VITAL_WINDOW.name(), Topics.SCORE.name(), Topics.ALARM_EVENT.name());

    private static final Logger LOG = LoggerFactory.getLogger(TrendWriter.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration COMMIT = Duration.ofSeconds(10);
    /** So often, at least, the group hears of a writer that has a batch in hand. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(1);

    private static final long PAUSE_AFTER_ERROR_MILLIS = 500;

    private final Consumer<String, byte[]> consumer;
    private final TrendStore store;
    private final DeadLetterBox letters;
    private final WriterMetrics metrics;
    private final Trouble trouble;
    private final LongSupplier nanos;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "trends-writer");
    private volatile @Nullable String failure;
    private @Nullable Batch batch;
    private long lastPoll;

    /** A writer that has not been started. It does not close the store. */
    public TrendWriter(Log log, TrendStore store, MeterRegistry meters, LongSupplier nanos) {
        this.consumer = log.consumer();
        this.store = store;
        this.nanos = nanos;
        this.trouble = new Trouble(nanos);
        this.metrics = new WriterMetrics(meters, trouble::lasted);
        this.letters = new DeadLetterBox(log.producer(), metrics);
        this.thread.setDaemon(true);
    }

    /** Where records come from, of a consumer group, and where dead letters go; the producer is not closed. */
    public record Log(Consumer<String, byte[]> consumer, Producer<String, byte[]> producer) {}

    /** Begins to write. */
    public void start() {
        consumer.subscribe(TOPICS, new GroupChanges());
        thread.start();
    }

    /** What keeps rows from the store: part to one sentence. */
    public Map<String, String> problems() {
        Map<String, String> problems = new TreeMap<>();
        trouble.sentence().ifPresent(sentence -> problems.put("trends.store", sentence));
        String current = failure;
        if (current != null) {
            problems.put("trends.writer", current);
        }
        return problems;
    }

    @Override
    public void close() {
        closed.countDown();
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(2).toMillis());
            if (thread.isAlive()) {
                thread.interrupt();
                thread.join(Duration.ofSeconds(1).toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!isClosing()) {
                if (!succeeds()) {
                    pauseAfterError();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!isClosing()) {
                failure = "The thread that writes trends has ended; restart this role.";
            }
            leave();
        }
    }

    /** Also when the thread was interrupted in the middle of a write, so that the group need not miss it first. */
    private void leave() {
        boolean interrupted = Thread.interrupted();
        consumer.close(CloseOptions.timeout(Duration.ofMillis(500)));
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean succeeds() {
        try {
            round();
            failure = null;
            return true;
        } catch (WakeupException e) {
            return true;
        } catch (RuntimeException e) {
            if (!isClosing()) {
                failure = "Trends do not get on: " + e.getClass().getSimpleName() + ". It is tried again.";
                LOG.warn("part=trends failed, tried again soon", e);
            }
            return false;
        }
    }

    private void round() {
        Batch current = batch;
        if (current == null) {
            take();
            return;
        }
        Duration pause = trouble.pause();
        if (!pause.isZero() || nanos.getAsLong() - lastPoll > SIGN_OF_LIFE.toNanos()) {
            showLife(pause);
        }
        Batch held = batch;
        if (held != null && trouble.pause().isZero()) {
            bring(held);
        }
    }

    private void take() {
        Batch taken = new Batch();
        taken.add(consumer.poll(POLL));
        lastPoll = nanos.getAsLong();
        if (!taken.next().isEmpty()) {
            batch = taken;
        }
        measureLag(taken);
    }

    /** Polls without wanting anything; what a change of the group brings in spite of that is the next batch. */
    private void showLife(Duration pause) {
        consumer.pause(consumer.assignment());
        ConsumerRecords<String, byte[]> records = consumer.poll(pause.compareTo(POLL) < 0 ? pause : POLL);
        lastPoll = nanos.getAsLong();
        Batch held = batch == null ? new Batch() : batch;
        held.add(records);
        if (!held.next().isEmpty()) {
            batch = held;
        }
        measureLag(held);
    }

    private void bring(Batch current) {
        List<TrendRow> rows = current.rows();
        if (rows != null) {
            StoreAnswer answer = metrics.timed(
                    () -> store.write(rows.stream().map(TrendRow::line).toList()));
            current.answered(answer);
            if (answer instanceof StoreAnswer.TryAgain again) {
                metrics.failed(again.reason());
                trouble.failed(again);
                return;
            }
            trouble.over();
            if (answer instanceof StoreAnswer.Accepted) {
                metrics.accepted(rows);
            }
        }
        current.post(letters::post);
        if (current.isDone()) {
            commit(current);
        }
    }

    /** Partitions that another writer has taken over are its business: it writes the same rows again. */
    private void commit(Batch done) {
        Set<TopicPartition> ours = consumer.assignment();
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>(done.next());
        offsets.keySet().retainAll(ours);
        try {
            consumer.commitSync(offsets, COMMIT);
        } catch (CommitFailedException | RebalanceInProgressException e) {
            LOG.info("part=trends the group changed before a commit; some rows will be written once more");
        }
        batch = null;
        consumer.resume(consumer.assignment());
        measureLag(done);
    }

    /**
     * What is assigned anew is read again from what was committed, and nothing of the batch in hand was: kept, it would hold the
     * same records once more after each change of the group during an outage. So it is given up, and read again as well where
     * the writer keeps a partition.
     */
    private final class GroupChanges implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> anew) {
            Batch held = batch;
            if (held == null || anew.isEmpty()) {
                return;
            }
            Map<TopicPartition, Long> kept = new HashMap<>(held.first());
            kept.keySet().retainAll(consumer.assignment());
            kept.keySet().removeAll(anew);
            kept.forEach(consumer::seek);
            batch = null;
            consumer.resume(consumer.assignment());
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> lost) {}
    }

    private void measureLag(Batch inHand) {
        long waiting = inHand.size();
        for (TopicPartition partition : consumer.assignment()) {
            waiting += consumer.currentLag(partition).orElse(0);
        }
        metrics.lag(waiting);
    }

    private boolean isClosing() {
        return closed.getCount() == 0;
    }

    private void pauseAfterError() throws InterruptedException {
        if (closed.await(PAUSE_AFTER_ERROR_MILLIS, TimeUnit.MILLISECONDS)) {
            LOG.debug("part=trends closing");
        }
    }
}

package org.wardlight.ingest.register;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that follows topics until it is closed. After trouble with Kafka it begins anew, with a consumer of its own. */
final class ForwardingLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ForwardingLoop.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration ASK_AGAIN = Duration.ofMillis(100);
    private static final Duration CLOSE = Duration.ofMillis(500);

    private final String what;
    private final Lines lines;
    private final Follower follower;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    private volatile @Nullable Consumer<String, byte[]> reading;
    private volatile boolean started;
    private volatile String trouble;

    /** Reads and forwards until the loop is closed, or Kafka fails. */
    interface Follower {
        void follow(Consumer<String, byte[]> consumer) throws InterruptedException;
    }

    /**
     * A loop that does not run yet.
     *
     * @param what it reads, in a word: for the thread, the log and {@link #problems()}
     */
    ForwardingLoop(String what, Lines lines, Follower follower) {
        this.what = what;
        this.lines = lines;
        this.follower = follower;
        this.trouble = "the " + what + " has not been read yet";
        this.thread = new Thread(this::run, "ingest-" + what);
        thread.setDaemon(true);
    }

    void start() {
        started = true;
        thread.start();
    }

    /** What is wrong, by part; empty when all is well. */
    Map<String, String> problems() {
        if (started && !thread.isAlive()) {
            return Map.of("ingest." + what, "the " + what + " loop has stopped");
        }
        return trouble.isEmpty() ? Map.of() : Map.of("ingest." + what, trouble);
    }

    /** It reads: whatever was wrong is over. */
    void well() {
        trouble = "";
    }

    boolean isClosed() {
        return closing.getCount() == 0;
    }

    /** Asks the loop to end, and does not wait for it. */
    void stop() {
        closing.countDown();
        Consumer<String, byte[]> consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    @Override
    public void close() {
        stop();
        try {
            thread.join(CLOSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!isClosed()) {
                boolean ready = lines.logAnswers().getAsBoolean();
                if (ready) {
                    followUntilTrouble();
                }
                pause(ready ? RETRY : ASK_AGAIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            LOG.error("event=forwarding_loop_died what={}", what, e);
            throw e;
        }
    }

    private void followUntilTrouble() throws InterruptedException {
        try {
            follow();
        } catch (KafkaException e) {
            if (!isClosed()) {
                String reason = e.getClass().getSimpleName();
                trouble = "the " + what + " cannot be read or forwarded (" + reason + ")";
                LOG.warn("event=forwarding_interrupted what={} reason={}", what, reason);
            }
        }
    }

    private void follow() throws InterruptedException {
        Consumer<String, byte[]> consumer = lines.consumers().get();
        reading = consumer;
        try {
            follower.follow(consumer);
        } finally {
            reading = null;
            consumer.close(CloseOptions.timeout(CLOSE));
        }
    }

    private void pause(Duration wait) throws InterruptedException {
        var unused = closing.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    }
}

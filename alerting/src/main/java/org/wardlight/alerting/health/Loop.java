package org.wardlight.alerting.health;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that does the same round again and again until it is closed. A round that fails is reported as a problem and
 * tried again after a pause; a thread that dies is a problem too.
 */
public final class Loop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final String part;
    private final Problems problems;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /** A loop that has not been started. */
    public Loop(String part, Problems problems, Round round) {
        this.part = part;
        this.problems = problems;
        this.thread = new Thread(() -> run(round), "alerting-" + part);
        this.thread.setDaemon(true);
    }

    /** Starts the thread. */
    public void start() {
        thread.start();
    }

    /** Whether the loop has been told to end. */
    public boolean isClosing() {
        return closed.getCount() == 0;
    }

    /** Tells the loop to end; does not wait. */
    public void closeSoon() {
        closed.countDown();
    }

    /** Waits for the thread to end; interrupts it when it takes longer. */
    public void join(Duration patience) {
        try {
            thread.join(patience.toMillis());
            if (thread.isAlive()) {
                thread.interrupt();
                thread.join(patience.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits between two rounds, unless the loop is told to end. */
    public void pauseFor(long millis) throws InterruptedException {
        if (closed.await(millis, TimeUnit.MILLISECONDS)) {
            LOG.debug("part={} closing", part);
        }
    }

    @Override
    public void close() {
        closeSoon();
        join(Duration.ofMillis(500));
    }

    private void run(Round round) {
        long pause = FIRST_PAUSE_MILLIS;
        try {
            while (!isClosing()) {
                if (succeeds(round)) {
                    pause = FIRST_PAUSE_MILLIS;
                } else {
                    pauseFor(pause);
                    pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!isClosing()) {
                problems.report(part, "The thread has ended; restart this role.");
            }
        }
    }

    private boolean succeeds(Round round) throws InterruptedException {
        try {
            round.run();
            problems.clear(part);
            return true;
        } catch (RuntimeException e) {
            if (!isClosing()) {
                problems.report(part, "Does not get on: " + e.getClass().getSimpleName() + ". It is tried again.");
                LOG.warn("part={} failed, tried again soon", part, e);
            }
            return false;
        }
    }

    /** One round of a loop; returns soon, and throws to be tried again. */
    @FunctionalInterface
    public interface Round {
        /** Does it once. */
        void run() throws InterruptedException;
    }
}

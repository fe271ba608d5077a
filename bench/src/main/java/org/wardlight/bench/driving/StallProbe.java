package org.wardlight.bench.driving;

import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Sleeps for a millisecond again and again and notes how much later it woke: what the machine alone adds to a latency. */
public final class StallProbe implements AutoCloseable {

    private static final long SLEEP_NANOS = 1_000_000;
    private static final long NANOS_PER_MICRO = 1_000;

    private final Histogram late = new ConcurrentHistogram(3);
    private final Thread thread = new Thread(this::run, "bench-stall-probe");
    private volatile boolean ended;

    /** Begins. */
    public static StallProbe begin() {
        StallProbe probe = new StallProbe();
        probe.thread.setDaemon(true);
        probe.thread.start();
        return probe;
    }

    /** How much later it woke than asked for, µs. */
    public Histogram late() {
        return late;
    }

    private void run() {
        while (!ended) {
            long asked = System.nanoTime() + SLEEP_NANOS;
            LockSupport.parkNanos(SLEEP_NANOS);
            late.recordValue(Math.max(0, (System.nanoTime() - asked) / NANOS_PER_MICRO));
        }
    }

    @Override
    public void close() {
        ended = true;
    }
}

package org.wardlight.bench.driving;

/** The one clock of a run: monotonic, and tied to the time of day once, so that records of other processes can be placed. */
public final class RunClock {

    private static final double NANOS_PER_MILLI = 1e6;

    private volatile long beginNanos = System.nanoTime();
    private volatile long beginEpochMillis = System.currentTimeMillis();

    /** The run begins now. Nothing that was told before stays true. */
    public void begin() {
        beginNanos = System.nanoTime();
        beginEpochMillis = System.currentTimeMillis();
    }

    /** Ms since the run began. */
    public double millis() {
        return (System.nanoTime() - beginNanos) / NANOS_PER_MILLI;
    }

    /** A time of the run, ms, as ms since 1970. */
    public long epochMillis(double runMillis) {
        return beginEpochMillis + Math.round(runMillis);
    }

    /** Ms since 1970 as a time of the run, ms. */
    public double runMillis(long epochMillis) {
        return epochMillis - beginEpochMillis;
    }
}

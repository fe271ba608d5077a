package org.wardlight.ingest.clock;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.wardlight.events.WardClock;

/**
 * The time that ingest gives to records: the clock's, but never earlier than the one before. When the clock is behind, time
 * goes on by what really passes, because every delay and every no-signal waits for it: were it to stand still until the
 * clock has caught up, nothing would be alarmed meanwhile. Not safe for threads.
 */
final class IngestStamp {

    /**
     * How fast time goes while it is ahead of the clock, as a part of real speed. A little slow, or the clock would never
     * catch up: a lead of 1 min is gone after 50 min, and an alarm delay of 10 s takes 0.2 s longer. Source: our choice.
     */
    private static final double PACE_WHEN_AHEAD = 0.98;

    private static final double NANOS_PER_MILLI = 1e6;

    private final WardClock clock;
    private final LongSupplier nanos;
    private long lastMillis = Long.MIN_VALUE;

    /** The last stamp that came from the clock or the log, and when that was: going on from there rounds only once. */
    private long anchorMillis;

    private long anchorNanos;

    /**
     * Stamps.
     *
     * @param clock ward time, which may be set back
     * @param nanos time that nobody can set, ns from wherever
     */
    IngestStamp(WardClock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    /** Nothing may be stamped earlier than what already stands in the log. */
    void notBefore(long millis) {
        if (millis > lastMillis) {
            anchor(millis);
        }
    }

    long nextMillis() {
        long now = clock.millis();
        if (now >= lastMillis) {
            anchor(now);
        } else {
            double passed = (nanos.getAsLong() - anchorNanos) / NANOS_PER_MILLI;
            long onward = anchorMillis + (long) (passed * clock.speed() * PACE_WHEN_AHEAD);
            lastMillis = Math.max(lastMillis, onward);
        }
        return lastMillis;
    }

    /** How far the stamps are ahead of the clock; zero unless the clock went back. */
    Duration aheadOfClock() {
        return lastMillis == Long.MIN_VALUE
                ? Duration.ZERO
                : Duration.ofMillis(Math.max(0, lastMillis - clock.millis()));
    }

    private void anchor(long millis) {
        lastMillis = millis;
        anchorMillis = millis;
        anchorNanos = nanos.getAsLong();
    }
}

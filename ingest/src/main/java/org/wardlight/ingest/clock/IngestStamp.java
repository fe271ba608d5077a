package org.wardlight.ingest.clock;

import java.time.Duration;
import java.time.InstantSource;

/** The time that ingest gives to records: the clock's, but never earlier than the one before. Not safe for threads. */
final class IngestStamp {

    private final InstantSource clock;
    private long lastMillis = Long.MIN_VALUE;

    IngestStamp(InstantSource clock) {
        this.clock = clock;
    }

    /** Nothing may be stamped earlier than what already stands in the log. */
    void notBefore(long millis) {
        lastMillis = Math.max(lastMillis, millis);
    }

    long nextMillis() {
        lastMillis = Math.max(lastMillis, clock.millis());
        return lastMillis;
    }

    /** How far the stamps are ahead of the clock; zero unless the clock went back. */
    Duration aheadOfClock() {
        return lastMillis == Long.MIN_VALUE
                ? Duration.ZERO
                : Duration.ofMillis(Math.max(0, lastMillis - clock.millis()));
    }
}

package org.wardlight.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.wardlight.events.WardClock;

/** A clock that goes only where a test sends it, also backwards. */
public final class ManualClock implements InstantSource {

    /** Where every manual clock starts. */
    public static final Instant START = Instant.parse("2026-11-21T19:43:00Z");

    private Instant now = START;
    private long nanos = -1_000_000_000;

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /** What {@link System#nanoTime()} would say: no date, and nobody can set it. */
    public synchronized long nanos() {
        return nanos;
    }

    /** Time passes. */
    public synchronized void advance(Duration by) {
        now = now.plus(by);
        nanos += by.toNanos();
    }

    /** Somebody sets the clock; no time passes. */
    public synchronized void step(Duration by) {
        now = now.plus(by);
    }

    public WardClock asWardClock() {
        return WardClock.accelerated(this, 1.0);
    }
}

package org.wardlight.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.wardlight.events.WardClock;

/** A clock that goes only where a test sends it, also backwards. */
public final class ManualClock implements InstantSource {

    /** Where every manual clock starts. */
    public static final Instant START = Instant.parse("2026-11-21T19:43:00Z");

    private volatile Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    public void advance(Duration by) {
        now = now.plus(by);
    }

    public WardClock asWardClock() {
        return WardClock.accelerated(this, 1.0);
    }
}

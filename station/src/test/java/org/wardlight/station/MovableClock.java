package org.wardlight.station;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved. */
public final class MovableClock implements InstantSource {

    /** Where it starts. */
    public static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

    private volatile Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    /** Moves on. */
    public void advance(Duration by) {
        now = now.plus(by);
    }
}

package org.wardlight.events;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The one clock that simulator, ingest and alerting share. In production it is the system clock; in a demonstration it may
 * run faster, and then every delay, time-out and escalation shrinks with it.
 */
public final class WardClock implements InstantSource {

    private final InstantSource wall;
    private final Instant origin;
    private final double speed;

    private WardClock(InstantSource wall, Instant origin, double speed) {
        this.wall = wall;
        this.origin = origin;
        this.speed = speed;
    }

    /** Ward time is wall time. */
    public static WardClock real() {
        return new WardClock(InstantSource.system(), Instant.EPOCH, 1.0);
    }

    /**
     * Ward time starts at the present and runs {@code speed} times as fast.
     *
     * @throws IllegalArgumentException unless the speed lies in 0.1 to 3600
     */
    public static WardClock accelerated(InstantSource wall, double speed) {
        if (!(speed >= 0.1 && speed <= 3600)) {
            throw new IllegalArgumentException("speed must lie between 0.1 and 3600, not " + speed);
        }
        return new WardClock(wall, wall.instant(), speed);
    }

    @Override
    public Instant instant() {
        return speed == 1.0 ? wall.instant() : origin.plus(scaled(Duration.between(origin, wall.instant()), speed));
    }

    /** How long to wait in wall time for this much ward time to pass. */
    public Duration wallTime(Duration wardTime) {
        return speed == 1.0 ? wardTime : scaled(wardTime, 1 / speed);
    }

    /** How many ward seconds pass in a second. */
    public double speed() {
        return speed;
    }

    private static Duration scaled(Duration duration, double factor) {
        return Duration.ofNanos(Math.round(duration.toNanos() * factor));
    }
}

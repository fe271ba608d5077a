package org.wardlight.stream.attribution;

import java.time.Duration;

/**
 * Brings a device's own times onto the ingest clock.
 *
 * <p>The offset is the lower envelope of ingest time − sent time over ten to twenty minutes: the fastest message was hardly
 * delayed, so what remains is the clock. It is corrected from two seconds on, once three messages agree on having one. A
 * device that does not say when it sent is never corrected. A time in the future, or more than a week old, cannot be believed:
 * the reading is judged at its arrival and flagged.
 */
public final class DeviceClock {

    private static final long BUCKET_MILLIS = Duration.ofMinutes(10).toMillis();
    private static final long WORTH_CORRECTING_MILLIS = 2000;
    private static final int ENOUGH_SAMPLES = 3;
    private static final long FUTURE_TOLERANCE_MILLIS = 5000;
    private static final long OLDEST_MILLIS = Duration.ofDays(7).toMillis();

    private final ClockState state;

    /** Works on the given state, which it changes. */
    public DeviceClock(ClockState state) {
        this.state = state;
    }

    /** A time on the ingest clock, and whether the device's own could not be believed. */
    public record Corrected(long timeMillis, boolean distrusted) {}

    /** Takes note of a message that says when it was sent. */
    public void observe(long sentMillis, long ingestMillis) {
        if (ingestMillis - state.bucketStartMillis >= BUCKET_MILLIS) {
            state.smallestBefore = state.smallest;
            state.smallest = Long.MAX_VALUE;
            state.bucketStartMillis = ingestMillis;
        }
        state.smallest = Math.min(state.smallest, ingestMillis - sentMillis);
        state.samples = Math.min(ENOUGH_SAMPLES, state.samples + 1);
    }

    /** What has to be added to the device's times, ms; 0 when its clock is right or unknown. */
    public long offsetMillis() {
        long envelope = Math.min(state.smallest, state.smallestBefore);
        boolean known = envelope != Long.MAX_VALUE && state.samples >= ENOUGH_SAMPLES;
        return known && Math.abs(envelope) >= WORTH_CORRECTING_MILLIS ? envelope : 0;
    }

    /** A device time, corrected and checked against the arrival. */
    public Corrected correct(long deviceMillis, long ingestMillis) {
        long corrected = deviceMillis + offsetMillis();
        boolean absurd = corrected > ingestMillis + FUTURE_TOLERANCE_MILLIS || corrected < ingestMillis - OLDEST_MILLIS;
        return absurd ? new Corrected(ingestMillis, true) : new Corrected(corrected, false);
    }
}

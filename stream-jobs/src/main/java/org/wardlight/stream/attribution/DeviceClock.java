package org.wardlight.stream.attribution;

import java.time.Duration;

/**
 * Brings a device's own times onto the ingest clock.
 *
 * <p>The offset is the lower envelope of ingest time − sent time over ten to twenty minutes: the fastest message was hardly
 * delayed, so what remains is the clock. It is corrected from two seconds on. One message proves nothing: a difference far
 * below the envelope moves it only when three in a row agree within two seconds, and one far above it, which may be a mere
 * delay, only when they agree for ten seconds of ingest time; a backlog that drains does not. A device that does not say when
 * it sent is never corrected. A time in the future, or more than a week old, cannot be believed: the reading is judged at its
 * arrival and flagged.
 */
public final class DeviceClock {

    private static final long BUCKET_MILLIS = Duration.ofMinutes(10).toMillis();
    private static final long WORTH_CORRECTING_MILLIS = 2000;
    private static final long AGREEMENT_MILLIS = 2000;
    private static final int ENOUGH_AGREEING = 3;
    private static final long DELAY_TOLERANCE_MILLIS = 30_000;
    private static final long STEP_CONFIRMED_MILLIS = 10_000;
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
        turnBucket(ingestMillis);
        long difference = ingestMillis - sentMillis;
        long envelope = envelope();
        boolean below = envelope == Long.MAX_VALUE || difference < envelope - AGREEMENT_MILLIS;
        boolean above = envelope != Long.MAX_VALUE && difference > envelope + DELAY_TOLERANCE_MILLIS;
        if (!below && !above) {
            state.agreeing = 0;
            state.smallest = Math.min(state.smallest, difference);
            return;
        }
        weigh(difference, ingestMillis);
        boolean lasting = below || ingestMillis - state.candidateSinceMillis >= STEP_CONFIRMED_MILLIS;
        if (state.agreeing >= ENOUGH_AGREEING && lasting) {
            state.smallest = state.candidate;
            state.smallestBefore = Long.MAX_VALUE;
            state.agreeing = 0;
        }
    }

    /** What has to be added to the device's times, ms; 0 when its clock is right or unknown. */
    public long offsetMillis() {
        long envelope = envelope();
        return envelope != Long.MAX_VALUE && Math.abs(envelope) >= WORTH_CORRECTING_MILLIS ? envelope : 0;
    }

    /** A device time, corrected and checked against the arrival. */
    public Corrected correct(long deviceMillis, long ingestMillis) {
        long corrected = deviceMillis + offsetMillis();
        boolean absurd = corrected > ingestMillis + FUTURE_TOLERANCE_MILLIS || corrected < ingestMillis - OLDEST_MILLIS;
        return absurd ? new Corrected(ingestMillis, true) : new Corrected(corrected, false);
    }

    private void turnBucket(long ingestMillis) {
        if (ingestMillis - state.bucketStartMillis >= BUCKET_MILLIS) {
            // A silent ten minutes say nothing about the clock.
            state.smallestBefore = state.smallest == Long.MAX_VALUE ? state.smallestBefore : state.smallest;
            state.smallest = Long.MAX_VALUE;
            state.bucketStartMillis = ingestMillis;
        }
    }

    private void weigh(long difference, long ingestMillis) {
        boolean agrees = state.agreeing > 0 && Math.abs(difference - state.candidate) <= AGREEMENT_MILLIS;
        if (agrees) {
            state.agreeing++;
        } else {
            state.candidate = difference;
            state.candidateSinceMillis = ingestMillis;
            state.agreeing = 1;
        }
    }

    private long envelope() {
        return Math.min(state.smallest, state.smallestBefore);
    }
}

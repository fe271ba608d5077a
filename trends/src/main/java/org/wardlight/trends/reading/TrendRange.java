package org.wardlight.trends.reading;

import java.time.Duration;
import java.time.Instant;
import org.wardlight.trends.schema.Resolution;

/**
 * Which part of a trend is wanted, and how finely.
 *
 * @param from inclusive, device time
 * @param to exclusive, device time
 * @param step length of a bucket, a whole multiple of the resolution; buckets start at whole multiples of it since 1970
 * @param resolution of the rows that buckets are made of
 */
public record TrendRange(Instant from, Instant to, Duration step, Resolution resolution) {

    /** @throws IllegalArgumentException unless it is a stretch of time in whole steps of the resolution */
    public TrendRange {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a range ends after it begins");
        }
        long length = resolution.length().toMillis();
        if (length == 0 || step.toMillis() < length || step.toMillis() % length != 0) {
            throw new IllegalArgumentException("a step is a whole multiple of the windows it is made of");
        }
    }

    /** The range in the coarsest windows that its step allows: of one minute from a minute on, else of ten seconds. */
    public static TrendRange of(Instant from, Instant to, Duration step) {
        long minute = Resolution.ONE_MINUTE.length().toMillis();
        boolean minutes = step.toMillis() >= minute && step.toMillis() % minute == 0;
        return new TrendRange(from, to, step, minutes ? Resolution.ONE_MINUTE : Resolution.TEN_SECONDS);
    }
}

package org.wardlight.stream.window;

import java.io.Serializable;
import java.time.Duration;

/**
 * When windows are written and how long they may still change. Not a setting: the parts of a window are numbered by these times,
 * so another value could give the number of one part to another.
 *
 * @param every the grid of the ingest clock on which everything happens; 5 s
 * @param grace a window is written at the first grid point this long after its end; 2 s
 * @param keep ten seconds take further readings until none came for this long; 30 s
 */
public record WindowPolicy(Duration every, Duration grace, Duration keep) implements Serializable {

    /** The production values. */
    public static final WindowPolicy STANDARD =
            new WindowPolicy(Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(30));

    /** @throws IllegalArgumentException when parts of a window could run out of numbers, or a time is negative */
    public WindowPolicy {
        if (every.compareTo(Duration.ofSeconds(5)) < 0) {
            throw new IllegalArgumentException("windows are closed every 5 s at most, not every " + every);
        }
        if (grace.isNegative() || keep.isNegative()) {
            throw new IllegalArgumentException("times of the window policy must not be negative");
        }
    }
}

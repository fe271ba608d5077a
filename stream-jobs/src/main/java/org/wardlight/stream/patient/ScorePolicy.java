package org.wardlight.stream.patient;

import java.io.Serializable;
import java.time.Duration;

/**
 * When scores are evaluated and how quickly they follow.
 *
 * @param every the grid of the ingest clock; 60 s
 * @param stabilise a numeric input is the lower median of its good readings of this long; 5 min
 * @param publishEvery a score that does not change is still published this often; 60 s
 * @param lowerAfter how long a risk band must be left before its condition is lowered or ended; 15 min
 */
public record ScorePolicy(Duration every, Duration stabilise, Duration publishEvery, Duration lowerAfter)
        implements Serializable {

    /** The production values. */
    public static final ScorePolicy STANDARD = new ScorePolicy(
            Duration.ofSeconds(60), Duration.ofMinutes(5), Duration.ofSeconds(60), Duration.ofMinutes(15));

    /** @throws IllegalArgumentException when the grid is under a second or a time is negative */
    public ScorePolicy {
        if (every.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("scores are evaluated once a second at most, not every " + every);
        }
        if (stabilise.isNegative() || publishEvery.isNegative() || lowerAfter.isNegative()) {
            throw new IllegalArgumentException("times of the score policy must not be negative");
        }
    }
}

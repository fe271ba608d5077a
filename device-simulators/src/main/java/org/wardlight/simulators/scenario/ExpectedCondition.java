package org.wardlight.simulators.scenario;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Ground truth: a condition that is really there, so that a run can be held against what was noticed.
 *
 * @param deviceId the device whose readings show it
 * @param rule rule id, for example {@code spo2-low}, or {@link #NO_SIGNAL}
 * @param firstViolation device time of the first reading from which on every reading violates; for lost signals, when they
 *     stop
 * @param until when it is over (exclusive); null when it lasts as long as the run
 * @param pages whether somebody has to be called: true for physiological breaches, false for technical ones
 */
public record ExpectedCondition(
        String deviceId,
        String rule,
        Instant firstViolation,
        @Nullable Instant until,
        boolean pages) {

    /** Rule id of a signal that does not come any more. */
    public static final String NO_SIGNAL = "no-signal";

    /**
     * Whether a run that ends then must have noticed it.
     *
     * @param runEnd ward time
     * @param reaction how long the rule's delay and the way of the page may take together, ward time
     */
    public boolean isDueBy(Instant runEnd, Duration reaction) {
        Instant due = firstViolation.plus(reaction);
        return !due.isAfter(runEnd) && (until == null || !due.isAfter(until));
    }
}

package org.wardlight.app.limits;

import org.wardlight.events.v1.LimitRule;

/**
 * Readings in a row that violate the mildest level of a limit: an alarm of a plain threshold.
 *
 * @param rule which
 * @param fromMillis its first reading
 * @param toMillis its last
 * @param spoilt whether one of its readings could not be believed
 */
record Breach(LimitRule rule, long fromMillis, long toMillis, boolean spoilt) {

    private static final long SUSTAINED_MILLIS = 30_000;

    /** Whether it lasts so long that it must never be suppressed: half a minute, or as long as its limit waits. */
    boolean isSustained() {
        long onDelay = rule.getLevels(0).getOnDelayMs();
        return !spoilt && toMillis - fromMillis >= Math.max(SUSTAINED_MILLIS, onDelay);
    }
}

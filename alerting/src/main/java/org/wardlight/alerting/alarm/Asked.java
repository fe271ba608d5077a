package org.wardlight.alerting.alarm;

import org.jspecify.annotations.Nullable;

/**
 * Who has been asked.
 *
 * @param level the rung asked last, 0 when nobody
 * @param pages how many pages this alarm has sent
 * @param timer number of the running timer, 0 when none runs
 * @param recipient who was asked last
 * @param nextEscalationMillis when the next person is asked, ward time
 */
public record Asked(
        int level,
        int pages,
        int timer,
        String recipient,
        @Nullable Long nextEscalationMillis) {

    static final Asked NOBODY = new Asked(0, 0, 0, "", null);

    /** Whether this timer is the one that is running. */
    boolean awaits(int number) {
        return timer > 0 && timer == number;
    }

    Asked withoutTimer() {
        return new Asked(level, pages, 0, recipient, null);
    }
}

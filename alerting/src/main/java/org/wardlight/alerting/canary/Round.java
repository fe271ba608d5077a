package org.wardlight.alerting.canary;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.wardlight.events.v1.Vital;

/**
 * One breach and the rest after it.
 *
 * @param number counts the rounds since 1970
 */
record Round(long number) {

    /** From one breach to the next. */
    static final Duration EVERY = Duration.ofSeconds(20);
    /** The longest hold-off after which the alarm of the same breach asks again. */
    static final Duration LONGEST_HOLD_OFF = Duration.ofSeconds(60);

    private static final List<Breach> IN_TURN = List.of(Breach.values());
    private static final Duration BREACHING = Duration.ofSeconds(8);

    /** The round that is on. */
    static Round at(Instant now) {
        return new Round(Math.floorDiv(now.toEpochMilli(), EVERY.toMillis()));
    }

    Instant begins() {
        return Instant.ofEpochMilli(number * EVERY.toMillis());
    }

    /** What is breached in it. */
    Breach breach() {
        return IN_TURN.get(Math.floorMod(number, IN_TURN.size()));
    }

    boolean isBreaching(Instant now) {
        return now.isBefore(begins().plus(BREACHING));
    }

    /** What a vital is at that moment of the round, per minute. */
    double valueOf(Vital vital, Instant now) {
        return isBreaching(now) ? breach().valueOf(vital) : Breach.USUAL;
    }
}

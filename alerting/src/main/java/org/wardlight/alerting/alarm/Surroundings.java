package org.wardlight.alerting.alarm;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.Severity;

/**
 * What a decision may look at besides the alarm and the input.
 *
 * @param now ward time
 * @param place where the patient lies now
 * @param ladder who is asked on that ward
 * @param policy what pages, and how long people have
 * @param holds what keeps this alarm from asking anybody
 * @param audioPause what keeps a new alarm of the patient from sounding
 */
public record Surroundings(
        Instant now,
        Place place,
        Ladder ladder,
        AlarmPolicy policy,
        List<Hold> holds,
        @Nullable Hold audioPause) {

    public Surroundings {
        holds = List.copyOf(holds);
    }

    /** Nothing is paused, silenced or held off. */
    public Surroundings(Instant now, Place place, Ladder ladder, AlarmPolicy policy) {
        this(now, place, ladder, policy, List.of(), null);
    }

    @Nullable
    Long silentUntilMillis(Severity severity) {
        return audioPause != null && audioPause.covers(severity, now)
                ? (Long) audioPause.until().toEpochMilli()
                : null;
    }

    /** What holds an alarm of this severity for longest. */
    Optional<Hold> hold(Severity severity) {
        return holds.stream().filter(hold -> hold.covers(severity, now)).max(Comparator.comparing(Hold::until));
    }
}

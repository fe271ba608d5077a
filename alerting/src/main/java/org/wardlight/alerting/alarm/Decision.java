package org.wardlight.alerting.alarm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one input.
 *
 * @param next the state after it
 * @param effects what has to be done, in order
 * @param ignored why the input changed nothing; null when it did
 */
public record Decision(
        Alarm next, List<Effect> effects, @Nullable Ignored ignored) {

    public Decision {
        effects = List.copyOf(effects);
    }

    static Decision of(Alarm next, List<Effect> effects) {
        return new Decision(next, effects, null);
    }

    static Decision ignore(Alarm alarm, Ignored why) {
        return new Decision(alarm, List.of(), why);
    }

    /** Why an input changed nothing. */
    public enum Ignored {
        /** It has been applied before: a replay, or an at-least-once repeat. */
        DUPLICATE,
        /** Something newer has overtaken it. */
        STALE,
        /** There is no such alarm. */
        UNKNOWN,
        /** The alarm is closed. */
        CLOSED,
        /** Somebody already owns it. */
        ALREADY_ACKNOWLEDGED,
        /** They go already. */
        ALREADY_ACCEPTED,
        /** It is not this person's, or this level's, turn. */
        NOT_ASKED,
        /** There is no pause in force that would hold it, or none to end. */
        NOT_PAUSED
    }
}

package org.wardlight.stream.patient;

import java.util.Optional;
import org.wardlight.events.v1.ConditionPhase;

/**
 * Something that several vitals or devices of a patient say together, looked at from grid point to grid point.
 *
 * <pre>
 *          so                              not so                           not known
 * closed   START when so for the on-delay  -                                -
 * open     -                               END when so for the off-delay    holds
 * </pre>
 *
 * What is not known starts nothing and ends nothing; a delay under way begins anew after it.
 */
final class GridRule {

    private final GridRuleState state;
    private final long onDelayMillis;
    private final long offDelayMillis;

    /** Works on the given state, which it changes. */
    GridRule(GridRuleState state, long onDelayMillis, long offDelayMillis) {
        this.state = state;
        this.onDelayMillis = onDelayMillis;
        this.offDelayMillis = offDelayMillis;
    }

    /** What is known of it at a grid point. */
    enum Finding {
        SO,
        NOT_SO,
        UNKNOWN;

        static Finding of(boolean so) {
            return so ? SO : NOT_SO;
        }
    }

    /** Takes the finding of a grid point. */
    Optional<ConditionPhase> find(Finding finding, long gridMillis) {
        state.sinceMillis = finding == Finding.SO ? since(state.sinceMillis, gridMillis) : 0;
        state.clearSinceMillis = finding == Finding.NOT_SO ? since(state.clearSinceMillis, gridMillis) : 0;
        if (!open() && state.sinceMillis != 0 && gridMillis - state.sinceMillis >= onDelayMillis) {
            state.onsetMillis = state.sinceMillis;
            return Optional.of(ConditionPhase.CONDITION_START);
        }
        if (open() && state.clearSinceMillis != 0 && gridMillis - state.clearSinceMillis >= offDelayMillis) {
            return Optional.of(ConditionPhase.CONDITION_END);
        }
        return Optional.empty();
    }

    boolean open() {
        return state.onsetMillis != 0;
    }

    /** Whether nothing of it has to be remembered. */
    boolean atRest() {
        return !open() && state.sinceMillis == 0;
    }

    private static long since(long before, long nowMillis) {
        return before == 0 ? nowMillis : before;
    }
}

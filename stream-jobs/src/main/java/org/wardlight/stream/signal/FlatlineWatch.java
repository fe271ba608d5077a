package org.wardlight.stream.signal;

import java.util.Optional;
import org.wardlight.stream.signal.SignalWatch.SignalEvent;
import org.wardlight.stream.signal.SignalWatch.Trouble;

/**
 * A heart does not beat the same for ten minutes on end: a frozen sensor does, and a pacemaker. So this is told, and the
 * readings go on being judged.
 */
public final class FlatlineWatch {

    /** So few readings prove nothing, however long they take. */
    private static final int FEWEST_READINGS = 30;

    private final SignalState state;

    /** Works on the given state, which it changes. */
    public FlatlineWatch(SignalState state) {
        this.state = state;
    }

    /**
     * Takes note of a usable value.
     *
     * @param flatAfterMillis without any change for this long it is a flat line, ms of device time
     */
    public Optional<SignalEvent> value(double value, long flatAfterMillis, long deviceMillis, long nowMillis) {
        boolean same = state.flatReadings > 0 && value == state.flatValue;
        if (same) {
            state.flatReadings++;
            boolean flat =
                    state.flatReadings >= FEWEST_READINGS && deviceMillis - state.flatOnsetMillis >= flatAfterMillis;
            return flat && !state.flat ? Optional.of(told(true, nowMillis)) : Optional.empty();
        }
        Optional<SignalEvent> end = state.flat ? Optional.of(told(false, nowMillis)) : Optional.empty();
        state.flatValue = value;
        state.flatReadings = 1;
        state.flatOnsetMillis = deviceMillis;
        return end;
    }

    private SignalEvent told(boolean flat, long nowMillis) {
        state.flat = flat;
        return new SignalEvent(Trouble.FLATLINE, flat, state.flatOnsetMillis, nowMillis);
    }
}

package org.wardlight.stream.device;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.EndCause;

/**
 * What is wrong with a device as a whole: begins with the first sign of it, and ends when a message comes a minute after the
 * last one. A device that has fallen silent says nothing of its clock: silence ends none of it.
 */
final class DeviceTroubles {

    /** Without a further sign for this long it is over. Wardlight proposal. */
    static final long OVER_AFTER_MILLIS = Duration.ofMinutes(1).toMillis();

    private final List<TroubleState> troubles;
    private final DeviceConditions conditions;
    private final Consumer<AlarmCondition> out;

    /** Works on the troubles of the given state, which it changes. */
    DeviceTroubles(DeviceState state, DeviceConditions conditions, Consumer<AlarmCondition> out) {
        this.troubles = state.troubles;
        this.conditions = conditions;
        this.out = out;
    }

    /** A sign of trouble. */
    void seen(DeviceTrouble trouble, long onsetMillis, long nowMillis) {
        Optional<TroubleState> known = find(trouble);
        if (known.isPresent()) {
            known.get().seenMillis = nowMillis;
            return;
        }
        TroubleState state = new TroubleState();
        state.trouble = trouble;
        state.onsetMillis = onsetMillis;
        state.seenMillis = nowMillis;
        troubles.add(state);
        tell(state, ConditionPhase.CONDITION_START, nowMillis, EndCause.END_CAUSE_UNSPECIFIED);
    }

    /** A message came: ends whatever has not been seen for long enough. */
    void messageCame(long nowMillis) {
        for (TroubleState state : List.copyOf(troubles)) {
            boolean timed = state.trouble != DeviceTrouble.DEVICE_LOST;
            if (timed && nowMillis - state.seenMillis >= OVER_AFTER_MILLIS) {
                end(state, nowMillis, EndCause.RETURNED_TO_NORMAL);
            }
        }
    }

    /** When something is over without a message: a device that no longer sends; {@link Long#MAX_VALUE} for never. */
    long nextDueMillis() {
        return find(DeviceTrouble.UNASSIGNED)
                .map(state -> state.seenMillis + OVER_AFTER_MILLIS)
                .orElse(Long.MAX_VALUE);
    }

    /** Does what is due at this time. */
    void fire(long dueMillis) {
        over(DeviceTrouble.UNASSIGNED, dueMillis);
    }

    /** It is known to be over. */
    void over(DeviceTrouble trouble, long nowMillis) {
        find(trouble).ifPresent(state -> end(state, nowMillis, EndCause.RETURNED_TO_NORMAL));
    }

    /** It is no longer watched. */
    void endOfContext(DeviceTrouble trouble, long nowMillis) {
        find(trouble).ifPresent(state -> end(state, nowMillis, EndCause.CONTEXT_ENDED));
    }

    /** Whoever it was about no longer wears the device. */
    void endAll(long nowMillis) {
        for (TroubleState state : List.copyOf(troubles)) {
            end(state, nowMillis, EndCause.CONTEXT_ENDED);
        }
    }

    boolean has(DeviceTrouble trouble) {
        return find(trouble).isPresent();
    }

    private void end(TroubleState state, long nowMillis, EndCause cause) {
        tell(state, ConditionPhase.CONDITION_END, nowMillis, cause);
        troubles.remove(state);
    }

    private void tell(TroubleState state, ConditionPhase phase, long dueMillis, EndCause cause) {
        out.accept(conditions.trouble(state, phase, dueMillis, cause));
    }

    private Optional<TroubleState> find(DeviceTrouble trouble) {
        return troubles.stream().filter(known -> known.trouble == trouble).findFirst();
    }
}

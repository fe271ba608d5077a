package org.wardlight.stream.limits;

import static org.wardlight.stream.limits.LimitState.NEVER;

import java.util.Arrays;
import java.util.List;

/**
 * Since when each step of a limit is violated, by how many readings, and how many of them were valid: from this follows when
 * a step is due. What the limit then does is the business of {@link LimitMachine}.
 */
final class Violations {

    /** Of the readings within an on-delay so many must be valid, %. Wardlight proposal. */
    static final int VALID_PERCENT = 70;

    /** Readings that are remembered to tell the valid share, at most: a minute of a signal that comes once a second. */
    private static final int MOST_READINGS = 64;

    private final List<LimitStep> steps;
    private final LimitState state;

    Violations(List<LimitStep> steps, LimitState state) {
        this.steps = steps;
        this.state = state;
        if (state.violatedSince.length != steps.size()) {
            state.violatedSince = new long[steps.size()];
            clear();
        }
        if (state.runs.length != steps.size()) {
            // As an earlier version kept it: whatever is violated was so at least twice, or it would be so again at
            // once.
            state.runs = new int[steps.size()];
            state.recent = new int[steps.size()];
            Arrays.fill(state.runs, state.violations);
        }
    }

    /** Takes note of a valid reading. */
    void note(double value, long nowMillis) {
        for (int i = 0; i < steps.size(); i++) {
            boolean violated = steps.get(i).violatedBy(value);
            state.runs[i] = violated ? state.runs[i] + 1 : 0;
            state.recent[i] = state.recent[i] << 1 | (violated ? 1 : 0);
            if (count(i, steps.get(i).ofReadings()) == 0) {
                state.violatedSince[i] = NEVER;
            } else if (state.violatedSince[i] == NEVER) {
                state.violatedSince[i] = nowMillis;
            }
        }
        remember(nowMillis, nowMillis);
    }

    /** Takes note of a reading that cannot be used. */
    void noteInvalid(long nowMillis) {
        remember(~nowMillis, nowMillis);
    }

    /** Whether the mildest step is violated, or was by one of the readings that are counted together. */
    boolean any() {
        return state.violatedSince[0] != NEVER;
    }

    /** When the first step of a level from this one on is due; {@link Long#MAX_VALUE} for never, unless readings come. */
    long dueFrom(int level) {
        long due = Long.MAX_VALUE;
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).level() >= level) {
                due = Math.min(due, due(i));
            }
        }
        return due;
    }

    /** The highest level with a step that is due; 0 when there is none. */
    int highestDue(long dueMillis) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (due(i) <= dueMillis) {
                return steps.get(i).level();
            }
        }
        return 0;
    }

    /** The highest level that is violated, whether for long enough or not. */
    int highestViolated() {
        for (int i = steps.size() - 1; i > 0; i--) {
            if (state.violatedSince[i] != NEVER) {
                return steps.get(i).level();
            }
        }
        return 0;
    }

    /** Forgets all of it. */
    void clear() {
        Arrays.fill(state.violatedSince, NEVER);
        state.runs = new int[steps.size()];
        state.recent = new int[steps.size()];
        state.readings = new long[0];
        state.lastMillis = NEVER;
    }

    private long due(int i) {
        LimitStep step = steps.get(i);
        if (state.violatedSince[i] == NEVER) {
            return Long.MAX_VALUE;
        }
        boolean enough = count(i, step.ofReadings()) >= step.readings();
        if (!enough && step.unconfirmedMillis() == 0) {
            return Long.MAX_VALUE;
        }
        long delay = enough ? step.onDelayMillis() : Math.max(step.onDelayMillis(), step.unconfirmedMillis());
        long due = Math.max(state.violatedSince[i] + delay, state.lastMillis);
        return enoughValid(due - step.onDelayMillis(), due) ? due : Long.MAX_VALUE;
    }

    private int count(int i, int ofReadings) {
        return ofReadings == 0 ? state.runs[i] : Integer.bitCount(state.recent[i] & (1 << ofReadings) - 1);
    }

    private boolean enoughValid(long fromMillis, long toMillis) {
        if (fromMillis == toMillis) {
            return true;
        }
        int valid = 0;
        int all = 0;
        for (long reading : state.readings) {
            long at = Math.max(reading, ~reading);
            if (at >= fromMillis && at <= toMillis) {
                all++;
                valid += reading >= 0 ? 1 : 0;
            }
        }
        return valid * 100 >= all * VALID_PERCENT;
    }

    private void remember(long reading, long nowMillis) {
        state.lastMillis = nowMillis;
        if (Arrays.stream(state.violatedSince).allMatch(since -> since == NEVER)) {
            state.readings = new long[0];
            return;
        }
        long longest = steps.stream().mapToLong(LimitStep::onDelayMillis).max().orElse(0);
        if (longest == 0) {
            return;
        }
        long[] kept = Arrays.stream(state.readings)
                .filter(known -> Math.max(known, ~known) >= nowMillis - longest)
                .toArray();
        int from = Math.max(0, kept.length + 1 - MOST_READINGS);
        long[] readings = Arrays.copyOfRange(kept, from, kept.length + 1);
        readings[readings.length - 1] = reading;
        state.readings = readings;
    }
}

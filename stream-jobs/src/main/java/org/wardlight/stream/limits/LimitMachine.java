package org.wardlight.stream.limits;

import static org.wardlight.stream.limits.LimitState.NEVER;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.EndCause;
import org.wardlight.events.v1.LimitRule;
import org.wardlight.events.v1.LimitSide;

/**
 * One limit of one vital as a state machine: values in, starts, updates and ends of its condition out. Every time is on the
 * ingest clock, and whatever falls due is reported with the time at which it was due.
 *
 * <pre>
 * phase     a violating value       a value inside               time                      input lost      input back
 * INACTIVE  PENDING, onset noted    -                            -                         -               -
 * PENDING   counted, per level      INACTIVE (suppressed)        on-delay of a level over  holds           INACTIVE
 *                                                                and 2 violations: ACTIVE,
 *                                                                START
 * ACTIVE    level left for 60 s:    by the hysteresis: CLEARING  higher level's on-delay   holds, UPDATE   UPDATE
 *           UPDATE                                               over: UPDATE
 * CLEARING  ACTIVE (reactivated)    off-delay over: END          -                         holds, UPDATE   ACTIVE, UPDATE
 * </pre>
 *
 * A level without on-delay needs one value only. Violated means strictly beyond the threshold. Only time is needed to get
 * worse, but a value to get better: silence neither ends a condition nor lowers it, and after a loss every delay counts anew.
 */
public final class LimitMachine {

    /** How long a severity must be left before it is lowered. */
    static final Duration LOWER_SEVERITY_AFTER = Duration.ofSeconds(60);

    private static final int VIOLATIONS_TO_START = 2;

    private final LimitRule rule;
    private final LimitState state;

    /** Works on the given state, which it changes. */
    public LimitMachine(LimitRule rule, LimitState state) {
        this.rule = rule;
        this.state = state;
        if (state.violatedSince.length != rule.getLevelsCount()) {
            state.violatedSince = new long[rule.getLevelsCount()];
            Arrays.fill(state.violatedSince, NEVER);
            state.level = Math.min(state.level, rule.getLevelsCount() - 1);
        }
    }

    /** What a limit has to say. */
    public record LimitEvent(ConditionPhase phase, long dueMillis, EndCause cause) {}

    /** What became of a value. */
    public record Judged(Optional<LimitEvent> event, boolean suppressed) {}

    /** Judges a live value. */
    public Judged value(double value, long deviceMillis, long nowMillis) {
        state.lastValue = value;
        boolean violates = violated(0, value);
        noteLevels(value, nowMillis);
        boolean suppressed = false;
        if (violates) {
            state.violations++;
        }
        switch (state.phase) {
            case INACTIVE -> {
                if (violates) {
                    begin(deviceMillis);
                }
            }
            case PENDING -> {
                suppressed = !violates;
                if (suppressed) {
                    reset();
                }
            }
            case ACTIVE -> {
                if (insideByHysteresis(value)) {
                    state.phase = LimitPhase.CLEARING;
                    state.clearingSince = nowMillis;
                }
            }
            case CLEARING -> {
                if (violates) {
                    state.phase = LimitPhase.ACTIVE;
                    state.clearingSince = NEVER;
                }
            }
        }
        boolean due = nextDueMillis() <= nowMillis || isBetter(nowMillis);
        return new Judged(due ? Optional.of(fire(nowMillis)) : Optional.empty(), suppressed);
    }

    /** When something falls due if no value comes; {@link Long#MAX_VALUE} for never. */
    public long nextDueMillis() {
        if (state.inputStale) {
            return Long.MAX_VALUE;
        }
        return switch (state.phase) {
            case INACTIVE -> Long.MAX_VALUE;
            case PENDING -> levelDue(0);
            case ACTIVE -> levelDue(state.level + 1);
            // The way back is decided by a value, never by silence.
            case CLEARING -> Long.MAX_VALUE;
        };
    }

    /** Does what is due at this time. */
    public LimitEvent fire(long dueMillis) {
        return switch (state.phase) {
            case PENDING -> {
                state.phase = LimitPhase.ACTIVE;
                state.level = highestDue(dueMillis);
                yield new LimitEvent(ConditionPhase.CONDITION_START, dueMillis, EndCause.END_CAUSE_UNSPECIFIED);
            }
            case ACTIVE -> {
                int higher = highestDue(dueMillis);
                state.level = higher > state.level ? higher : highestViolated();
                state.milderSince = NEVER;
                yield new LimitEvent(ConditionPhase.CONDITION_UPDATE, dueMillis, EndCause.END_CAUSE_UNSPECIFIED);
            }
            case CLEARING -> new LimitEvent(ConditionPhase.CONDITION_END, dueMillis, EndCause.RETURNED_TO_NORMAL);
            case INACTIVE ->
                throw new IllegalStateException("limit " + rule.getRule() + " has nothing due while INACTIVE");
        };
    }

    /** The signal was lost, or is back; tells it when a condition is open. */
    public Optional<LimitEvent> inputStale(boolean stale, long nowMillis) {
        if (state.inputStale == stale) {
            return Optional.empty();
        }
        state.inputStale = stale;
        if (!stale) {
            startDelaysAnew();
        }
        return open()
                ? Optional.of(
                        new LimitEvent(ConditionPhase.CONDITION_UPDATE, nowMillis, EndCause.END_CAUSE_UNSPECIFIED))
                : Optional.empty();
    }

    /** Whether a condition was started and not ended. */
    public boolean open() {
        return state.phase == LimitPhase.ACTIVE || state.phase == LimitPhase.CLEARING;
    }

    /** Forgets everything; to be called after an end was reported. */
    public void reset() {
        state.phase = LimitPhase.INACTIVE;
        Arrays.fill(state.violatedSince, NEVER);
        state.onsetMillis = NEVER;
        state.level = 0;
        state.milderSince = NEVER;
        state.clearingSince = NEVER;
        state.violations = 0;
        state.inputStale = false;
    }

    /** What happened while the input was lost is unknown: no delay may count it. */
    private void startDelaysAnew() {
        if (open()) {
            state.phase = LimitPhase.ACTIVE;
            state.clearingSince = NEVER;
            state.milderSince = NEVER;
            Arrays.fill(state.violatedSince, NEVER);
        } else {
            reset();
        }
    }

    /** Whether the value just judged ends the condition or lowers it. */
    private boolean isBetter(long nowMillis) {
        return switch (state.phase) {
            case CLEARING -> after(state.clearingSince, rule.getOffDelayMs()) <= nowMillis;
            case ACTIVE -> after(state.milderSince, LOWER_SEVERITY_AFTER.toMillis()) <= nowMillis;
            case INACTIVE, PENDING -> false;
        };
    }

    private void begin(long deviceMillis) {
        state.phase = LimitPhase.PENDING;
        state.onsetMillis = deviceMillis;
    }

    private void noteLevels(double value, long nowMillis) {
        for (int level = 0; level < state.violatedSince.length; level++) {
            if (!violated(level, value)) {
                state.violatedSince[level] = NEVER;
            } else if (state.violatedSince[level] == NEVER) {
                state.violatedSince[level] = nowMillis;
            }
        }
        boolean milder = open() && state.level > 0 && !violated(state.level, value);
        if (!milder) {
            state.milderSince = NEVER;
        } else if (state.milderSince == NEVER) {
            state.milderSince = nowMillis;
        }
    }

    private boolean violated(int level, double value) {
        double threshold = rule.getLevels(level).getThreshold();
        return rule.getSide() == LimitSide.LOW ? value < threshold : value > threshold;
    }

    private boolean insideByHysteresis(double value) {
        double threshold = rule.getLevels(0).getThreshold();
        return rule.getSide() == LimitSide.LOW
                ? value >= threshold + rule.getHysteresis()
                : value <= threshold - rule.getHysteresis();
    }

    /** When the first of the levels from this one on has been violated for its on-delay. */
    private long levelDue(int from) {
        long due = Long.MAX_VALUE;
        for (int level = from; level < state.violatedSince.length; level++) {
            if (mayStart(level)) {
                due = Math.min(
                        due,
                        after(state.violatedSince[level], rule.getLevels(level).getOnDelayMs()));
            }
        }
        return due;
    }

    private int highestDue(long dueMillis) {
        for (int level = state.violatedSince.length - 1; level >= 0; level--) {
            if (mayStart(level)
                    && after(state.violatedSince[level], rule.getLevels(level).getOnDelayMs()) <= dueMillis) {
                return level;
            }
        }
        return 0;
    }

    private int highestViolated() {
        for (int level = state.violatedSince.length - 1; level > 0; level--) {
            if (state.violatedSince[level] != NEVER) {
                return level;
            }
        }
        return 0;
    }

    private boolean mayStart(int level) {
        return state.violations >= VIOLATIONS_TO_START || rule.getLevels(level).getOnDelayMs() == 0;
    }

    private static long after(long since, long delayMillis) {
        return since == NEVER ? Long.MAX_VALUE : since + delayMillis;
    }
}

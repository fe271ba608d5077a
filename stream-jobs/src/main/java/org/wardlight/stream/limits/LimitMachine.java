package org.wardlight.stream.limits;

import static org.wardlight.stream.limits.LimitState.NEVER;

import java.time.Duration;
import java.util.Optional;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.EndCause;
import org.wardlight.events.v1.LimitRule;

/**
 * One limit of one vital as a state machine: readings in, starts, updates and ends of its condition out. Every time is on the
 * ingest clock, and whatever falls due is reported with the time at which it was due.
 *
 * <pre>
 * phase     a violating value       a value inside               an unusable one  time                      input lost      input back
 * INACTIVE  PENDING, onset noted    -                            -                -                         -               -
 * PENDING   counted, per step       INACTIVE (suppressed), or    lowers the       on-delay of a step over,  holds           INACTIVE
 *                                   counted where n of m         valid share      enough violations and
 *                                   readings decide                               70 % valid: ACTIVE, START
 * ACTIVE    level left for 60 s:    by the hysteresis: CLEARING  lowers the       the same for a higher     holds, UPDATE   UPDATE
 *           UPDATE                                               valid share      level: UPDATE
 * CLEARING  ACTIVE (reactivated)    off-delay over: END          -                -                         holds, UPDATE   ACTIVE, UPDATE
 * </pre>
 *
 * Violated means strictly beyond the threshold. A step needs two violating values, or one when it has no on-delay, or what
 * its level says; while several steps wait, the first that is due decides. Only time is needed to get worse, but a value to
 * get better: silence neither ends a condition nor lowers it, and after a loss every delay counts anew. The end of the wearing
 * ends it from outside, by {@link #reset()}. Delays per severity, hysteresis and latching elsewhere: practice after IEC
 * 60601-1-8; the valid share is Wardlight's proposal.
 */
public final class LimitMachine {

    /** How long a severity must be left before it is lowered. */
    static final Duration LOWER_SEVERITY_AFTER = Duration.ofSeconds(60);

    private final Limit limit;
    private final LimitRule rule;
    private final LimitState state;
    private final Violations violations;

    /** Works on the given state, which it changes. */
    public LimitMachine(Limit limit, LimitState state) {
        this.limit = limit;
        this.rule = limit.rule();
        this.state = state;
        this.violations = new Violations(limit.steps(), state);
        state.level = Math.min(state.level, rule.getLevelsCount() - 1);
    }

    /** What a limit has to say. */
    public record LimitEvent(ConditionPhase phase, long dueMillis, EndCause cause) {}

    /**
     * What became of a value.
     *
     * @param suppressed whether a violation ended before its on-delay was over
     * @param reactivated whether one began again before its off-delay was over
     */
    public record Judged(Optional<LimitEvent> event, boolean suppressed, boolean reactivated) {}

    /** Judges a live value, or the number of a code. */
    public Judged value(double value, long deviceMillis, long nowMillis) {
        state.lastValue = value;
        violations.note(value, nowMillis);
        noteMilder(value, nowMillis);
        boolean suppressed = state.phase == LimitPhase.PENDING && !violations.any();
        boolean reactivated = state.phase == LimitPhase.CLEARING && violated(0, value);
        if (suppressed) {
            reset();
        } else if (reactivated) {
            state.phase = LimitPhase.ACTIVE;
            state.clearingSince = NEVER;
        } else if (state.phase == LimitPhase.INACTIVE && violations.any()) {
            state.phase = LimitPhase.PENDING;
            state.onsetMillis = deviceMillis;
        } else if (state.phase == LimitPhase.ACTIVE && insideByHysteresis(value)) {
            state.phase = LimitPhase.CLEARING;
            state.clearingSince = nowMillis;
        }
        boolean due = nextDueMillis() <= nowMillis || isBetter(nowMillis);
        return new Judged(due ? Optional.of(fire(nowMillis)) : Optional.empty(), suppressed, reactivated);
    }

    /** A live reading came that cannot be used; it neither violates nor clears anything. */
    public void unusable(long nowMillis) {
        violations.noteInvalid(nowMillis);
    }

    /** When something falls due if no reading comes; {@link Long#MAX_VALUE} for never. */
    public long nextDueMillis() {
        if (state.inputStale) {
            return Long.MAX_VALUE;
        }
        return switch (state.phase) {
            case INACTIVE -> Long.MAX_VALUE;
            case PENDING -> violations.dueFrom(0);
            case ACTIVE -> violations.dueFrom(state.level + 1);
            // The way back is decided by a value, never by silence.
            case CLEARING -> Long.MAX_VALUE;
        };
    }

    /** Does what is due at this time. */
    public LimitEvent fire(long dueMillis) {
        return switch (state.phase) {
            case PENDING -> {
                state.phase = LimitPhase.ACTIVE;
                state.level = violations.highestDue(dueMillis);
                yield new LimitEvent(ConditionPhase.CONDITION_START, dueMillis, EndCause.END_CAUSE_UNSPECIFIED);
            }
            case ACTIVE -> {
                int higher = violations.highestDue(dueMillis);
                state.level = higher > state.level ? higher : violations.highestViolated();
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
        violations.clear();
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
            violations.clear();
        } else {
            reset();
        }
    }

    /** Whether the value just judged ends the condition or lowers it. */
    private boolean isBetter(long nowMillis) {
        return switch (state.phase) {
            case CLEARING -> after(state.clearingSince, rule.getOffDelayMs()) <= nowMillis;
            case ACTIVE ->
                after(state.milderSince, LOWER_SEVERITY_AFTER.toMillis()) <= nowMillis
                        && violations.highestViolated() < state.level;
            case INACTIVE, PENDING -> false;
        };
    }

    private void noteMilder(double value, long nowMillis) {
        boolean milder = open() && state.level > 0 && !violated(state.level, value);
        if (!milder) {
            state.milderSince = NEVER;
        } else if (state.milderSince == NEVER) {
            state.milderSince = nowMillis;
        }
    }

    /** By its level's own threshold, the nearer one. */
    private boolean violated(int level, double value) {
        return limit.steps().stream()
                .filter(step -> step.level() == level)
                .findFirst()
                .orElseThrow()
                .violatedBy(value);
    }

    private boolean insideByHysteresis(double value) {
        double threshold = rule.getLevels(0).getThreshold();
        return switch (rule.getSide()) {
            case LOW -> value >= threshold + rule.getHysteresis();
            case HIGH -> value <= threshold - rule.getHysteresis();
            case CODED, LIMIT_SIDE_UNSPECIFIED, UNRECOGNIZED -> !violated(0, value);
        };
    }

    private static long after(long since, long delayMillis) {
        return since == NEVER ? Long.MAX_VALUE : since + delayMillis;
    }
}

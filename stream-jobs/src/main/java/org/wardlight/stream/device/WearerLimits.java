package org.wardlight.stream.device;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.CareProfiles;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.EndCause;
import org.wardlight.events.v1.LimitRule;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Vital;
import org.wardlight.stream.limits.Limit;
import org.wardlight.stream.limits.LimitMachine;
import org.wardlight.stream.limits.LimitMachine.LimitEvent;
import org.wardlight.stream.limits.LimitPhase;
import org.wardlight.stream.limits.LimitState;

/** The limits of whoever wears the device at present. State is kept only of limits that are not at rest. */
final class WearerLimits {

    private final DeviceState state;
    private final DeviceConditions conditions;
    private final Consumer<DeviceOutput> out;

    WearerLimits(DeviceState state, DeviceConditions conditions, Consumer<DeviceOutput> out) {
        this.state = state;
        this.conditions = conditions;
        this.out = out;
    }

    /** Judges a usable reading by the rules on its vital that are asked for. */
    void judge(LiveReading reading, Predicate<Limit> asked) {
        Vital vital = reading.measurement().getVital();
        for (Limit limit : state.rules()) {
            if (limit.rule().getVital() == vital && asked.test(limit)) {
                judge(limit, reading);
            }
        }
    }

    /** A live reading of this vital came that cannot be used. */
    void unusable(Vital vital, long nowMillis) {
        for (LimitState known : state.limits) {
            Limit limit = limit(known);
            if (limit.rule().getVital() == vital) {
                new LimitMachine(limit, known).unusable(nowMillis);
            }
        }
    }

    /** The signal of this vital is lost, or is back. */
    void inputStale(Vital vital, boolean stale, long nowMillis) {
        for (LimitState known : List.copyOf(state.limits)) {
            Limit limit = limit(known);
            if (limit.rule().getVital() == vital) {
                inputStale(limit, known, stale, nowMillis);
            }
        }
    }

    /** Every signal is lost. */
    void allStale(long nowMillis) {
        for (LimitState known : List.copyOf(state.limits)) {
            inputStale(limit(known), known, true, nowMillis);
        }
    }

    long nextDueMillis() {
        long due = Long.MAX_VALUE;
        for (LimitState known : state.limits) {
            due = Math.min(due, new LimitMachine(limit(known), known).nextDueMillis());
        }
        return due;
    }

    /** Does one thing that is due at this time. */
    void fire(long dueMillis) {
        for (LimitState known : List.copyOf(state.limits)) {
            Limit limit = limit(known);
            LimitMachine machine = new LimitMachine(limit, known);
            if (machine.nextDueMillis() <= dueMillis) {
                report(limit, known, machine.fire(dueMillis));
                return;
            }
        }
    }

    /** Nobody's any more: ends what is open. */
    void endAll(long nowMillis) {
        for (LimitState known : List.copyOf(state.limits)) {
            end(known, nowMillis);
        }
        state.limits.clear();
    }

    /** Ends what is open under a rule that the wearer's new limits no longer have. */
    void endAllBut(Set<String> rules, long nowMillis) {
        List<String> standing = CareProfiles.standing().getRulesList().stream()
                .map(LimitRule::getRule)
                .toList();
        for (LimitState known : List.copyOf(state.limits)) {
            if (!rules.contains(known.rule) && !standing.contains(known.rule)) {
                end(known, nowMillis);
                state.limits.remove(known);
            }
        }
    }

    private void judge(Limit limit, LiveReading reading) {
        Measurement measurement = reading.measurement();
        double value = measurement.hasCode() ? measurement.getCodeValue() : measurement.getValue();
        LimitState known = find(limit);
        if (known == null) {
            if (!limit.violatedBy(value)) {
                return;
            }
            known = new LimitState();
            known.rule = limit.rule().getRule();
            state.limits.add(known);
        }
        inputStale(limit, known, false, reading.nowMillis());
        known.lastReading = reading.identity().toByteArray();
        LimitMachine.Judged judged =
                new LimitMachine(limit, known).value(value, reading.deviceMillis(), reading.nowMillis());
        if (judged.suppressed()) {
            out.accept(new DeviceOutput.Counted(Tally.SUPPRESSED));
        }
        if (judged.reactivated()) {
            out.accept(new DeviceOutput.Counted(Tally.REACTIVATED));
        }
        LimitState judgedState = known;
        judged.event().ifPresent(event -> report(limit, judgedState, event));
        if (known.phase == LimitPhase.INACTIVE) {
            state.limits.remove(known);
        }
    }

    private void inputStale(Limit limit, LimitState known, boolean stale, long nowMillis) {
        new LimitMachine(limit, known).inputStale(stale, nowMillis).ifPresent(event -> report(limit, known, event));
    }

    private void end(LimitState known, long nowMillis) {
        Limit limit = limit(known);
        if (new LimitMachine(limit, known).open()) {
            report(limit, known, new LimitEvent(ConditionPhase.CONDITION_END, nowMillis, EndCause.CONTEXT_ENDED));
        }
    }

    private void report(Limit limit, LimitState known, LimitEvent event) {
        out.accept(new DeviceOutput.Condition(conditions.limit(limit.rule(), known, event)));
        if (event.phase() == ConditionPhase.CONDITION_END) {
            new LimitMachine(limit, known).reset();
            state.limits.remove(known);
        }
    }

    private @Nullable LimitState find(Limit limit) {
        for (LimitState known : state.limits) {
            if (known.rule.equals(limit.rule().getRule())) {
                return known;
            }
        }
        return null;
    }

    private Limit limit(LimitState known) {
        for (Limit limit : state.rules()) {
            if (limit.rule().getRule().equals(known.rule)) {
                return limit;
            }
        }
        throw new IllegalStateException("no rule " + known.rule + " for the wearer");
    }
}

package org.wardlight.stream.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.EndCause;
import org.wardlight.events.v1.ExpectedSignal;
import org.wardlight.events.v1.LimitRule;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.MissingReason;
import org.wardlight.events.v1.Vital;
import org.wardlight.stream.limits.LimitMachine;
import org.wardlight.stream.limits.LimitMachine.LimitEvent;
import org.wardlight.stream.limits.LimitPhase;
import org.wardlight.stream.limits.LimitState;
import org.wardlight.stream.signal.SignalState;
import org.wardlight.stream.signal.SignalWatch;
import org.wardlight.stream.signal.SignalWatch.SignalEvent;
import org.wardlight.stream.signal.SignalWatch.Trouble;

/** Judges live readings for whoever wears the device at present: limits and presence of its signals. */
final class WearerWatch {

    private final DeviceState state;
    private final Consumer<DeviceOutput> out;
    private final DeviceConditions conditions;

    WearerWatch(DeviceState state, Consumer<DeviceOutput> out) {
        this.state = state;
        this.out = out;
        this.conditions = new DeviceConditions(state);
    }

    void judge(LiveReading reading) {
        Measurement measurement = reading.measurement();
        boolean off = measurement.hasMissing() && measurement.getMissing() == MissingReason.SENSOR_OFF;
        if (measurement.hasMissing() && !off) {
            // Neither a value nor news of the sensor: the time-out of the signal goes on.
            return;
        }
        signal(measurement.getVital()).ifPresent(signal -> heard(signal, off, reading));
        if (off) {
            inputStale(measurement.getVital(), true, reading.nowMillis());
        } else if (measurement.hasValue()) {
            judgeLimits(reading);
        }
    }

    /** When the next delay, return or time-out falls due. */
    long nextDueMillis() {
        long due = Long.MAX_VALUE;
        for (LimitState limit : state.limits) {
            due = Math.min(due, machine(limit).nextDueMillis());
        }
        if (!state.wearer.isEmpty()) {
            for (SignalState signal : state.signals) {
                due = Math.min(due, new SignalWatch(signal).nextDueMillis());
            }
        }
        return due;
    }

    /** Does one thing that is due at this time. */
    void fire(long dueMillis) {
        for (LimitState limit : List.copyOf(state.limits)) {
            LimitMachine machine = machine(limit);
            if (machine.nextDueMillis() <= dueMillis) {
                report(limit, machine, machine.fire(dueMillis));
                return;
            }
        }
        for (SignalState signal : state.signals) {
            SignalWatch watch = new SignalWatch(signal);
            if (watch.nextDueMillis() <= dueMillis) {
                report(signal, watch.lose(), EndCause.END_CAUSE_UNSPECIFIED);
                inputStale(signal.vital, true, dueMillis);
                return;
            }
        }
    }

    /** The device is expected to deliver these signals; ones that were watched before go on as they stand. */
    void expect(DeviceRegistration registration, long nowMillis) {
        List<SignalState> expected = new ArrayList<>();
        for (ExpectedSignal signal : registration.getSignalsList()) {
            SignalState watched = signal(signal.getVital()).orElseGet(() -> newSignal(signal.getVital(), nowMillis));
            watched.timeoutMillis = signal.getNoSignalAfterMs();
            expected.add(watched);
        }
        for (SignalState dropped : state.signals) {
            if (!expected.contains(dropped)) {
                endTroubles(dropped, nowMillis);
                inputStale(dropped.vital, false, nowMillis);
            }
        }
        state.signals = expected;
    }

    /** Somebody else wears it from now on, or nobody: ends whatever is open, and every signal starts anew. */
    void handOver(String wearer, long nowMillis) {
        for (LimitState limit : List.copyOf(state.limits)) {
            end(limit, nowMillis);
        }
        state.limits.clear();
        for (SignalState signal : state.signals) {
            endTroubles(signal, nowMillis);
            new SignalWatch(signal).begin(nowMillis);
        }
        state.wornBy(wearer);
    }

    /** Ends what is open under a rule that the wearer's new limits no longer have. */
    void endAllBut(List<String> rules, long nowMillis) {
        for (LimitState limit : List.copyOf(state.limits)) {
            if (!rules.contains(limit.rule)) {
                end(limit, nowMillis);
                state.limits.remove(limit);
            }
        }
    }

    private void heard(SignalState signal, boolean off, LiveReading reading) {
        SignalWatch watch = new SignalWatch(signal);
        watch.lossEndedBy(reading.deviceMillis(), reading.nowMillis())
                .ifPresent(event -> report(signal, event, EndCause.RETURNED_TO_NORMAL));
        watch.sensor(off, reading.deviceMillis(), reading.nowMillis())
                .ifPresent(event -> report(
                        signal, event, event.starts() ? EndCause.END_CAUSE_UNSPECIFIED : EndCause.RETURNED_TO_NORMAL));
    }

    private void judgeLimits(LiveReading reading) {
        Vital vital = reading.measurement().getVital();
        for (LimitRule rule : state.rules()) {
            if (rule.getVital() == vital) {
                judgeLimit(rule, reading);
            }
        }
    }

    private void judgeLimit(LimitRule rule, LiveReading reading) {
        LimitState limit = limitState(rule);
        LimitMachine machine = new LimitMachine(rule, limit);
        machine.inputStale(false, reading.nowMillis()).ifPresent(event -> report(limit, machine, event));
        limit.lastReading = reading.identity().toByteArray();
        LimitMachine.Judged judged =
                machine.value(reading.measurement().getValue(), reading.deviceMillis(), reading.nowMillis());
        if (judged.suppressed()) {
            out.accept(new DeviceOutput.Counted(Tally.SUPPRESSED));
        }
        judged.event().ifPresent(event -> report(limit, machine, event));
        if (limit.phase == LimitPhase.INACTIVE) {
            state.limits.remove(limit);
        } else if (!state.limits.contains(limit)) {
            state.limits.add(limit);
        }
    }

    private void inputStale(Vital vital, boolean stale, long nowMillis) {
        for (LimitState limit : List.copyOf(state.limits)) {
            LimitMachine machine = machine(limit);
            if (rule(limit).getVital() == vital) {
                machine.inputStale(stale, nowMillis).ifPresent(event -> report(limit, machine, event));
            }
        }
    }

    private void end(LimitState limit, long nowMillis) {
        LimitMachine machine = machine(limit);
        if (machine.open()) {
            report(limit, machine, new LimitEvent(ConditionPhase.CONDITION_END, nowMillis, EndCause.CONTEXT_ENDED));
        }
    }

    private void endTroubles(SignalState signal, long nowMillis) {
        if (signal.lost) {
            report(
                    signal,
                    new SignalEvent(Trouble.NO_SIGNAL, false, signal.lostOnsetMillis, nowMillis),
                    EndCause.CONTEXT_ENDED);
        }
        if (signal.sensorOff) {
            report(
                    signal,
                    new SignalEvent(Trouble.SENSOR_OFF, false, signal.sensorOffOnsetMillis, nowMillis),
                    EndCause.CONTEXT_ENDED);
        }
    }

    private void report(LimitState limit, LimitMachine machine, LimitEvent event) {
        out.accept(new DeviceOutput.Condition(conditions.limit(rule(limit), limit, event)));
        if (event.phase() == ConditionPhase.CONDITION_END) {
            machine.reset();
            state.limits.remove(limit);
        }
    }

    private void report(SignalState signal, SignalEvent event, EndCause cause) {
        out.accept(new DeviceOutput.Condition(conditions.signal(signal, event, cause)));
    }

    private LimitMachine machine(LimitState limit) {
        return new LimitMachine(rule(limit), limit);
    }

    private LimitRule rule(LimitState limit) {
        return state.rules().stream()
                .filter(rule -> rule.getRule().equals(limit.rule))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no rule " + limit.rule + " for the wearer"));
    }

    private LimitState limitState(LimitRule rule) {
        for (LimitState limit : state.limits) {
            if (limit.rule.equals(rule.getRule())) {
                return limit;
            }
        }
        LimitState limit = new LimitState();
        limit.rule = rule.getRule();
        return limit;
    }

    private Optional<SignalState> signal(Vital vital) {
        return state.signals.stream().filter(signal -> signal.vital == vital).findFirst();
    }

    private static SignalState newSignal(Vital vital, long nowMillis) {
        SignalState signal = new SignalState();
        signal.vital = vital;
        new SignalWatch(signal).begin(nowMillis);
        return signal;
    }
}

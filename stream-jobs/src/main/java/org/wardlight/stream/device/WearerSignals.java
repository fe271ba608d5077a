package org.wardlight.stream.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.EndCause;
import org.wardlight.events.v1.ExpectedSignal;
import org.wardlight.events.v1.Vital;
import org.wardlight.stream.signal.FlatlineWatch;
import org.wardlight.stream.signal.SignalState;
import org.wardlight.stream.signal.SignalWatch;
import org.wardlight.stream.signal.SignalWatch.SignalEvent;
import org.wardlight.stream.signal.SignalWatch.Trouble;

/** Whether the signals that the device is expected to deliver are there, on, usable and alive. */
final class WearerSignals {

    private static final VitalCatalogue CATALOGUE = VitalCatalogue.standard();

    private final DeviceState state;
    private final DeviceConditions conditions;
    private final Consumer<DeviceOutput> out;

    WearerSignals(DeviceState state, DeviceConditions conditions, Consumer<DeviceOutput> out) {
        this.state = state;
        this.conditions = conditions;
        this.out = out;
    }

    /** A live reading of whatever kind: the signal is not lost, its sensor is on or off. */
    void heard(LiveReading reading, boolean off) {
        find(reading.measurement().getVital()).ifPresent(signal -> {
            SignalWatch watch = new SignalWatch(signal);
            watch.lossEndedBy(reading.deviceMillis(), reading.nowMillis()).ifPresent(event -> report(signal, event));
            watch.sensor(off, reading.deviceMillis(), reading.nowMillis()).ifPresent(event -> report(signal, event));
        });
    }

    /** It can be used. */
    void usable(LiveReading reading) {
        long now = reading.nowMillis();
        find(reading.measurement().getVital()).ifPresent(signal -> {
            new SignalWatch(signal).usable(now).ifPresent(event -> report(signal, event));
            long flatAfter = CATALOGUE.get(signal.vital).getFlatAfterMs();
            if (flatAfter > 0 && reading.measurement().hasValue()) {
                new FlatlineWatch(signal)
                        .value(reading.measurement().getValue(), flatAfter, reading.deviceMillis(), now)
                        .ifPresent(event -> report(signal, event));
            }
        });
    }

    /** It cannot be used. */
    void unusable(LiveReading reading) {
        find(reading.measurement().getVital())
                .ifPresent(signal -> new SignalWatch(signal).unusable(reading.deviceMillis(), reading.nowMillis()));
    }

    /** The whole device is back: every signal is awaited from now on. */
    void resume(long nowMillis) {
        state.signals.forEach(signal -> new SignalWatch(signal).resume(nowMillis));
    }

    long nextDueMillis() {
        long due = Long.MAX_VALUE;
        for (SignalState signal : state.signals) {
            due = Math.min(due, new SignalWatch(signal).nextDueMillis());
        }
        return due;
    }

    /** Does one thing that is due at this time; returns the vital that is not at hand from then on. */
    Optional<Vital> fire(long dueMillis) {
        for (SignalState signal : state.signals) {
            SignalWatch watch = new SignalWatch(signal);
            if (watch.nextDueMillis() <= dueMillis) {
                report(signal, watch.fire());
                return Optional.of(signal.vital);
            }
        }
        return Optional.empty();
    }

    /** What the device is expected to deliver from now on; returns the vitals that it no longer is. */
    List<Vital> expect(DeviceRegistration registration, long nowMillis) {
        List<SignalState> expected = new ArrayList<>();
        for (ExpectedSignal signal : registration.getSignalsList()) {
            SignalState watched = find(signal.getVital()).orElseGet(() -> begun(signal.getVital(), nowMillis));
            watched.timeoutMillis = signal.getNoSignalAfterMs();
            expected.add(watched);
        }
        List<SignalState> dropped = state.signals.stream()
                .filter(signal -> !expected.contains(signal))
                .toList();
        dropped.forEach(signal -> endTroubles(signal, nowMillis));
        state.signals = expected;
        return dropped.stream().map(signal -> signal.vital).toList();
    }

    /** Somebody else wears the device, or nobody: whatever was wrong is over, and every signal starts anew. */
    void beginAll(long nowMillis) {
        for (SignalState signal : state.signals) {
            endTroubles(signal, nowMillis);
            new SignalWatch(signal).begin(nowMillis);
        }
    }

    private void endTroubles(SignalState signal, long nowMillis) {
        if (signal.lost) {
            end(signal, Trouble.NO_SIGNAL, signal.lostOnsetMillis, nowMillis);
        }
        if (signal.sensorOff) {
            end(signal, Trouble.SENSOR_OFF, signal.sensorOffOnsetMillis, nowMillis);
        }
        if (signal.unusable) {
            end(signal, Trouble.SIGNAL_UNUSABLE, signal.unusableOnsetMillis, nowMillis);
        }
        if (signal.flat) {
            end(signal, Trouble.FLATLINE, signal.flatOnsetMillis, nowMillis);
        }
    }

    private void end(SignalState signal, Trouble trouble, long onsetMillis, long nowMillis) {
        SignalEvent event = new SignalEvent(trouble, false, onsetMillis, nowMillis);
        out.accept(new DeviceOutput.Condition(conditions.signal(signal, event, EndCause.CONTEXT_ENDED)));
    }

    private void report(SignalState signal, SignalEvent event) {
        EndCause cause = event.starts() ? EndCause.END_CAUSE_UNSPECIFIED : EndCause.RETURNED_TO_NORMAL;
        out.accept(new DeviceOutput.Condition(conditions.signal(signal, event, cause)));
    }

    private Optional<SignalState> find(Vital vital) {
        return state.signals.stream().filter(signal -> signal.vital == vital).findFirst();
    }

    private static SignalState begun(Vital vital, long nowMillis) {
        SignalState signal = new SignalState();
        signal.vital = vital;
        new SignalWatch(signal).begin(nowMillis);
        return signal;
    }
}

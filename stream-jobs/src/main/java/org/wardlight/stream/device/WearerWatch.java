package org.wardlight.stream.device;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.MissingReason;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalDefinition;
import org.wardlight.stream.limits.Limit;
import org.wardlight.stream.quality.SignalQuality;
import org.wardlight.stream.quality.StepState;
import org.wardlight.stream.signal.SignalWatch;

/**
 * Judges live readings for whoever wears the device at present: may they be believed, do they violate limits, are its signals
 * there, is the device itself. A device that is lost inhibits what would follow from it: one condition, not one for each
 * signal.
 */
final class WearerWatch {

    private static final VitalCatalogue CATALOGUE = VitalCatalogue.standard();

    private final DeviceState state;
    private final Consumer<DeviceOutput> out;
    private final WearerLimits limits;
    private final WearerSignals signals;
    private final DeviceTroubles troubles;

    WearerWatch(DeviceState state, Consumer<DeviceOutput> out) {
        this.state = state;
        this.out = out;
        DeviceConditions conditions = new DeviceConditions(state);
        this.limits = new WearerLimits(state, conditions, out);
        this.signals = new WearerSignals(state, conditions, out);
        this.troubles =
                new DeviceTroubles(state, conditions, condition -> out.accept(new DeviceOutput.Condition(condition)));
    }

    /** A live message of the wearer came, whatever it says. */
    void heard(long deviceMillis, long nowMillis) {
        state.awaited = false;
        state.heardMillis = nowMillis;
        state.heardDeviceMillis = deviceMillis;
        if (troubles.has(DeviceTrouble.DEVICE_LOST)) {
            troubles.over(DeviceTrouble.DEVICE_LOST, nowMillis);
            signals.resume(nowMillis);
        }
        troubles.messageCame(nowMillis);
    }

    /** Something is wrong with the device; of one that nobody wears only that is told. */
    void trouble(DeviceTrouble trouble, long nowMillis) {
        if (state.wearer.isEmpty() == (trouble == DeviceTrouble.UNASSIGNED)) {
            troubles.seen(trouble, nowMillis, nowMillis);
        }
    }

    void judge(LiveReading reading) {
        Measurement measurement = reading.measurement();
        boolean known =
                measurement.getVital() != Vital.VITAL_UNSPECIFIED && measurement.getVital() != Vital.UNRECOGNIZED;
        if (!known || measurement.getResultCase() == Measurement.ResultCase.RESULT_NOT_SET) {
            // From a newer ingest, perhaps: it is no zero, and must not keep the others of its message from being
            // judged.
            count(Tally.UNUSABLE);
            return;
        }
        boolean off = measurement.hasMissing() && measurement.getMissing() == MissingReason.SENSOR_OFF;
        if (measurement.hasMissing() && measurement.getMissing() == MissingReason.NOT_MEASURED) {
            // Neither a value nor news of the sensor: the time-out of the signal goes on.
            return;
        }
        signals.heard(reading, off);
        if (off) {
            limits.inputStale(measurement.getVital(), true, reading.nowMillis());
        } else if (measurement.hasMissing() || !SignalQuality.isUsable(measurement)) {
            count(Tally.UNUSABLE_READING);
            unusable(reading);
        } else {
            usable(reading);
        }
    }

    /** When the next delay, return or time-out falls due. */
    long nextDueMillis() {
        return Math.min(Math.min(limits.nextDueMillis(), troubles.nextDueMillis()), silenceDueMillis());
    }

    /** Does one thing that is due at this time. */
    void fire(long dueMillis) {
        if (limits.nextDueMillis() <= dueMillis) {
            limits.fire(dueMillis);
        } else if (lossDueMillis() <= dueMillis) {
            troubles.seen(DeviceTrouble.DEVICE_LOST, state.heardDeviceMillis, dueMillis);
            limits.allStale(dueMillis);
        } else if (silenceDueMillis() <= dueMillis) {
            signals.fire(dueMillis).ifPresent(vital -> limits.inputStale(vital, true, dueMillis));
        } else {
            troubles.fire(dueMillis);
        }
    }

    /** The device is expected to deliver these signals; ones that were watched before go on as they stand. */
    void expect(DeviceRegistration registration, long nowMillis) {
        if (registration.getSignalsCount() == 0) {
            troubles.endOfContext(DeviceTrouble.DEVICE_LOST, nowMillis);
        }
        for (Vital dropped : signals.expect(registration, nowMillis)) {
            limits.inputStale(dropped, false, nowMillis);
        }
    }

    /** Somebody else wears it from now on, or nobody: ends whatever is open, and every signal starts anew. */
    void handOver(String wearer, long nowMillis) {
        limits.endAll(nowMillis);
        signals.beginAll(nowMillis);
        troubles.endAll(nowMillis);
        state.steps.clear();
        state.heardMillis = nowMillis;
        state.heardDeviceMillis = nowMillis;
        state.awaited = true;
        state.wornBy(wearer);
    }

    /** Ends what is open under a rule that the wearer's new limits no longer have. */
    void endAllBut(Set<String> rules, long nowMillis) {
        limits.endAllBut(rules, nowMillis);
    }

    private void usable(LiveReading reading) {
        VitalDefinition vital = CATALOGUE.get(reading.measurement().getVital());
        if (!reading.measurement().hasValue() || !vital.hasMaxStep()) {
            signals.usable(reading);
            limits.judge(reading, limit -> true);
            return;
        }
        StepGate.Verdict verdict = new StepGate(vital, steps(vital.getVital())).admit(reading);
        if (verdict.artefact()) {
            count(Tally.STEP_REJECTED);
            unusable(reading);
        }
        if (verdict.waits()) {
            // What counts at once waits for nothing: an apnoea is a jump as well.
            limits.judge(reading, Limit::atOnce);
        }
        verdict.confirmed().ifPresent(earlier -> {
            signals.usable(earlier);
            limits.judge(earlier, limit -> !limit.atOnce());
        });
        if (!verdict.waits()) {
            signals.usable(reading);
            limits.judge(reading, limit -> true);
        }
    }

    private void unusable(LiveReading reading) {
        signals.unusable(reading);
        limits.unusable(reading.measurement().getVital(), reading.nowMillis());
    }

    private long silenceDueMillis() {
        boolean watched = !state.wearer.isEmpty() && !troubles.has(DeviceTrouble.DEVICE_LOST);
        return watched ? Math.min(lossDueMillis(), signals.nextDueMillis()) : Long.MAX_VALUE;
    }

    private long lossDueMillis() {
        // A state of an earlier version does not say when the device was heard: its signals are watched one by one.
        boolean watched = !state.wearer.isEmpty()
                && state.heardMillis > 0
                && state.silenceMillis() != Long.MAX_VALUE
                && !troubles.has(DeviceTrouble.DEVICE_LOST);
        if (!watched) {
            return Long.MAX_VALUE;
        }
        long silence = state.silenceMillis();
        return state.heardMillis
                + (state.awaited ? Math.max(silence, SignalWatch.FIRST_READING_WITHIN_MILLIS) : silence);
    }

    private StepState steps(Vital vital) {
        List<StepState> known = state.steps;
        for (StepState one : known) {
            if (one.vital == vital) {
                return one;
            }
        }
        StepState added = new StepState();
        added.vital = vital;
        known.add(added);
        return added;
    }

    private void count(Tally tally) {
        out.accept(new DeviceOutput.Counted(tally));
    }
}

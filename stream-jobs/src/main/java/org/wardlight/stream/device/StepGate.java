package org.wardlight.stream.device;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Optional;
import org.wardlight.events.v1.DecidingReading;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.VitalDefinition;
import org.wardlight.stream.quality.StepState;

/**
 * Holds back a value that jumps farther than a body does, until the next one tells: when that lies close to the jump, both
 * are believed, the first with the time at which it came; when it lies close to the value before, the jump was an artefact.
 * So one outlier never decides, and what is really sudden is never lost. With more time between them a body may have gone
 * farther. Steps: the vital catalogue, Wardlight's proposals.
 */
final class StepGate {

    private final VitalDefinition vital;
    private final StepState state;

    /** Works on the given state, which it changes. */
    StepGate(VitalDefinition vital, StepState state) {
        this.vital = vital;
        this.state = state;
    }

    /**
     * What a value leads to.
     *
     * @param confirmed the one that waited, when it is believed now: to be judged before the value itself
     * @param waits whether the value itself waits for the next
     * @param artefact whether one that waited is known to be an artefact now
     */
    record Verdict(Optional<LiveReading> confirmed, boolean waits, boolean artefact) {}

    /** Takes the next usable value. */
    Verdict admit(LiveReading reading) {
        double value = reading.measurement().getValue();
        long at = reading.deviceMillis();
        boolean waiting = state.suspectMillis != 0;
        if (waiting && !isStep(state.suspect, state.suspectMillis, value, at)) {
            LiveReading confirmed = suspect();
            believe(value, at);
            return new Verdict(Optional.of(confirmed), false, false);
        }
        if (state.timeMillis != 0 && isStep(state.value, state.timeMillis, value, at)) {
            suspect(reading);
            return new Verdict(Optional.empty(), true, waiting);
        }
        believe(value, at);
        return new Verdict(Optional.empty(), false, waiting);
    }

    private boolean isStep(double from, long fromMillis, double to, long toMillis) {
        double times = Math.max(1, Math.abs(toMillis - fromMillis) / (double) vital.getMaxStepMs());
        return Math.abs(to - from) > vital.getMaxStep() * times;
    }

    private void believe(double value, long deviceMillis) {
        state.value = value;
        state.timeMillis = deviceMillis;
        state.suspectMillis = 0;
        state.suspectReading = new byte[0];
    }

    private void suspect(LiveReading reading) {
        state.suspect = reading.measurement().getValue();
        state.suspectMillis = reading.deviceMillis();
        state.suspectIngestMillis = reading.nowMillis();
        state.suspectReading = reading.identity().toByteArray();
    }

    private LiveReading suspect() {
        Measurement measurement = Measurement.newBuilder()
                .setVital(vital.getVital())
                .setDeviceTimeMs(state.suspectMillis)
                .setValue(state.suspect)
                .build();
        try {
            return new LiveReading(
                    measurement, DecidingReading.parseFrom(state.suspectReading), state.suspectIngestMillis);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("reading in state cannot be read", e);
        }
    }
}

package org.wardlight.bench.reference;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Vital;

/** Jumps of one vital: a value too far from the last one is believed when the next lies near it. */
final class StepReference {

    /** How far, and within how many ms. */
    static final Map<Vital, double[]> FARTHEST = Map.of(
            Vital.HEART_RATE, new double[] {60, 1_000},
            Vital.PULSE_RATE, new double[] {40, 2_000},
            Vital.RESPIRATORY_RATE, new double[] {20, 10_000},
            Vital.SPO2, new double[] {10, 2_000},
            Vital.BODY_TEMPERATURE, new double[] {0.5, 60_000},
            Vital.SKIN_TEMPERATURE, new double[] {2, 60_000},
            Vital.GLUCOSE, new double[] {5, 60_000},
            Vital.ETCO2, new double[] {20, 2_000});

    record Believed(Measurement reading, long at) {}

    record Outcome(List<Believed> believed, boolean waits, boolean artefact) {}

    private final double[] farthest;
    private @Nullable Measurement trusted;
    private @Nullable Believed doubted;

    StepReference(Vital vital) {
        this.farthest = Objects.requireNonNull(FARTHEST.get(vital));
    }

    Outcome take(Measurement reading, long at) {
        Believed before = doubted;
        if (before != null && near(before.reading, reading)) {
            trusted = reading;
            doubted = null;
            return new Outcome(List.of(before, new Believed(reading, at)), false, false);
        }
        boolean artefact = before != null;
        if (trusted != null && !near(trusted, reading)) {
            doubted = new Believed(reading, at);
            return new Outcome(List.of(), true, artefact);
        }
        trusted = reading;
        doubted = null;
        return new Outcome(List.of(new Believed(reading, at)), false, artefact);
    }

    private boolean near(Measurement from, Measurement to) {
        double spans = Math.abs(to.getDeviceTimeMs() - from.getDeviceTimeMs()) / farthest[1];
        return Math.abs(to.getValue() - from.getValue()) <= farthest[0] * (spans < 1 ? 1 : spans);
    }
}

package org.wardlight.simulators.device;

import java.time.Instant;
import org.wardlight.events.v1.Vital;
import org.wardlight.simulators.physiology.SeededNoise;

/**
 * How movement distorts what a sensor sees. Every third second is wrong, as a swing of the arm is: no artefact holds for ten
 * seconds, and the middle of half a minute of readings is still the patient's own. So nobody may be called for it.
 */
final class MotionArtefact {

    private static final int EVERY = 3;

    private final SeededNoise noise;

    MotionArtefact(SeededNoise noise) {
        this.noise = noise;
    }

    /** The value as measured in the movement. */
    double distorted(Vital vital, double value, Instant at) {
        long second = at.getEpochSecond();
        if (Math.floorMod(second, EVERY) != 1) {
            return value;
        }
        return switch (vital) {
            case HEART_RATE, PULSE_RATE -> value * noise.between(0.5, 1.8, second);
            case RESPIRATORY_RATE -> value * noise.between(0.3, 2.3, second);
            case SPO2 -> value - noise.between(2, 14, second);
            default -> value;
        };
    }

    /** What the device itself thinks of its signal, 10 to 35 %. */
    int qualityPercent(Instant at) {
        return 10 + noise.below(26, -at.getEpochSecond());
    }
}

package org.wardlight.simulators.physiology;

import java.time.Duration;
import org.wardlight.events.v1.Code;

/**
 * A course of illness: from its onset the body moves in a straight line from its own rest to the given levels, and stays
 * there. Times count from the start of the run.
 *
 * @param onset when it begins
 * @param ramp how long the way takes
 * @param oxygenLag how much later oxygen saturation follows
 * @param levels where it ends
 * @param consciousness ACVPU once the illness is fully there
 */
public record Illness(Duration onset, Duration ramp, Duration oxygenLag, Levels levels, Code consciousness) {

    private static final Duration NEVER = Duration.ofSeconds(Long.MAX_VALUE);

    /** No illness at all. */
    public static final Illness NONE =
            new Illness(NEVER, Duration.ofSeconds(1), Duration.ZERO, Levels.healthy(), Code.ALERT);

    /** From this share of the way on, consciousness is affected. */
    private static final double CLOUDED_FROM = 0.9;

    /**
     * Where the illness leads.
     *
     * @param heartRate beats/min
     * @param beatScatter how far a single beat strays from the rate, as a share of it
     * @param respiratoryRate breaths/min
     * @param spo2 %
     * @param systolic mm[Hg]
     * @param bodyTemperature Cel
     * @param glucose mg/dL
     */
    public record Levels(
            double heartRate,
            double beatScatter,
            double respiratoryRate,
            double spo2,
            double systolic,
            double bodyTemperature,
            double glucose) {

        /** Those of an adult at rest, from which an illness departs. */
        public static Levels healthy() {
            return new Levels(75, 0.03, 15, 97, 120, 36.8, 110);
        }

        /** The same with other circulation and breathing. */
        public Levels with(double heart, double breath, double oxygen, double pressure) {
            return new Levels(heart, beatScatter, breath, oxygen, pressure, bodyTemperature, glucose);
        }

        /** The same with another body temperature, Cel. */
        public Levels atTemperature(double temperature) {
            return new Levels(heartRate, beatScatter, respiratoryRate, spo2, systolic, temperature, glucose);
        }

        /** The same with another glucose, mg/dL. */
        public Levels atGlucose(double concentration) {
            return new Levels(heartRate, beatScatter, respiratoryRate, spo2, systolic, bodyTemperature, concentration);
        }

        /** The same with beats that stray further. */
        public Levels scattering(double share) {
            return new Levels(heartRate, share, respiratoryRate, spo2, systolic, bodyTemperature, glucose);
        }
    }

    /** How far the illness has gone, 0 to 1. */
    double progress(Duration sinceStart) {
        if (sinceStart.compareTo(onset) <= 0) {
            return 0;
        }
        return Math.min(1, sinceStart.minus(onset).toMillis() / (double) ramp.toMillis());
    }

    /** How far the saturation has gone, 0 to 1. */
    double oxygenProgress(Duration sinceStart) {
        return progress(sinceStart.minus(oxygenLag));
    }

    /** Time since the onset; zero before. */
    Duration since(Duration sinceStart) {
        return sinceStart.compareTo(onset) <= 0 ? Duration.ZERO : sinceStart.minus(onset);
    }

    /** ACVPU at this time. */
    Code consciousnessAt(Duration sinceStart) {
        return progress(sinceStart) >= CLOUDED_FROM ? consciousness : Code.ALERT;
    }
}

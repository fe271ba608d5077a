package org.wardlight.app.trends;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.wardlight.events.PatientRef;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.Vital;
import org.wardlight.trends.schema.Resolution;
import org.wardlight.trends.schema.TrendPoint;
import org.wardlight.trends.schema.TrendSchema;

/**
 * A ward of made-up patients with a row a minute for eight vitals each, for as many hours as wanted. The same seed gives the
 * same numbers; references are new each time, so that a store that is used by others can be timed too.
 *
 * @param patients who is in it
 * @param end of the last minute
 * @param hours before the end
 */
record TimedWard(List<String> patients, Instant end, int hours) {

    static final List<Vital> VITALS = List.of(
            Vital.HEART_RATE,
            Vital.PULSE_RATE,
            Vital.RESPIRATORY_RATE,
            Vital.SPO2,
            Vital.SYSTOLIC_PRESSURE,
            Vital.DIASTOLIC_PRESSURE,
            Vital.MEAN_PRESSURE,
            Vital.BODY_TEMPERATURE);

    private static final int READINGS = 60;

    TimedWard {
        patients = List.copyOf(patients);
    }

    static TimedWard of(int patients, int hours, Instant end, SecureRandom random) {
        List<String> refs = new ArrayList<>();
        for (int i = 0; i < patients; i++) {
            refs.add(PatientRef.random(random).value());
        }
        return new TimedWard(refs, end, hours);
    }

    Instant start() {
        return end.minus(Duration.ofHours(hours));
    }

    int minutes() {
        return hours * 60;
    }

    long rows() {
        return (long) patients.size() * VITALS.size() * minutes();
    }

    /** The lines of one minute. */
    List<String> minute(int number, Random random) {
        Instant time = start().plus(Duration.ofMinutes(number));
        List<String> lines = new ArrayList<>(patients.size() * VITALS.size());
        for (String patient : patients) {
            for (Vital vital : VITALS) {
                lines.add(TrendSchema.vital(point(patient, vital, time, random)).toLineProtocol());
            }
        }
        return lines;
    }

    private static TrendPoint point(String patient, Vital vital, Instant time, Random random) {
        double mean = 80 + Math.round(random.nextGaussian() * 100) / 10.0;
        return new TrendPoint(
                "timing",
                patient,
                vital,
                Method.METHOD_UNSPECIFIED,
                Resolution.ONE_MINUTE,
                time,
                0,
                mean - 2,
                mean,
                mean + 2,
                1,
                0.1,
                READINGS,
                1,
                0);
    }
}

package org.wardlight.simulators.physiology;

import java.time.Duration;
import java.time.Instant;

/**
 * One simulated adult, whose vitals belong together. Every value is a function of seed, bed and ward time, so that two
 * devices on the same patient agree and a run can be repeated.
 *
 * <p>A body without illness stays within HR 58-95 /min, RR 12-19 /min, SpO2 95-99 %, systolic 108-140 mm[Hg],
 * 36.3-37.5 Cel and glucose 80-145 mg/dL: NEWS2 0 to 2 (Royal College of Physicians 2017) and inside every limit of the adult-ward profile. Sizes
 * of the swings: circadian heart rate 5-8 /min and temperature 0.2-0.4 Cel from trough to peak are textbook figures; the
 * others are proposals chosen to look alive.
 */
public final class PatientBody {

    private static final long SECOND = 1_000L;
    private static final long MINUTE = 60 * SECOND;

    /** Fever climbs slowly, Cel per minute; steeper steps would be an artefact of the sensor. */
    private static final double FEVER_PER_MINUTE = 0.4;

    /** A sick body's swings shrink to this share: little is left of day and night. */
    private static final double SWING_LOST_TO_ILLNESS = 0.7;

    private static final double HEALTHY_SCATTER = Illness.Levels.healthy().beatScatter();

    /** A rhythm without order wanders: so many times its beats' scatter, as a share of the rate, within seconds. */
    private static final double WANDER_PER_SCATTER = 0.5;

    private final Resting resting;
    private final DailyRhythm rhythm;
    private final SeededNoise heart;
    private final SeededNoise breath;
    private final SeededNoise oxygen;
    private final SeededNoise pressure;
    private final SeededNoise warmth;
    private final SeededNoise sugar;

    /**
     * The patient in one bed.
     *
     * @param seed of the run
     * @param bedIndex 1 for the first bed
     */
    public PatientBody(long seed, int bedIndex) {
        String patient = "patient-" + bedIndex;
        this.resting = Resting.of(new SeededNoise(seed, patient + "/resting"));
        this.rhythm = new DailyRhythm(seed, patient);
        this.heart = new SeededNoise(seed, patient + "/heart");
        this.breath = new SeededNoise(seed, patient + "/breath");
        this.oxygen = new SeededNoise(seed, patient + "/oxygen");
        this.pressure = new SeededNoise(seed, patient + "/pressure");
        this.warmth = new SeededNoise(seed, patient + "/warmth");
        this.sugar = new SeededNoise(seed, patient + "/sugar");
    }

    /**
     * What the body does at a moment.
     *
     * @param time ward time
     * @param illness what befalls it, or {@link Illness#NONE}
     * @param sinceStart how far into the run that is, for the illness
     */
    public Vitals at(Instant time, Illness illness, Duration sinceStart) {
        Moment now = moment(time.toEpochMilli());
        double strain = illness.progress(sinceStart);
        double desaturation = illness.oxygenProgress(sinceStart);
        Illness.Levels sick = illness.levels();
        double systolic = level(resting.systolic, sick.systolic(), strain, systolicSwing(now));
        double fever = fever(illness, sinceStart);
        double scatter = HEALTHY_SCATTER + strain * (sick.beatScatter() - HEALTHY_SCATTER);
        return new Vitals(
                level(resting.heartRate, sick.heartRate(), strain, heartSwing(now)) * (1 + wander(now, scatter)),
                scatter,
                level(resting.respiratoryRate, sick.respiratoryRate(), strain, breathSwing(now)),
                Math.min(100, level(resting.spo2, sick.spo2(), desaturation, oxygenSwing(now))),
                systolic,
                systolic * resting.diastolicShare + 1.5 * pressure.curve(now.millis, 7 * MINUTE),
                resting.bodyTemperature + fever + temperatureSwing(now),
                resting.skinTemperature + 0.6 * fever + skinSwing(now),
                level(resting.glucose, sick.glucose(), strain, glucoseSwing(now)),
                now.activity,
                illness.consciousnessAt(sinceStart));
    }

    private Moment moment(long millis) {
        return new Moment(millis, rhythm.asleep(millis), rhythm.activity(millis), rhythm.circadian(millis));
    }

    private static double level(double atRest, double sick, double strain, double swing) {
        return atRest + strain * (sick - atRest) + (1 - SWING_LOST_TO_ILLNESS * strain) * swing;
    }

    private double heartSwing(Moment now) {
        return 1.8 * now.circadian
                - 3.5 * now.asleep
                + 10 * now.activity
                + sinusArrhythmia(now)
                + 2 * heart.curve(now.millis, 20 * MINUTE)
                + 1.2 * heart.curve(now.millis, 4 * SECOND);
    }

    /** Breathing in quickens the heart, breathing out slows it; less so when the patient moves. */
    private double sinusArrhythmia(Moment now) {
        double wander = 0.2 * breath.curve(now.millis, 30 * SECOND);
        double breaths = resting.respiratoryRate * now.millis / MINUTE + wander;
        double withinBreath = breaths - Math.floor(breaths);
        return (1.8 - 1.2 * now.activity) * StrictMath.sin(2 * StrictMath.PI * withinBreath);
    }

    private double wander(Moment now, double scatter) {
        return WANDER_PER_SCATTER * (scatter - HEALTHY_SCATTER) * heart.curve(now.millis, 6 * SECOND);
    }

    private double breathSwing(Moment now) {
        return 0.3 * now.circadian
                - 0.8 * now.asleep
                + 1.8 * now.activity
                + 0.7 * breath.curve(now.millis, 40 * SECOND);
    }

    private double oxygenSwing(Moment now) {
        return -0.5 * now.asleep - 0.4 * now.activity + 0.6 * oxygen.curve(now.millis, 25 * SECOND);
    }

    private double systolicSwing(Moment now) {
        return 2 * now.circadian - 5 * now.asleep + 4 * now.activity + 3 * pressure.curve(now.millis, 15 * MINUTE);
    }

    private double temperatureSwing(Moment now) {
        return 0.15 * now.circadian + 0.08 * warmth.curve(now.millis, 50 * MINUTE);
    }

    private double skinSwing(Moment now) {
        return 0.7 * now.asleep - 0.4 * now.activity + 0.4 * warmth.curve(now.millis, 9 * MINUTE);
    }

    /** Slower than 1 mg/dL a minute: meals and the liver, not insulin. */
    private double glucoseSwing(Moment now) {
        return 5 * now.circadian + 13 * sugar.curve(now.millis, 70 * MINUTE);
    }

    private double fever(Illness illness, Duration sinceStart) {
        double minutes = illness.since(sinceStart).toMillis() / (double) MINUTE;
        double way = illness.levels().bodyTemperature() - resting.bodyTemperature;
        return Math.copySign(Math.min(Math.abs(way), FEVER_PER_MINUTE * minutes), way);
    }

    private record Moment(long millis, double asleep, double activity, double circadian) {}

    private record Resting(
            double heartRate,
            double respiratoryRate,
            double spo2,
            double systolic,
            double diastolicShare,
            double bodyTemperature,
            double skinTemperature,
            double glucose) {

        static Resting of(SeededNoise nature) {
            return new Resting(
                    nature.between(69, 78, 0),
                    nature.between(14, 16, 1),
                    nature.between(96.9, 98, 2),
                    nature.between(120, 129, 3),
                    nature.between(0.59, 0.65, 4),
                    nature.between(36.65, 36.95, 5),
                    nature.between(32.5, 33.8, 6),
                    nature.between(100, 125, 7));
        }
    }
}

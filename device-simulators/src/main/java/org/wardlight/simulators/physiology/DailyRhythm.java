package org.wardlight.simulators.physiology;

/**
 * When one patient sleeps and moves. The day is the UTC day. Patients on a ward lie most of the time: bouts of activity
 * last a few minutes and never happen in deep sleep.
 */
final class DailyRhythm {

    private static final long MINUTE = 60_000L;
    private static final double HOUR = 3_600_000.0;
    private static final double DAY_HOURS = 24;
    private static final double FALLING_ASLEEP_HOURS = 0.5;
    private static final double WARMEST_HOUR = 17;

    private final double bedtime;
    private final double nightHours;
    private final SeededNoise bouts;
    private final SeededNoise restless;
    private final SeededNoise waking;

    DailyRhythm(long seed, String patient) {
        SeededNoise habits = new SeededNoise(seed, patient + "/habits");
        this.bedtime = habits.between(21.25, 22.75, 0);
        this.nightHours = habits.between(7.5, 9, 1);
        this.bouts = new SeededNoise(seed, patient + "/bouts");
        this.restless = new SeededNoise(seed, patient + "/restless");
        this.waking = new SeededNoise(seed, patient + "/waking");
    }

    /** 0 awake to 1 fast asleep. */
    double asleep(long millis) {
        double sinceBedtime = (hourOfDay(millis) - bedtime + DAY_HOURS) % DAY_HOURS;
        if (sinceBedtime >= nightHours) {
            return 0;
        }
        double fallingAsleep = SeededNoise.smoothStep(sinceBedtime / FALLING_ASLEEP_HOURS);
        double wakingUp = SeededNoise.smoothStep((nightHours - sinceBedtime) / FALLING_ASLEEP_HOURS);
        double wakingAtNight = SeededNoise.smoothStep((waking.curve(millis, 25 * MINUTE) - 0.7) / 0.2);
        return Math.min(fallingAsleep, wakingUp) * (1 - 0.8 * wakingAtNight);
    }

    /** 0 still to 1 walking about. */
    double activity(long millis) {
        double bout = SeededNoise.smoothStep((bouts.curve(millis, 12 * MINUTE) - 0.2) / 0.6);
        if (bout == 0) {
            return 0;
        }
        double unrest = 0.85 + 0.15 * restless.curve(millis, 40_000);
        return bout * unrest * (1 - asleep(millis));
    }

    /** The body's clock: 1 in the late afternoon, -1 twelve hours later. */
    double circadian(long millis) {
        return StrictMath.cos(2 * StrictMath.PI * (hourOfDay(millis) - WARMEST_HOUR) / DAY_HOURS);
    }

    private static double hourOfDay(long millis) {
        return (millis / HOUR) % DAY_HOURS;
    }
}

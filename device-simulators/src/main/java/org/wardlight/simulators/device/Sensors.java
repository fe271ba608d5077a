package org.wardlight.simulators.device;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.MissingReason;
import org.wardlight.events.v1.ReadingFlag;
import org.wardlight.events.v1.Vital;
import org.wardlight.simulators.physiology.SeededNoise;
import org.wardlight.simulators.physiology.Vitals;

/** Turns what a body does into what one device reports: its own errors, rounding, signal quality, missing probe. */
public final class Sensors {

    /** What hangs on the oximeter's probe, and is gone when it falls off. */
    private static final Set<Vital> ON_THE_PROBE = Set.of(Vital.SPO2, Vital.PULSE_RATE);

    /** Vitals for which the devices know how good their signal is. */
    private static final Set<Vital> WITH_QUALITY =
            Set.of(Vital.HEART_RATE, Vital.PULSE_RATE, Vital.SPO2, Vital.RESPIRATORY_RATE);

    private static final double MOTION_FROM = 0.6;

    /** Lying still the heart's own beat moves the chest this much; walking about moves it half a g more. */
    private static final double STILL_G = 0.02;

    private static final double WALKING_G = 0.5;
    private static final double BATTERY_PERCENT_PER_HOUR = 1.2;

    private final DeviceProfile profile;
    private final SeededNoise pulseError;
    private final SeededNoise cuffError;
    private final SeededNoise quality;
    private final SeededNoise battery;
    private final SeededNoise beat;
    private final MotionArtefact artefact;

    /** The sensors of one device in a run with this seed. */
    public Sensors(SimulatedDevice device, long seed) {
        String name = "device-" + device.deviceId();
        this.profile = device.profile();
        this.pulseError = new SeededNoise(seed, name + "/pulse");
        this.cuffError = new SeededNoise(seed, name + "/cuff");
        this.quality = new SeededNoise(seed, name + "/quality");
        this.battery = new SeededNoise(seed, name + "/battery");
        this.beat = new SeededNoise(seed, name + "/beat");
        this.artefact = new MotionArtefact(new SeededNoise(seed, name + "/motion"));
    }

    /**
     * Reads some signals at one moment.
     *
     * @param batteryPercent the charge at that moment
     */
    public List<Measurement> read(
            List<Signal> signals, Instant at, Vitals vitals, SensorTrouble trouble, int batteryPercent) {
        return signals.stream()
                .map(signal -> trouble == SensorTrouble.PROBE_OFF && ON_THE_PROBE.contains(signal.vital())
                        ? signal.readingAt(at)
                                .setMissing(MissingReason.SENSOR_OFF)
                                .build()
                        : read(signal, at, vitals, trouble, batteryPercent))
                .toList();
    }

    /** Charge in %: mains for a monitor; a wearable loses 1.2 % an hour and is charged at 36 %. */
    public int batteryPercent(Instant at) {
        if (profile.equals(DeviceProfile.BEDSIDE_MONITOR)) {
            return 100;
        }
        double hours = at.toEpochMilli() / 3_600_000.0;
        return (int) (96 - (60 * battery.unit(0) + BATTERY_PERCENT_PER_HOUR * hours) % 60);
    }

    private Measurement read(Signal signal, Instant at, Vitals vitals, SensorTrouble trouble, int batteryPercent) {
        return signal.vital() == Vital.BATTERY
                ? signal.readingAt(at).setValue(batteryPercent).build()
                : measured(signal, at, vitals, trouble == SensorTrouble.MOTION);
    }

    private Measurement measured(Signal signal, Instant at, Vitals vitals, boolean moving) {
        Measurement.Builder reading = signal.readingAt(at);
        if (signal.vital() == Vital.CONSCIOUSNESS) {
            return reading.setCode(vitals.consciousness())
                    .addFlags(ReadingFlag.CHARTED)
                    .build();
        }
        double value = value(signal.vital(), at, vitals);
        boolean distorted = moving && WITH_QUALITY.contains(signal.vital());
        reading.setValue(rounded(signal.vital(), distorted ? artefact.distorted(signal.vital(), value, at) : value));
        if (signal.method() == Method.MANUAL) {
            reading.addFlags(ReadingFlag.CHARTED);
        }
        if (WITH_QUALITY.contains(signal.vital())) {
            reading.setQualityPercent(distorted ? artefact.qualityPercent(at) : qualityPercent(signal, at, vitals));
        }
        if (distorted || (signal.method() == Method.OPTICAL_WRIST && vitals.activity() > MOTION_FROM)) {
            reading.addFlags(ReadingFlag.MOTION);
        }
        return reading.build();
    }

    private double value(Vital vital, Instant at, Vitals vitals) {
        long millis = at.toEpochMilli();
        return switch (vital) {
            case HEART_RATE -> vitals.heartRate();
            case PULSE_RATE -> vitals.heartRate() + 0.6 * pulseError.curve(millis, 3_000);
            case RESPIRATORY_RATE -> vitals.respiratoryRate();
            case SPO2 -> vitals.spo2();
            case BODY_TEMPERATURE -> vitals.bodyTemperature();
            case SKIN_TEMPERATURE -> vitals.skinTemperature();
            case SYSTOLIC_PRESSURE -> systolic(millis, vitals);
            case DIASTOLIC_PRESSURE -> diastolic(millis, vitals);
            case MEAN_PRESSURE -> (systolic(millis, vitals) + 2 * diastolic(millis, vitals)) / 3;
            case OXYGEN_FLOW -> 0;
            case GLUCOSE -> vitals.glucose();
            case INTER_BEAT_INTERVAL -> beatMillis(at, vitals);
            case BODY_MOTION -> STILL_G + WALKING_G * vitals.activity();
            default -> throw new IllegalStateException("no simulated sensor for " + vital);
        };
    }

    private double systolic(long millis, Vitals vitals) {
        return vitals.systolic() + 1.5 * cuffError.curve(millis, 60_000);
    }

    private double diastolic(long millis, Vitals vitals) {
        return vitals.diastolic() + 1.5 * cuffError.curve(millis + 30_000, 60_000);
    }

    /** From the beat before to the last one; no two beats keep the same time. */
    private double beatMillis(Instant at, Vitals vitals) {
        double stray = vitals.beatScatter() * beat.between(-1, 1, at.getEpochSecond());
        return 60_000 / vitals.heartRate() * (1 + stray);
    }

    private int qualityPercent(Signal signal, Instant at, Vitals vitals) {
        double loss = signal.method() == Method.ECG ? 5 : 18;
        double best = signal.method() == Method.IMPEDANCE ? 92 : 97;
        return (int) (best - loss * vitals.activity() + 2 * quality.curve(at.toEpochMilli(), 8_000));
    }

    private static double rounded(Vital vital, double value) {
        double scale = StrictMath.pow(10, VitalCatalogue.standard().get(vital).getDecimals());
        return Math.round(value * scale) / scale;
    }
}

package org.wardlight.simulators.scenario;

import java.time.Duration;
import org.wardlight.events.v1.Code;
import org.wardlight.simulators.physiology.Illness;
import org.wardlight.simulators.physiology.Illness.Levels;
import org.wardlight.simulators.scenario.DeviceScript.Loss;

/**
 * One thing that can go wrong. The courses are drawn to be recognisable in a short demonstration: real ones take hours.
 *
 * @param ofThePatient whether it befalls the patient, and so shows on every device of the bed, or one device only
 * @param script what the device and the patient go through
 */
public record Mishap(boolean ofThePatient, DeviceScript script) {

    private static final Levels SEPTIC = Levels.healthy().with(128, 28, 86, 95).atTemperature(38.9);
    private static final Levels OVERDOSED =
            Levels.healthy().with(62, 5, 82, 106).atTemperature(36.6);
    private static final Levels BLED = Levels.healthy().with(131, 26, 95, 78).atTemperature(36.4);
    private static final Levels FEVERISH =
            Levels.healthy().with(104, 20, 96, 122).atTemperature(39.4);
    private static final Levels FIBRILLATING =
            Levels.healthy().with(96, 16, 96, 116).scattering(0.24);
    private static final Levels SUGARLESS =
            Levels.healthy().with(104, 18, 97, 128).atGlucose(46);

    static final Mishap SEPSIS = ofThePatient(
            new Illness(seconds(60), seconds(70), Duration.ZERO, SEPTIC, Code.CONFUSED),
            "spo2-low",
            "heart-rate-high",
            "pulse-rate-high",
            "body-temperature-high");

    static final Mishap OPIOID = ofThePatient(
            new Illness(seconds(60), seconds(90), seconds(20), OVERDOSED, Code.VOICE),
            "respiratory-rate-low",
            "spo2-low");

    static final Mishap HAEMORRHAGE = ofThePatient(
            new Illness(seconds(60), seconds(120), Duration.ZERO, BLED, Code.CONFUSED),
            "heart-rate-high",
            "pulse-rate-high",
            "systolic-pressure-low");

    static final Mishap FEVER = ofThePatient(
            new Illness(seconds(60), seconds(300), Duration.ZERO, FEVERISH, Code.ALERT), "body-temperature-high");

    /** No limit stands against a rhythm, so nothing is promised. */
    static final Mishap IRREGULAR_PULSE =
            ofThePatient(new Illness(seconds(60), seconds(15), Duration.ZERO, FIBRILLATING, Code.ALERT));

    /** Eighteen minutes: a sensor that fell faster than 5 mg/dL a minute would not be believed. */
    static final Mishap HYPOGLYCAEMIA = ofThePatient(
            new Illness(seconds(60), seconds(1080), Duration.ZERO, SUGARLESS, Code.CONFUSED), "glucose-low");

    static final Mishap PROBE_OFF = ofTheDevice(new DeviceFault.ProbeOff(seconds(40)), new Loss(seconds(40), null));

    static final Mishap DROPOUT =
            ofTheDevice(new DeviceFault.Outage(seconds(45), seconds(105)), new Loss(seconds(45), seconds(105)));

    static final Mishap SILENCE = ofTheDevice(new DeviceFault.Silence(seconds(45)), new Loss(seconds(45), null));

    static final Mishap MOTION = ofTheDevice(new DeviceFault.Motion(seconds(40), seconds(220)));
    static final Mishap REPEATS = ofTheDevice(new DeviceFault.Repeats());
    static final Mishap CLOCK_AHEAD = ofTheDevice(new DeviceFault.WrongClock(Duration.ofMinutes(7)));
    static final Mishap CLOCK_BEHIND = ofTheDevice(new DeviceFault.WrongClock(Duration.ofMinutes(-4)));
    static final Mishap LOW_BATTERY = ofTheDevice(new DeviceFault.LowBattery(22, 2));

    static Mishap exchangeWith(int otherBed) {
        return ofTheDevice(new DeviceFault.Exchange(seconds(60), otherBed));
    }

    private static Mishap ofThePatient(Illness illness, String... breaches) {
        return new Mishap(true, DeviceScript.of(illness, breaches));
    }

    private static Mishap ofTheDevice(DeviceFault fault, Loss loss) {
        return new Mishap(false, DeviceScript.of(fault, loss));
    }

    private static Mishap ofTheDevice(DeviceFault fault) {
        return new Mishap(false, DeviceScript.of(fault));
    }

    private static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }
}

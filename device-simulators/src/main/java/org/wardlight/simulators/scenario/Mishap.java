package org.wardlight.simulators.scenario;

import java.time.Duration;
import org.wardlight.events.v1.Code;
import org.wardlight.simulators.physiology.Illness;
import org.wardlight.simulators.scenario.DeviceFaults.Outage;
import org.wardlight.simulators.scenario.DeviceScript.Loss;

/**
 * One thing that can go wrong. The courses are drawn to be recognisable in a short demonstration: real ones take hours.
 *
 * @param ofThePatient whether it befalls the patient, and so shows on every device of the bed, or one device only
 * @param script what the device and the patient go through
 */
public record Mishap(boolean ofThePatient, DeviceScript script) {

    private static final Illness.Levels SEPTIC = new Illness.Levels(128, 28, 86, 95, 38.9);
    private static final Illness.Levels OVERDOSED = new Illness.Levels(62, 5, 82, 106, 36.6);

    static final Mishap SEPSIS = new Mishap(
            true,
            DeviceScript.of(
                    new Illness(seconds(60), seconds(70), Duration.ZERO, SEPTIC, Code.CONFUSED),
                    "spo2-low",
                    "heart-rate-high",
                    "pulse-rate-high",
                    "body-temperature-high"));

    static final Mishap OPIOID = new Mishap(
            true,
            DeviceScript.of(
                    new Illness(seconds(60), seconds(90), seconds(20), OVERDOSED, Code.VOICE),
                    "respiratory-rate-low",
                    "spo2-low"));

    static final Mishap PROBE_OFF =
            new Mishap(false, DeviceScript.of(new DeviceFaults(seconds(40), null, null), new Loss(seconds(40), null)));

    static final Mishap DROPOUT = new Mishap(
            false,
            DeviceScript.of(
                    new DeviceFaults(null, new Outage(seconds(45), seconds(105)), null),
                    new Loss(seconds(45), seconds(105))));

    static final Mishap SILENCE =
            new Mishap(false, DeviceScript.of(new DeviceFaults(null, null, seconds(45)), new Loss(seconds(45), null)));

    private static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }
}

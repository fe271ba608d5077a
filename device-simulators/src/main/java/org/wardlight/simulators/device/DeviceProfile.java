package org.wardlight.simulators.device;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.wardlight.events.v1.BodySite;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.Vital;

/**
 * A kind of device: what it delivers, how it measures and how often it speaks. A recording brings its own; these are the
 * ones that can be simulated.
 *
 * @param id name in configuration, for example {@code bedside-monitor}
 * @param interval time between two messages
 * @param signals everything it delivers
 */
public record DeviceProfile(String id, Duration interval, List<Signal> signals) {

    /** A monitor at the bed, wired to the patient; consciousness and oxygen are entered at it by a nurse. */
    public static final DeviceProfile BEDSIDE_MONITOR = new DeviceProfile(
            "bedside-monitor",
            seconds(1),
            List.of(
                    new Signal(Vital.HEART_RATE, Method.ECG, BodySite.CHEST, seconds(1)),
                    new Signal(Vital.PULSE_RATE, Method.OXIMETRY, BodySite.FINGER, seconds(1)),
                    new Signal(Vital.SPO2, Method.OXIMETRY, BodySite.FINGER, seconds(1)),
                    new Signal(Vital.RESPIRATORY_RATE, Method.IMPEDANCE, BodySite.CHEST, seconds(1)),
                    new Signal(Vital.BODY_TEMPERATURE, Method.THERMISTOR, BodySite.AXILLA, seconds(10)),
                    new Signal(Vital.SYSTOLIC_PRESSURE, Method.CUFF, BodySite.UPPER_ARM, seconds(60)),
                    new Signal(Vital.DIASTOLIC_PRESSURE, Method.CUFF, BodySite.UPPER_ARM, seconds(60)),
                    new Signal(Vital.MEAN_PRESSURE, Method.CUFF, BodySite.UPPER_ARM, seconds(60)),
                    nowhere(Vital.CONSCIOUSNESS, Method.MANUAL),
                    nowhere(Vital.OXYGEN_FLOW, Method.MANUAL),
                    nowhere(Vital.BATTERY, Method.METHOD_UNSPECIFIED)));

    /** A band at the wrist: light through the skin, its own battery, no cuff. */
    public static final DeviceProfile WRIST_WEARABLE = new DeviceProfile(
            "wrist-wearable",
            seconds(5),
            List.of(
                    new Signal(Vital.PULSE_RATE, Method.OPTICAL_WRIST, BodySite.WRIST, seconds(5)),
                    new Signal(Vital.SPO2, Method.OPTICAL_WRIST, BodySite.WRIST, seconds(5)),
                    new Signal(Vital.RESPIRATORY_RATE, Method.OPTICAL_WRIST, BodySite.WRIST, seconds(5)),
                    new Signal(Vital.SKIN_TEMPERATURE, Method.THERMISTOR, BodySite.WRIST, seconds(60)),
                    nowhere(Vital.BATTERY, Method.METHOD_UNSPECIFIED)));

    /** A patch on the chest: heart rate and the last beat every second, sent together every four to spare the battery. */
    public static final DeviceProfile CHEST_PATCH = new DeviceProfile(
            "chest-patch",
            seconds(4),
            List.of(
                    new Signal(Vital.HEART_RATE, Method.ECG, BodySite.CHEST, seconds(1)),
                    new Signal(Vital.INTER_BEAT_INTERVAL, Method.ECG, BodySite.CHEST, seconds(1)),
                    new Signal(Vital.RESPIRATORY_RATE, Method.IMPEDANCE, BodySite.CHEST, seconds(4)),
                    new Signal(Vital.BODY_MOTION, Method.ACCELEROMETER, BodySite.CHEST, seconds(4)),
                    new Signal(Vital.SKIN_TEMPERATURE, Method.THERMISTOR, BodySite.CHEST, seconds(60)),
                    nowhere(Vital.BATTERY, Method.METHOD_UNSPECIFIED)));

    /**
     * A continuous glucose monitor: a thread under the skin of the upper arm. Real ones speak every one to five minutes;
     * this one every minute, so that a demonstration sees it.
     */
    public static final DeviceProfile CGM = new DeviceProfile(
            "cgm",
            seconds(60),
            List.of(
                    new Signal(Vital.GLUCOSE, Method.INTERSTITIAL, BodySite.UPPER_ARM, seconds(60)),
                    new Signal(
                            Vital.BATTERY, Method.METHOD_UNSPECIFIED, BodySite.BODY_SITE_UNSPECIFIED, seconds(300))));

    private static final List<DeviceProfile> SIMULATED = List.of(BEDSIDE_MONITOR, WRIST_WEARABLE, CHEST_PATCH, CGM);

    /** @throws IllegalArgumentException when it delivers nothing, or never */
    public DeviceProfile {
        signals = List.copyOf(signals);
        if (signals.isEmpty() || interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("the device profile " + id + " delivers nothing");
        }
    }

    /**
     * The simulated profile of this name.
     *
     * @throws IllegalArgumentException naming the known ones
     */
    public static DeviceProfile byId(String id) {
        return SIMULATED.stream()
                .filter(profile -> profile.id.equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("unknown device profile \"" + id + "\"; known are " + knownIds()));
    }

    /** Whether it delivers this vital. */
    public boolean measures(Vital vital) {
        return signals().stream().anyMatch(signal -> signal.vital() == vital);
    }

    private static Signal nowhere(Vital vital, Method method) {
        return new Signal(vital, method, BodySite.BODY_SITE_UNSPECIFIED, seconds(60));
    }

    private static String knownIds() {
        return SIMULATED.stream().map(DeviceProfile::id).collect(Collectors.joining(", "));
    }

    private static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }
}

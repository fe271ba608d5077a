package org.wardlight.simulators.device;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.wardlight.events.v1.BodySite;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.Vital;

/** Kinds of devices: what each delivers, how it measures and how often it speaks. */
public enum DeviceProfile {

    /** A monitor at the bed, wired to the patient; consciousness and oxygen are entered at it by a nurse. */
    BEDSIDE_MONITOR("bedside-monitor", Duration.ofSeconds(1)) {
        @Override
        public List<Signal> signals() {
            return MONITOR_SIGNALS;
        }
    },

    /** A band at the wrist: light through the skin, its own battery, no cuff. */
    WRIST_WEARABLE("wrist-wearable", Duration.ofSeconds(5)) {
        @Override
        public List<Signal> signals() {
            return WEARABLE_SIGNALS;
        }
    },

    /** What recordings of bedside monitors hold once a second: no temperature, no pressure, nothing entered by hand. */
    BEDSIDE_RECORDING("bedside-recording", Duration.ofSeconds(1)) {
        @Override
        public List<Signal> signals() {
            return RECORDING_SIGNALS;
        }
    };

    private static final List<Signal> MONITOR_SIGNALS = List.of(
            new Signal(Vital.HEART_RATE, Method.ECG, BodySite.CHEST, seconds(1)),
            new Signal(Vital.PULSE_RATE, Method.OXIMETRY, BodySite.FINGER, seconds(1)),
            new Signal(Vital.SPO2, Method.OXIMETRY, BodySite.FINGER, seconds(1)),
            new Signal(Vital.RESPIRATORY_RATE, Method.IMPEDANCE, BodySite.CHEST, seconds(1)),
            new Signal(Vital.BODY_TEMPERATURE, Method.THERMISTOR, BodySite.AXILLA, seconds(10)),
            new Signal(Vital.SYSTOLIC_PRESSURE, Method.CUFF, BodySite.UPPER_ARM, seconds(60)),
            new Signal(Vital.DIASTOLIC_PRESSURE, Method.CUFF, BodySite.UPPER_ARM, seconds(60)),
            new Signal(Vital.MEAN_PRESSURE, Method.CUFF, BodySite.UPPER_ARM, seconds(60)),
            new Signal(Vital.CONSCIOUSNESS, Method.MANUAL, BodySite.BODY_SITE_UNSPECIFIED, seconds(60)),
            new Signal(Vital.OXYGEN_FLOW, Method.MANUAL, BodySite.BODY_SITE_UNSPECIFIED, seconds(60)),
            new Signal(Vital.BATTERY, Method.METHOD_UNSPECIFIED, BodySite.BODY_SITE_UNSPECIFIED, seconds(60)));

    private static final List<Signal> WEARABLE_SIGNALS = List.of(
            new Signal(Vital.PULSE_RATE, Method.OPTICAL_WRIST, BodySite.WRIST, seconds(5)),
            new Signal(Vital.SPO2, Method.OPTICAL_WRIST, BodySite.WRIST, seconds(5)),
            new Signal(Vital.RESPIRATORY_RATE, Method.OPTICAL_WRIST, BodySite.WRIST, seconds(5)),
            new Signal(Vital.SKIN_TEMPERATURE, Method.THERMISTOR, BodySite.WRIST, seconds(60)),
            new Signal(Vital.BATTERY, Method.METHOD_UNSPECIFIED, BodySite.BODY_SITE_UNSPECIFIED, seconds(60)));

    private static final List<Signal> RECORDING_SIGNALS = List.of(
            new Signal(Vital.HEART_RATE, Method.ECG, BodySite.CHEST, seconds(1)),
            new Signal(Vital.PULSE_RATE, Method.OXIMETRY, BodySite.FINGER, seconds(1)),
            new Signal(Vital.RESPIRATORY_RATE, Method.IMPEDANCE, BodySite.CHEST, seconds(1)),
            new Signal(Vital.SPO2, Method.OXIMETRY, BodySite.FINGER, seconds(1)));

    private final String id;
    private final Duration interval;

    DeviceProfile(String id, Duration interval) {
        this.id = id;
        this.interval = interval;
    }

    /**
     * The profile of this name.
     *
     * @throws IllegalArgumentException naming the known ones
     */
    public static DeviceProfile byId(String id) {
        return Arrays.stream(values())
                .filter(profile -> profile.id.equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("unknown device profile \"" + id + "\"; known are " + knownIds()));
    }

    /** Name in configuration, for example {@code bedside-monitor}. */
    public String id() {
        return id;
    }

    /** Time between two messages. */
    public Duration interval() {
        return interval;
    }

    /** Everything it delivers. */
    public abstract List<Signal> signals();

    /** Whether it delivers this vital. */
    public boolean measures(Vital vital) {
        return signals().stream().anyMatch(signal -> signal.vital() == vital);
    }

    private static String knownIds() {
        return Arrays.stream(values()).map(DeviceProfile::id).collect(Collectors.joining(", "));
    }

    private static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }
}

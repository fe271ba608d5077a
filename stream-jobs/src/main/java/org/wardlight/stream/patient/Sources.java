package org.wardlight.stream.patient;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalNumeric;
import org.wardlight.stream.patient.GridRule.Finding;
import org.wardlight.stream.quality.SignalQuality;

/**
 * Who says what of a patient: two devices may deliver one vital, and the heart rate of an ECG and the pulse of an oximeter are
 * two sources of one thing. Differences from which one of them must be wrong: Wardlight proposals, that of the heart 20 /min
 * for 30 s.
 */
final class Sources {

    /** Apart by more than this, two sources disagree; in the unit of the vital. */
    private static final Map<Vital, Double> TOLERANCE =
            new EnumMap<>(Map.of(Vital.HEART_RATE, 20.0, Vital.RESPIRATORY_RATE, 8.0, Vital.SPO2, 5.0));

    /** A source is heard for this long after its last value. */
    private static final long HEARD_MILLIS = 60_000;

    private static final int VALUES = 3;

    private final List<SourceState> sources;

    /** Works on the given list, which it changes. */
    Sources(List<SourceState> sources) {
        this.sources = sources;
    }

    /** Vitals of which sources are held against each other. */
    static Set<Vital> compared() {
        return TOLERANCE.keySet();
    }

    /** Takes the usable values of a live message. */
    void add(VitalNumeric numeric) {
        for (Measurement measurement : numeric.getMeasurementsList()) {
            boolean compared = measurement.hasValue() && TOLERANCE.containsKey(what(measurement.getVital()));
            if (compared && !numeric.getDeviceId().isEmpty() && SignalQuality.isUsable(measurement)) {
                SourceState source = source(measurement.getVital(), numeric.getDeviceId());
                source.lastMillis = numeric.getIngestTimeMs();
                int from = Math.max(0, source.values.length + 1 - VALUES);
                source.values = Arrays.copyOfRange(source.values, from, source.values.length + 1);
                source.values[source.values.length - 1] = measurement.getValue();
            }
        }
    }

    /** Forgets who has not been heard for a while. */
    void forget(long gridMillis) {
        sources.removeIf(source -> gridMillis - source.lastMillis > HEARD_MILLIS);
    }

    /** Whether two devices deliver the same vital. */
    Finding twoDevices(Vital vital) {
        long devices = sources.stream()
                .filter(source -> source.vital == vital)
                .map(source -> source.deviceId)
                .distinct()
                .count();
        return Finding.of(devices > 1);
    }

    /** Whether two sources of the same thing are too far apart; not known while there are not two. */
    Finding disagree(Vital vital) {
        double[] levels = sources.stream()
                .filter(source -> what(source.vital) == vital && source.values.length == VALUES)
                .mapToDouble(Sources::level)
                .sorted()
                .toArray();
        if (levels.length < 2) {
            return Finding.UNKNOWN;
        }
        return Finding.of(levels[levels.length - 1] - levels[0] > TOLERANCE.getOrDefault(vital, Double.MAX_VALUE));
    }

    /** A pulse tells of the heart rate. */
    private static Vital what(Vital vital) {
        return vital == Vital.PULSE_RATE ? Vital.HEART_RATE : vital;
    }

    private static double level(SourceState source) {
        double[] sorted = source.values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private SourceState source(Vital vital, String deviceId) {
        for (SourceState known : sources) {
            if (known.vital == vital && known.deviceId.equals(deviceId)) {
                return known;
            }
        }
        SourceState added = new SourceState();
        added.vital = vital;
        added.deviceId = deviceId;
        sources.add(added);
        return added;
    }
}

package org.wardlight.stream.quality;

import java.util.List;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.ReadingFlag;
import org.wardlight.events.v1.Vital;

/**
 * Whether one reading can be used for limits and scores. The device's own quality decides where it gives one; else motion
 * does. A rhythm that the device declares is always used: it knows more than any rule here. Low perfusion excludes nothing,
 * for shock looks like that. Numbers are Wardlight's proposals.
 */
public final class SignalQuality {

    /** A device's own quality from which a reading counts, %. */
    public static final int USABLE_PERCENT = 50;

    /** Acceleration beside gravity from which a sensor at the skin measures the movement, [g]. */
    public static final double MOTION_ABOVE_G = 0.3;

    private SignalQuality() {}

    /** Whether a reading has a value or a code that may be used. */
    public static boolean isUsable(Measurement reading) {
        if (!reading.hasValue() && !reading.hasCode()) {
            return false;
        }
        if (reading.getVital() == Vital.RHYTHM) {
            return true;
        }
        if (reading.hasValue() && !Double.isFinite(reading.getValue())) {
            return false;
        }
        return reading.hasQualityPercent()
                ? reading.getQualityPercent() >= USABLE_PERCENT
                : !reading.getFlagsList().contains(ReadingFlag.MOTION);
    }

    /** Whether the device measured so much motion with these readings that its other sensors saw it too. */
    public static boolean inMotion(List<Measurement> readings) {
        return readings.stream()
                .anyMatch(reading -> reading.getVital() == Vital.BODY_MOTION
                        && reading.hasValue()
                        && reading.getValue() > MOTION_ABOVE_G);
    }

    /** Whether motion spoils what is measured like this. */
    public static boolean suffersFromMotion(Method method) {
        return switch (method) {
            case OXIMETRY, OPTICAL_WRIST, IMPEDANCE -> true;
            default -> false;
        };
    }
}

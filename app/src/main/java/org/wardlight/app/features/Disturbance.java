package org.wardlight.app.features;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wardlight.events.v1.Vital;
import org.wardlight.simulators.recording.Recording;

/**
 * Something that happens to a person, laid over a copy of a recording: from its begin it grows for a minute, then it stays.
 * Made, not recorded: nobody in the recordings got worse. The sizes are those of events that a ward reacts to.
 */
enum Disturbance {
    DESATURATION,
    TACHYCARDIA,
    BRADYCARDIA,
    TACHYPNOEA,
    BRADYPNOEA,
    /** The sensors are on somebody else. */
    OTHER_PERSON;

    private static final double GROWS_FOR_SECONDS = 60;

    private static final double FALL_OF_SPO2 = 8;
    private static final double FASTER = 1.4;
    private static final double SLOWER = 0.65;
    private static final double MORE_BREATHS = 12;
    private static final double FEWER_BREATHS = 0.5;
    private static final double LOWEST_SPO2 = 50;

    /** As it stands in the table. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it can be seen in a recording with these vitals. */
    boolean showsIn(List<Vital> vitals) {
        return switch (this) {
            case DESATURATION -> vitals.contains(Vital.SPO2);
            case TACHYPNOEA, BRADYPNOEA -> vitals.contains(Vital.RESPIRATORY_RATE);
            default -> true;
        };
    }

    /**
     * A row as it would have been.
     *
     * @param own the row as it was recorded
     * @param other the row of somebody else at the same time
     * @param seconds since the disturbance began
     */
    Map<Vital, Double> at(Map<Vital, Double> own, Recording.Row other, double seconds) {
        if (this == OTHER_PERSON) {
            return other.values();
        }
        double share = Math.min(1, seconds / GROWS_FOR_SECONDS);
        Map<Vital, Double> changed = new EnumMap<>(Vital.class);
        own.forEach((vital, value) -> changed.put(vital, changed(vital, value, share)));
        return changed;
    }

    private double changed(Vital vital, double value, double share) {
        boolean heart = vital == Vital.HEART_RATE || vital == Vital.PULSE_RATE;
        boolean breath = vital == Vital.RESPIRATORY_RATE;
        return switch (this) {
            case DESATURATION -> vital == Vital.SPO2 ? Math.max(LOWEST_SPO2, value - share * FALL_OF_SPO2) : value;
            case TACHYCARDIA -> heart ? value * (1 + share * (FASTER - 1)) : value;
            case BRADYCARDIA -> heart ? value * (1 + share * (SLOWER - 1)) : value;
            case TACHYPNOEA -> breath ? value + share * MORE_BREATHS : value;
            case BRADYPNOEA -> breath ? value * (1 + share * (FEWER_BREATHS - 1)) : value;
            case OTHER_PERSON -> value;
        };
    }
}

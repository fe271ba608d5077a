package org.wardlight.stream.patient;

import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;
import org.wardlight.events.v1.Vital;

/** The levels of a patient's vitals at a grid point, and how they were before. */
final class Levels {

    /** Vitals whose course is remembered. */
    static final Set<Vital> FOLLOWED =
            EnumSet.of(Vital.HEART_RATE, Vital.PULSE_RATE, Vital.RESPIRATORY_RATE, Vital.SPO2);

    private static final long LEVEL_MILLIS = 60_000;

    private final PatientState state;
    private final Vitals vitals;
    private final long gridMillis;

    Levels(PatientState state, Vitals vitals, long gridMillis) {
        this.state = state;
        this.vitals = vitals;
        this.gridMillis = gridMillis;
    }

    /** The lower median of the last minute; of what is entered or comes rarely, the newest while it is fresh. */
    OptionalDouble now(Vital vital) {
        return FOLLOWED.contains(vital)
                ? vitals.level(vital, gridMillis, LEVEL_MILLIS)
                : vitals.fresh(vital, gridMillis);
    }

    /** The level so long ago. */
    OptionalDouble ago(Vital vital, long agoMillis) {
        return state.trends.stream()
                .filter(trend -> trend.vital == vital)
                .findFirst()
                .map(trend -> new Trend(trend).ago(agoMillis, gridMillis))
                .orElse(OptionalDouble.empty());
    }

    /** Remembers the present levels; returns the vitals that have a new one. */
    Set<Vital> remember() {
        Set<Vital> added = EnumSet.noneOf(Vital.class);
        for (Vital vital : FOLLOWED) {
            now(vital).ifPresent(level -> {
                if (trend(vital).add(level, gridMillis)) {
                    added.add(vital);
                }
            });
        }
        return added;
    }

    private Trend trend(Vital vital) {
        for (TrendState known : state.trends) {
            if (known.vital == vital) {
                return new Trend(known);
            }
        }
        TrendState added = new TrendState();
        added.vital = vital;
        state.trends.add(added);
        return new Trend(added);
    }
}

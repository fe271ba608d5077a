package org.wardlight.models.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wardlight.events.v1.Vital;
import org.wardlight.models.history.VitalHistory;
import org.wardlight.models.history.VitalHistoryState;

/** The histories of one patient, by vital; the state is kept by whoever made it. */
public final class PatientHistory {

    /** A quarter of an hour and the minute that is held against it. */
    private static final int PANES_OF_MINUTES = 97;

    /** Five minutes, the present pane included. */
    private static final int PANES_OF_LEVEL = 31;

    private final List<VitalHistoryState> states;

    /**
     * Looks at what is kept.
     *
     * @param states one for each vital that was ever measured; vitals are added to it
     */
    public PatientHistory(List<VitalHistoryState> states) {
        this.states = states;
    }

    /** The history of a stay that begins. */
    public static PatientHistory empty() {
        return new PatientHistory(new ArrayList<>());
    }

    /** Adds a reading by its corrected device time, ms, in the vital's unit; a vital that no model looks at is ignored. */
    public void add(Vital vital, long timeMillis, double value) {
        ModelInput.of(vital).ifPresent(input -> of(vital).add(timeMillis, value));
    }

    /**
     * The history that tells of an input: of its better source, unless that has been silent for an hour longer than another.
     * Empty when nothing was measured.
     */
    Optional<VitalHistory> of(ModelInput input) {
        VitalHistory best = null;
        for (Vital vital : input.vitals()) {
            Optional<VitalHistory> other = known(vital);
            if (other.isPresent()
                    && (best == null || other.get().newestMillis() - best.newestMillis() > VitalHistory.HOUR_MILLIS)) {
                best = other.get();
            }
        }
        return Optional.ofNullable(best);
    }

    private Optional<VitalHistory> known(Vital vital) {
        return states.stream()
                .filter(state -> state.vital == vital)
                .map(PatientHistory::history)
                .findFirst();
    }

    private VitalHistory of(Vital vital) {
        return known(vital).orElseGet(() -> {
            VitalHistoryState added = new VitalHistoryState();
            added.vital = vital;
            states.add(added);
            return history(added);
        });
    }

    private static VitalHistory history(VitalHistoryState state) {
        boolean byMinutes =
                switch (state.vital) {
                    case HEART_RATE, PULSE_RATE, RESPIRATORY_RATE, SPO2 -> true;
                    default -> false;
                };
        return new VitalHistory(state, byMinutes ? PANES_OF_MINUTES : PANES_OF_LEVEL);
    }
}

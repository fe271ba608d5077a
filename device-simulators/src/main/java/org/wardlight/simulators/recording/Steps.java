package org.wardlight.simulators.recording;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.wardlight.events.v1.Vital;

/** Rows in the making: puts values at their step, whatever steps were left out in between. */
final class Steps {

    /** More than eleven days of seconds: a broken time column. */
    static final int MOST = 1_000_000;

    private final List<Map<Vital, Double>> steps = new ArrayList<>();

    /** How many there are so far. */
    int size() {
        return steps.size();
    }

    /** Notes a value that was measured; one that is no number was not. */
    void note(int step, Vital vital, double value) {
        at(step);
        if (Double.isFinite(value)) {
            steps.get(step).put(vital, value);
        }
    }

    /** Makes this step exist, even if nothing was measured in it. */
    void at(int step) {
        while (steps.size() <= step) {
            steps.add(new EnumMap<>(Vital.class));
        }
    }

    List<Recording.Row> rows() {
        return steps.stream()
                .map(values -> values.isEmpty() ? Recording.Row.NOTHING : new Recording.Row(values))
                .toList();
    }
}

package org.wardlight.app.features;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.events.v1.Vital;
import org.wardlight.models.evaluation.CarriedNews2;
import org.wardlight.models.features.Demographics;
import org.wardlight.models.features.FeatureLayout;
import org.wardlight.models.features.FeatureRows;
import org.wardlight.models.features.PatientHistory;
import org.wardlight.simulators.recording.Recording;
import org.wardlight.simulators.recording.Recordings;

/** The rows of recordings at 1 Hz, each as it is and once with each disturbance that can be seen in it. */
final class MinuteRows {

    private static final List<Vital> LOOKED_AT =
            List.of(Vital.HEART_RATE, Vital.PULSE_RATE, Vital.RESPIRATORY_RATE, Vital.SPO2);

    private static final long MILLIS = 1_000;
    private static final int EVERY = 10;
    /** Before, there is no patient's own level. */
    private static final int FIRST = 200;
    /** Disturbances begin somewhere in this many seconds after the first row. */
    private static final int BEGINS_WITHIN = 120;
    /** Of a long recording as much as of a short one, so that no data set drowns the other. */
    private static final int DISTURBED_FOR = 150;

    private final Recordings people;
    private final FeatureLayout layout;
    private final FeatureTable table;

    MinuteRows(Recordings people, FeatureLayout layout, FeatureTable table) {
        this.people = people;
        this.layout = layout;
        this.table = table;
    }

    void write() throws IOException {
        for (int person = 0; person < people.size(); person++) {
            Recording own = people.get(person);
            Recording other = people.get((person + 1) % people.size());
            write(own, other, null, 0);
            for (Disturbance disturbance : Disturbance.values()) {
                if (disturbance.showsIn(vitalsOf(own))) {
                    int begin = FIRST + 30 + Math.floorMod((own.id() + disturbance).hashCode(), BEGINS_WITHIN);
                    write(own, other, disturbance, begin);
                }
            }
        }
    }

    private void write(Recording own, Recording other, @Nullable Disturbance disturbance, int begin)
            throws IOException {
        PatientHistory history = PatientHistory.empty();
        CarriedNews2 news2 = new CarriedNews2();
        int end = disturbance == null ? own.rows().size() : Math.min(own.rows().size(), begin + DISTURBED_FOR);
        for (int second = 0; second < end; second++) {
            Map<Vital, Double> values = own.rows().get(second).values();
            boolean disturbed = false;
            if (disturbance != null && second >= begin) {
                disturbed = true;
                values = disturbance.at(
                        values, other.rows().get(second % other.rows().size()), second - begin);
            }
            long millis = second * MILLIS;
            values.forEach((vital, value) -> {
                if (LOOKED_AT.contains(vital) && VitalCatalogue.standard().isPlausible(vital, value)) {
                    history.add(vital, millis, value);
                    news2.add(vital, value);
                }
            });
            if (second >= FIRST && second % EVERY == EVERY - 1) {
                float[] row =
                        new FeatureRows(history, Demographics.UNKNOWN, millis, FeatureRows.LEVEL_MILLIS).row(layout);
                String kind = disturbance == null ? "none" : disturbance.id();
                table.row(
                        List.of(
                                own.id(),
                                Integer.toString(second),
                                kind,
                                disturbed ? "1" : "0",
                                Integer.toString(news2.points())),
                        row);
            }
        }
    }

    private static List<Vital> vitalsOf(Recording recording) {
        return recording.rows().stream()
                .flatMap(row -> row.values().keySet().stream())
                .filter(LOOKED_AT::contains)
                .distinct()
                .toList();
    }
}

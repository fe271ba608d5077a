package org.wardlight.models.evaluation;

import java.util.List;
import org.wardlight.models.features.FeatureLayout;
import org.wardlight.models.features.FeatureRows;
import org.wardlight.models.features.PatientHistory;
import org.wardlight.models.history.VitalHistory;

/**
 * What a model would have been asked at the end of each hour of a stay, and NEWS2 beside it.
 *
 * @param rows one an hour, columns of the layout
 * @param news2 points of {@link CarriedNews2}, one an hour
 */
public record StayRows(List<float[]> rows, List<Integer> news2) {

    /** Copies the lists. */
    public StayRows {
        rows = List.copyOf(rows);
        news2 = List.copyOf(news2);
    }

    /** Where the stay is put in time: the beginning of an hour, else any. */
    private static final long BEGIN_MILLIS = 0;

    /** Lives through the stay. */
    public static StayRows of(Stay stay, FeatureLayout layout) {
        PatientHistory history = PatientHistory.empty();
        CarriedNews2 carried = new CarriedNews2();
        float[][] rows = new float[stay.hours()][];
        Integer[] news2 = new Integer[stay.hours()];
        int next = 0;
        for (int hour = 0; hour < rows.length; hour++) {
            long end = (hour + 1) * VitalHistory.HOUR_MILLIS - 1;
            for (; next < stay.readings().size() && stay.readings().get(next).millis() <= end; next++) {
                Stay.Reading reading = stay.readings().get(next);
                history.add(reading.vital(), BEGIN_MILLIS + reading.millis(), reading.value());
                carried.add(reading.vital(), reading.value());
            }
            rows[hour] = rows(history, stay, BEGIN_MILLIS + end).row(layout);
            news2[hour] = carried.points();
        }
        return new StayRows(List.of(rows), List.of(news2));
    }

    private static FeatureRows rows(PatientHistory history, Stay stay, long atMillis) {
        return new FeatureRows(history, stay.demographics(BEGIN_MILLIS), atMillis, FeatureRows.LEVEL_MILLIS);
    }
}

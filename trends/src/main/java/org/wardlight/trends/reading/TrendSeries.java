package org.wardlight.trends.reading;

import java.time.Instant;
import java.util.List;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.Vital;

/** One vital of one patient by one method: its buckets, oldest first; where there is none, nothing was measured. */
public record TrendSeries(String patientRef, Vital vital, Method method, List<Bucket> buckets) {

    /** Copies the buckets. */
    public TrendSeries {
        buckets = List.copyOf(buckets);
    }

    /**
     * What was measured in one step of time, in the unit of the vital.
     *
     * @param start a whole multiple of the step since 1970
     * @param mean weighted by the readings of each window
     * @param count readings, at least 1
     * @param late how many of them came as history
     */
    public record Bucket(Instant start, double min, double mean, double max, long count, long late) {}
}

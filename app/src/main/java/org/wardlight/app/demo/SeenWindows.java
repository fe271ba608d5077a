package org.wardlight.app.demo;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalWindow;

/** Counts different windows, however often each was written: with a bit for each, because a ward may run for days. */
final class SeenWindows {

    private static final long DAY_MILLIS = TimeUnit.DAYS.toMillis(1);

    private final Map<DayOfSeries, BitSet> starts = new HashMap<>();
    private long count;

    void add(VitalWindow window) {
        BitSet seen = starts.computeIfAbsent(DayOfSeries.of(window), none -> new BitSet());
        int start = (int) (Math.floorMod(window.getStartMs(), DAY_MILLIS) / window.getResolutionMs());
        if (!seen.get(start)) {
            seen.set(start);
            count++;
        }
    }

    /** How many different ones were added. */
    long count() {
        return count;
    }

    /** What makes a window the same window, but for its start within the day, a whole multiple of its resolution. */
    private record DayOfSeries(
            String patientRef, Vital vital, Method method, int resolutionMillis, int part, long day) {

        static DayOfSeries of(VitalWindow window) {
            return new DayOfSeries(
                    window.getPatientRef(),
                    window.getVital(),
                    window.getMethod(),
                    window.getResolutionMs(),
                    window.getPart(),
                    Math.floorDiv(window.getStartMs(), DAY_MILLIS));
        }
    }
}

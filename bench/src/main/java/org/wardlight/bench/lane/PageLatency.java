package org.wardlight.bench.lane;

import java.util.List;
import org.HdrHistogram.Histogram;
import org.wardlight.bench.driving.PageReceiver.Page;
import org.wardlight.bench.driving.RunClock;
import org.wardlight.bench.reference.ExpectedAlarms;
import org.wardlight.bench.workload.Workload;

/**
 * How long pages took: from when the alarm was due, or its deciding reading was to be sent if that was later, until the page's
 * body had been read. That an alarm is due is noticed with the device's next reading, or with the clock's next tick, a quarter
 * of a second at most: the wait is part of it.
 */
final class PageLatency {

    private static final double MICROS = 1_000;
    private static final long MOST_MICROS = 600_000_000;

    private final Histogram all = new Histogram(MOST_MICROS, 3);

    PageLatency(Workload workload, RunClock clock, List<Page> pages) {
        for (Page page : pages) {
            int bed = workload.bedOf(page.device());
            if (bed >= 0 && page.level() == 1 && page.rule().equals(ExpectedAlarms.RULE)) {
                double due = clock.runMillis(page.dueEpochMillis());
                double decided = workload.dueMillis(bed, page.seq() - 1);
                long micros = Math.min(
                        MOST_MICROS, Math.max(0, Math.round((page.readMillis() - Math.max(due, decided)) * MICROS)));
                all.recordValue(micros);
            }
        }
    }

    Latencies all() {
        return Latencies.of(all);
    }
}

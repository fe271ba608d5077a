package org.wardlight.models.features;

import org.wardlight.models.history.Robust;
import org.wardlight.models.history.VitalHistory;

/**
 * Statistics of one input over minutes, at one moment, against the quarter of an hour before the last minute. NaN is
 * unknown: when the last minute has no reading, or that quarter of an hour too few.
 */
final class MinuteStatistics {

    private static final int MINUTE = (int) (60_000 / VitalHistory.PANE_MILLIS);
    private static final int OWN = 15 * MINUTE;
    private static final int ENOUGH_FOR_OWN = 12;

    private final VitalHistory history;
    private final int end;
    private final double leastSpread;
    private final double level;
    private final double spread;

    MinuteStatistics(VitalHistory history, double leastSpread, long atMillis) {
        this.history = history;
        this.end = VitalHistory.paneOf(atMillis) + 1;
        this.leastSpread = leastSpread;
        double[] own = history.panes(end - MINUTE - OWN, end - MINUTE);
        this.level = own.length < ENOUGH_FOR_OWN ? Double.NaN : Robust.median(own);
        this.spread = Math.max(leastSpread, Robust.spread(own, level));
    }

    double of(Statistic statistic) {
        return switch (statistic) {
            case Z_1M -> z(MINUTE);
            case Z_3M -> z(3 * MINUTE);
            case STEP_1M -> (recent(MINUTE) - Robust.median(history.panes(end - 2 * MINUTE, end - MINUTE))) / spread;
            case SPREAD_1M -> spreadOfLastMinute();
            default -> throw new IllegalArgumentException(statistic.id() + " is none of minutes");
        };
    }

    /** The patient's own level. */
    double usual() {
        return level;
    }

    private double z(int panes) {
        return (recent(panes) - level) / spread;
    }

    private double recent(int panes) {
        return Robust.median(history.panes(end - panes, end));
    }

    private double spreadOfLastMinute() {
        double[] minute = history.panes(end - MINUTE, end);
        double within = Robust.spread(minute, Robust.median(minute));
        return Math.log((within + leastSpread) / spread);
    }
}

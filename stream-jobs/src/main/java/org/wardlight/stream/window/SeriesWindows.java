package org.wardlight.stream.window;

import java.util.List;
import java.util.function.Consumer;

/**
 * Opens and closes the windows of one vital, measured in one way.
 *
 * <p>Only panes of ten seconds take readings; a minute is put together from panes that were given up. A window is opened by its
 * first reading. A pane is written when its end and the grace have passed, again at each grid point at which it changed, and
 * given up when no reading came for a while. A minute is written once, when its end and the grace have passed and none of its
 * panes is open.
 *
 * <p>What is given up leaves nothing behind. A reading that comes for it opens a further part of it, and the parts never get
 * the same number: 0 is opened before its end and grace have passed, and is not given up before that; any other is numbered by
 * the grid point that opens it, and the grid point that gives it up is not the one that opens the next.
 *
 * @see <a href="../../../../../../../../docs/adr/0010-supplement-windows-by-parts.md">ADR 10</a>
 */
final class SeriesWindows {

    /** Length of the only windows that take readings, ms. */
    static final int PANE_MILLIS = 10_000;
    /** Length of the windows that are made of those, ms. */
    static final int MINUTE_MILLIS = 60_000;

    private final WindowPolicy policy;
    private final OpenSeries series;

    SeriesWindows(WindowPolicy policy, OpenSeries series) {
        this.policy = policy;
        this.series = series;
    }

    /** Adds one of the readings of a message, at the grid point after its arrival. */
    void add(PendingReadings readings, int at, long gridMillis) {
        long time = readings.times[at];
        OpenPane pane = pane(startOf(time, PANE_MILLIS), gridMillis);
        // All times of a minute count from its start, so that its panes can be put together as they are.
        double minutes = Math.floorMod(time, MINUTE_MILLIS) / (double) MINUTE_MILLIS;
        pane.numbers.add(minutes, readings.values[at], readings.late);
        pane.lastHeardMillis = Math.max(pane.lastHeardMillis, readings.ingestMillis);
        pane.changed = true;
        if (readings.intervals[at] > 0) {
            series.intervalMillis = readings.intervals[at];
        }
    }

    /** Writes what is due at a grid point; panes without a reading since the given time are given up. */
    void close(long gridMillis, long untouchedSinceMillis, Consumer<OpenWindow> written) {
        series.panes.removeIf(pane -> {
            if (!isOver(pane, gridMillis)) {
                return false;
            }
            if (pane.changed) {
                written.accept(pane);
                pane.changed = false;
            }
            return pane.lastHeardMillis <= untouchedSinceMillis && giveUp(pane);
        });
        series.minutes.removeIf(minute -> {
            boolean complete = minute.openPanes == 0 && isOver(minute, gridMillis);
            if (complete) {
                written.accept(minute);
            }
            return complete;
        });
    }

    /** Whether the end of a window and the grace have passed. */
    boolean isOver(OpenWindow window, long gridMillis) {
        return isOver(window.startMillis, window.resolutionMillis(), gridMillis);
    }

    private boolean isOver(long startMillis, int lengthMillis, long gridMillis) {
        return gridMillis >= startMillis + lengthMillis + policy.grace().toMillis();
    }

    private boolean giveUp(OpenPane pane) {
        OpenMinute minute = series.minutes.get(place(series.minutes, startOf(pane.startMillis, MINUTE_MILLIS)));
        minute.numbers.add(pane.numbers);
        minute.openPanes--;
        return true;
    }

    private OpenPane pane(long startMillis, long gridMillis) {
        int place = place(series.panes, startMillis);
        if (place >= 0) {
            return series.panes.get(place);
        }
        OpenPane pane = new OpenPane();
        pane.startMillis = startMillis;
        pane.part = part(startMillis, PANE_MILLIS, gridMillis);
        series.panes.add(-place - 1, pane);
        minute(startOf(startMillis, MINUTE_MILLIS), gridMillis).openPanes++;
        return pane;
    }

    private OpenMinute minute(long startMillis, long gridMillis) {
        int place = place(series.minutes, startMillis);
        if (place >= 0) {
            return series.minutes.get(place);
        }
        OpenMinute minute = new OpenMinute();
        minute.startMillis = startMillis;
        minute.part = part(startMillis, MINUTE_MILLIS, gridMillis);
        series.minutes.add(-place - 1, minute);
        return minute;
    }

    private int part(long startMillis, int lengthMillis, long gridMillis) {
        if (!isOver(startMillis, lengthMillis, gridMillis)) {
            return 0;
        }
        long since = gridMillis - startMillis - lengthMillis - policy.grace().toMillis();
        return Math.toIntExact(1 + since / policy.every().toMillis());
    }

    /** Where a window is, or -1 - where it belongs; most readings belong to the newest. */
    private static int place(List<? extends OpenWindow> windows, long startMillis) {
        int low = 0;
        int high = windows.size() - 1;
        for (int middle = high; low <= high; middle = (low + high) >>> 1) {
            long start = windows.get(middle).startMillis;
            if (start == startMillis) {
                return middle;
            }
            if (start < startMillis) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    private static long startOf(long timeMillis, int lengthMillis) {
        return timeMillis - Math.floorMod(timeMillis, lengthMillis);
    }
}

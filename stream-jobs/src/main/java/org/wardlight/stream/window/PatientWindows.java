package org.wardlight.stream.window;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import org.wardlight.events.v1.VitalNumeric;
import org.wardlight.events.v1.VitalWindow;

/**
 * The windows of one patient.
 *
 * <p>Readings of several devices reach a patient in no certain order, so they wait until the watermark has passed the next grid
 * point of the ingest clock; then those up to the grid point are taken in one order, and then what is due is written, stamped
 * with the grid point. The result does not depend on when anything happened to arrive.
 */
final class PatientWindows {

    /** About an hour of ten seconds for eleven vitals. */
    static final int MOST_PANES = 4096;

    /** Longer than quarantine keeps a reading that may be given back, shorter than parts can be numbered. */
    private static final long OLDEST_MILLIS = Duration.ofDays(50).toMillis();

    private static final long NEWEST_MILLIS = Duration.ofMinutes(1).toMillis();

    private final WindowPolicy policy;
    private final String patientRef;
    private final WindowState state;
    private final Consumer<WindowOutput> out;

    PatientWindows(WindowPolicy policy, String patientRef, WindowState state, Consumer<WindowOutput> out) {
        this.policy = policy;
        this.patientRef = patientRef;
        this.state = state;
        this.out = out;
    }

    /** Readings arrived while the watermark stood there: up to it everything was closed and is not opened again. */
    void arrive(VitalNumeric numeric, long watermarkMillis) {
        PendingReadings readings = PendingReadings.of(numeric);
        if (readings.values.length > 0) {
            state.pending.add(readings);
            // Another partition may be read first: the earliest record decides where the grid begins.
            long grid = gridFrom(Math.max(readings.ingestMillis, watermarkMillis + 1));
            state.nextGridMillis = Math.min(state.nextGridMillis, grid);
        }
    }

    /** The next grid point; {@link Long#MAX_VALUE} when none is planned. */
    long nextGridMillis() {
        return state.nextGridMillis;
    }

    /** Lives through every grid point up to a time that the watermark has passed. Returns whether nothing is left. */
    boolean advance(long watermarkMillis) {
        state.pending.sort(PendingReadings.ORDER);
        int taken = 0;
        while (state.nextGridMillis <= watermarkMillis && state.nextGridMillis != Long.MAX_VALUE) {
            long grid = state.nextGridMillis;
            while (taken < state.pending.size() && state.pending.get(taken).ingestMillis <= grid) {
                take(state.pending.get(taken), grid);
                taken++;
            }
            close(grid);
            state.nextGridMillis = gridAfter(grid, taken);
        }
        state.pending.subList(0, taken).clear();
        return state.nextGridMillis == Long.MAX_VALUE;
    }

    private long gridAfter(long gridMillis, int taken) {
        if (!state.series.isEmpty()) {
            return gridMillis + policy.every().toMillis();
        }
        state.site = "";
        return taken == state.pending.size() ? Long.MAX_VALUE : gridFrom(state.pending.get(taken).ingestMillis);
    }

    /** The first grid point that is not before a time. */
    private long gridFrom(long ingestMillis) {
        long step = policy.every().toMillis();
        // Patients are spread over the step, so that they do not all fall due in one tick.
        long offset = Math.floorMod(patientRef.hashCode(), step);
        return ingestMillis + Math.floorMod(offset - ingestMillis, step);
    }

    private void take(PendingReadings readings, long gridMillis) {
        if (state.site.isEmpty()) {
            state.site = readings.site;
        }
        for (int i = 0; i < readings.values.length; i++) {
            long time = readings.times[i];
            if (time < readings.ingestMillis - OLDEST_MILLIS || time > readings.ingestMillis + NEWEST_MILLIS) {
                out.accept(new WindowOutput.Counted(WindowTally.UNTIMELY, 1));
                continue;
            }
            new SeriesWindows(policy, series(readings.vitals[i], readings.methods[i])).add(readings, i, gridMillis);
        }
    }

    private OpenSeries series(int vital, int method) {
        for (OpenSeries series : state.series) {
            if (series.vital == vital && series.method == method) {
                return series;
            }
        }
        OpenSeries series = new OpenSeries();
        series.vital = vital;
        series.method = method;
        state.series.add(series);
        return series;
    }

    private void close(long gridMillis) {
        long untouchedSince = untouchedSince(gridMillis);
        for (OpenSeries series : state.series) {
            new SeriesWindows(policy, series)
                    .close(gridMillis, untouchedSince, window -> write(series, window, gridMillis));
        }
        state.series.removeIf(series -> series.panes.isEmpty() && series.minutes.isEmpty());
    }

    /** Panes that took no reading since then are given up: longer ago than is kept, or sooner when too many are open. */
    private long untouchedSince(long gridMillis) {
        long standard = gridMillis - policy.keep().toMillis();
        int open = state.series.stream().mapToInt(series -> series.panes.size()).sum();
        return open <= MOST_PANES ? standard : crowdedOut(open - MOST_PANES, gridMillis, standard);
    }

    /** Those that were heard longest ago go first, but none that can still be opened in time. */
    private long crowdedOut(int excess, long gridMillis, long standardMillis) {
        long[] heard = state.series.stream()
                .flatMap(series -> series.panes.stream()
                        .filter(pane -> new SeriesWindows(policy, series).isOver(pane, gridMillis)))
                .mapToLong(pane -> pane.lastHeardMillis)
                .sorted()
                .toArray();
        long last = heard.length == 0 ? standardMillis : heard[Math.min(excess, heard.length) - 1];
        long early = Arrays.stream(heard)
                .filter(time -> time > standardMillis && time <= last)
                .count();
        if (early > 0) {
            out.accept(new WindowOutput.Counted(WindowTally.CROWDED_OUT, (int) early));
        }
        return Math.max(standardMillis, last);
    }

    private void write(OpenSeries series, OpenWindow window, long gridMillis) {
        WindowAccumulator numbers = window.numbers;
        VitalWindow.Builder written = VitalWindow.newBuilder()
                .setPatientRef(patientRef)
                .setSite(state.site)
                .setVitalValue(series.vital)
                .setMethodValue(series.method)
                .setResolutionMs(window.resolutionMillis())
                .setStartMs(window.startMillis)
                .setPart(window.part)
                .setMin(numbers.min)
                .setMean(numbers.mean)
                .setMax(numbers.max)
                .setSd(numbers.deviation())
                .setCount(numbers.count)
                .setLate(numbers.late)
                .setDueMs(gridMillis);
        if (numbers.hasSlope()) {
            written.setSlope(numbers.slope());
        }
        if (series.intervalMillis > 0) {
            double expected = (double) window.resolutionMillis() / series.intervalMillis;
            written.setCoverage(Math.min(1, numbers.count / expected));
        }
        out.accept(new WindowOutput.Written(written.build()));
    }
}

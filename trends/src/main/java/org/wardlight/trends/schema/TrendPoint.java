package org.wardlight.trends.schema;

import java.time.Instant;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalWindow;

/**
 * One vital of one patient over one window. The five numbers are in the unit of the vital; one that is not known, such as
 * the slope of a single reading, is NaN and left out of the row.
 *
 * @param site hospital or site, as in the device's topic
 * @param patientRef pseudonym of the stay
 * @param vital what was measured
 * @param method how it was measured
 * @param resolution length of the window
 * @param windowStart start of the window by device time, a multiple of the resolution
 * @param part 0 for the row of the window; a further one for readings that came when it had been given up, 0-999,999
 * @param min smallest value
 * @param mean arithmetic mean
 * @param max greatest value
 * @param sd standard deviation
 * @param slope least-squares slope, unit per minute
 * @param count readings in the window, at least 1
 * @param coverage share of the expected readings that are there, 0-1; NaN when no rate is expected
 * @param late how many of the readings came late, 0 to {@code count}
 */
public record TrendPoint(
        String site,
        String patientRef,
        Vital vital,
        Method method,
        Resolution resolution,
        Instant windowStart,
        int part,
        double min,
        double mean,
        double max,
        double sd,
        double slope,
        long count,
        double coverage,
        long late) {

    /** @throws IllegalArgumentException when it could not be found again, or says nothing */
    public TrendPoint {
        require(!site.isBlank() && !patientRef.isBlank(), "a trend point needs site and patient");
        require(vital != Vital.VITAL_UNSPECIFIED && vital != Vital.UNRECOGNIZED, "a trend point needs a vital");
        require(method != Method.UNRECOGNIZED, "a trend point needs a method that is known");
        require(resolution.canStartAt(windowStart.toEpochMilli()), "a window starts at a multiple of its resolution");
        require(part >= 0 && part < 1_000_000, "parts of a window are told apart below the millisecond");
        require(Double.isFinite(mean) || Double.isFinite(min) || Double.isFinite(max), "a trend point needs a value");
        require(count >= 1 && late >= 0 && late <= count, "a trend point stands for at least one reading");
    }

    /**
     * The row of a window as the job wrote it; a site that it does not know is {@code unknown}.
     *
     * @throws IllegalArgumentException when it could not be found again, or lacks one of its numbers
     */
    public static TrendPoint of(VitalWindow window) {
        require(
                Double.isFinite(window.getMin())
                        && Double.isFinite(window.getMean())
                        && Double.isFinite(window.getMax()),
                "a window has a smallest, a mean and a greatest value");
        return new TrendPoint(
                TrendSchema.site(window.getSite()),
                window.getPatientRef(),
                window.getVital(),
                window.getMethod(),
                Resolution.ofMillis(window.getResolutionMs()),
                Instant.ofEpochMilli(window.getStartMs()),
                window.getPart(),
                window.getMin(),
                window.getMean(),
                window.getMax(),
                window.getSd(),
                window.hasSlope() ? window.getSlope() : Double.NaN,
                window.getCount(),
                window.hasCoverage() ? window.getCoverage() : Double.NaN,
                window.getLate());
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}

package org.wardlight.trends.reading;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.wardlight.events.v1.Vital;

/**
 * Reads trends back. Every store gives the same answers: parts of one window are put together, means are weighted by their
 * counts, a bucket without a reading is left out and never filled in.
 */
public interface TrendReader {

    /**
     * Buckets of some vitals of some patients, one series for each method that measured them; series without any bucket are
     * left out. Series come ordered by patient, vital and method, buckets by time.
     *
     * @throws TrendsUnavailable when the store does not answer
     */
    List<TrendSeries> vitals(Collection<String> patientRefs, Collection<Vital> vitals, TrendRange range)
            throws TrendsUnavailable;

    /**
     * The scores of one patient in a stretch of time, oldest first.
     *
     * @param scoreId for example {@code news2}
     * @param from inclusive
     * @param to exclusive
     * @throws TrendsUnavailable when the store does not answer
     */
    List<ScorePoint> scores(String patientRef, String scoreId, Instant from, Instant to) throws TrendsUnavailable;

    /**
     * Transitions of a patient's alarms in a stretch of time, oldest first.
     *
     * @param from inclusive
     * @param to exclusive
     * @throws TrendsUnavailable when the store does not answer
     */
    List<AlarmPoint> alarms(String patientRef, Instant from, Instant to) throws TrendsUnavailable;

    /**
     * How many rows of windows the store holds.
     *
     * @throws TrendsUnavailable when the store does not answer
     */
    long windowRows() throws TrendsUnavailable;
}

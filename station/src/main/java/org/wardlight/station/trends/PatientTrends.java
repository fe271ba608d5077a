package org.wardlight.station.trends;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardlight.trends.reading.TrendRange;
import org.wardlight.trends.reading.TrendReader;
import org.wardlight.trends.reading.TrendSeries;
import org.wardlight.trends.reading.TrendsUnavailable;

/** Reads what the charts of one patient show. Usual ranges are worked out once a minute at most: they cost a whole day. */
public final class PatientTrends {

    /** The early warning score that is charted. */
    private static final String SCORE = "news2";

    private static final long USUAL_KEPT_MS = 60_000;
    private static final int MOST_KEPT = 200;

    private final TrendReader reader;
    private final InstantSource clock;
    private final Map<String, KnownUsual> usual = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, KnownUsual> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /** Trends from this store, on the ward clock. */
    public PatientTrends(TrendReader reader, InstantSource clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * Everything that the charts of a patient need.
     *
     * @throws TrendsUnavailable when the store does not answer
     */
    public TrendView view(String patientRef, TrendRequest request) throws TrendsUnavailable {
        TrendRange range = request.range();
        return new TrendView(
                clock.millis(),
                patientRef,
                range.from().toEpochMilli(),
                range.to().toEpochMilli(),
                range.step().toMillis(),
                series(patientRef, request).stream().map(TrendView.Series::of).toList(),
                usual(patientRef, request),
                ScoreRun.of(reader.scores(patientRef, SCORE, range.from(), range.to())),
                reader.alarms(patientRef, range.from(), range.to()).stream()
                        .map(TrendView.AlarmMark::of)
                        .toList());
    }

    /**
     * What a score said over the last hours.
     *
     * @throws TrendsUnavailable when the store does not answer
     */
    public ScoreHistory scores(String patientRef, String scoreId, Duration back) throws TrendsUnavailable {
        Instant now = clock.instant();
        Instant from = now.minus(back);
        return new ScoreHistory(
                patientRef,
                scoreId,
                from.toEpochMilli(),
                now.toEpochMilli(),
                ScoreRun.of(reader.scores(patientRef, scoreId, from, now)));
    }

    /**
     * The vitals alone.
     *
     * @throws TrendsUnavailable when the store does not answer
     */
    public List<TrendSeries> series(String patientRef, TrendRequest request) throws TrendsUnavailable {
        return reader.vitals(List.of(patientRef), request.vitals(), request.range());
    }

    private List<UsualRange> usual(String patientRef, TrendRequest request) throws TrendsUnavailable {
        Instant now = clock.instant();
        String asked = patientRef + " " + request.vitals();
        KnownUsual known = known(asked);
        if (known == null || Math.abs(now.toEpochMilli() - known.at()) >= USUAL_KEPT_MS) {
            TrendRange day = TrendRange.of(now.minus(UsualRange.LATELY), now, UsualRange.EACH);
            known = new KnownUsual(
                    now.toEpochMilli(), UsualRange.ofAll(reader.vitals(List.of(patientRef), request.vitals(), day)));
            keep(asked, known);
        }
        return known.ranges();
    }

    private synchronized @Nullable KnownUsual known(String asked) {
        return usual.get(asked);
    }

    private synchronized void keep(String asked, KnownUsual known) {
        usual.put(asked, known);
    }

    private record KnownUsual(long at, List<UsualRange> ranges) {}
}

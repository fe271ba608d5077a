package org.wardlight.trends.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.Vital;
import org.wardlight.trends.reading.TrendSeries.Bucket;
import org.wardlight.trends.schema.RowWords;

/** Rows of either store become what {@link TrendReader} promises: the same from the same rows, in the same order. */
final class Answers {

    private Answers() {}

    /**
     * Rows in any order, one for each window or already for each step; those of a step are put together. Rows of vitals or
     * methods that this version does not know are left out.
     */
    static List<TrendSeries> series(List<Row> rows, Duration step) {
        SortedMap<Key, TreeMap<Long, Bucket>> found = new TreeMap<>();
        for (Row row : rows) {
            Optional<Key> key = Key.of(row);
            Bucket bucket = bucket(row, step.toMillis());
            if (key.isPresent() && bucket != null) {
                found.computeIfAbsent(key.get(), any -> new TreeMap<>())
                        .merge(bucket.start().toEpochMilli(), bucket, Answers::together);
            }
        }
        return found.entrySet().stream()
                .map(entry -> entry.getKey().with(List.copyOf(entry.getValue().values())))
                .toList();
    }

    static List<ScorePoint> scores(List<Row> rows) {
        return rows.stream()
                .map(row -> new ScorePoint(
                        row.time(),
                        row.number("lower"),
                        row.number("upper"),
                        row.isTrue("complete"),
                        row.text("band_lower"),
                        row.text("band_upper"),
                        row.text("missing"),
                        row.text("stale"),
                        row.text("unavailable")))
                .toList();
    }

    static List<AlarmPoint> alarms(List<Row> rows) {
        return rows.stream()
                .map(row -> new AlarmPoint(
                        row.time(),
                        row.text("alarm_id"),
                        row.text("rule"),
                        row.text("transition"),
                        row.text("state"),
                        row.text("kind"),
                        row.text("severity"),
                        row.text("vital")))
                .toList();
    }

    private static Bucket together(Bucket a, Bucket b) {
        long count = a.count() + b.count();
        return new Bucket(
                a.start(),
                Math.min(a.min(), b.min()),
                (a.mean() * a.count() + b.mean() * b.count()) / count,
                Math.max(a.max(), b.max()),
                count,
                a.late() + b.late());
    }

    private static @Nullable Bucket bucket(Row row, long stepMillis) {
        Double min = row.number("min");
        Double mean = row.number("mean");
        Double max = row.number("max");
        return min == null || mean == null || max == null
                ? null
                : new Bucket(start(row.time(), stepMillis), min, mean, max, row.whole("count"), row.whole("late"));
    }

    private static Instant start(Instant time, long stepMillis) {
        long millis = time.toEpochMilli();
        return Instant.ofEpochMilli(millis - Math.floorMod(millis, stepMillis));
    }

    private record Key(String patientRef, Vital vital, Method method) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::patientRef).thenComparing(Key::vital).thenComparing(Key::method);

        static Optional<Key> of(Row row) {
            return RowWords.vital(row.text("vital")).flatMap(vital -> RowWords.method(row.text("method"))
                    .map(method -> new Key(row.text("patient_ref"), vital, method)));
        }

        TrendSeries with(List<Bucket> buckets) {
            return new TrendSeries(patientRef, vital, method, buckets);
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}

package org.wardlight.station.trends;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.Vital;
import org.wardlight.trends.reading.AlarmPoint;
import org.wardlight.trends.reading.ScorePoint;
import org.wardlight.trends.reading.TrendRange;
import org.wardlight.trends.reading.TrendReader;
import org.wardlight.trends.reading.TrendSeries;
import org.wardlight.trends.reading.TrendSeries.Bucket;
import org.wardlight.trends.reading.TrendsUnavailable;

/** A trend store in memory, as the contract of {@link TrendReader} wants it; can be made silent. */
public final class MemoryTrends implements TrendReader {

    private final List<Reading> readings = new ArrayList<>();
    private final Map<String, List<ScorePoint>> scores = new HashMap<>();
    private final Map<String, List<AlarmPoint>> alarms = new HashMap<>();
    private @Nullable String silence;
    private volatile @Nullable Hold hold;
    private int asked;

    public void add(String patientRef, Vital vital, Method method, Instant time, double value, boolean late) {
        readings.add(new Reading(patientRef, vital, method, time, value, late));
    }

    public void add(String patientRef, ScorePoint score) {
        scores.computeIfAbsent(patientRef, ref -> new ArrayList<>()).add(score);
    }

    public void add(String patientRef, AlarmPoint alarm) {
        alarms.computeIfAbsent(patientRef, ref -> new ArrayList<>()).add(alarm);
    }

    /** From now on the store does not answer, and says this; null: it answers. */
    public void silence(@Nullable String sentence) {
        silence = sentence;
    }

    /** From now on every question waits. */
    public Hold hold() {
        Hold begun = new Hold(new Semaphore(0), new CountDownLatch(1));
        hold = begun;
        return begun;
    }

    /** How often vitals were asked for. */
    public int asked() {
        return asked;
    }

    @Override
    public List<TrendSeries> vitals(Collection<String> patientRefs, Collection<Vital> vitals, TrendRange range)
            throws TrendsUnavailable {
        answer();
        asked++;
        List<TrendSeries> series = new ArrayList<>();
        patientRefs.stream()
                .sorted()
                .forEach(patient -> vitals.stream().sorted().forEach(vital -> readings.stream()
                        .filter(each -> each.patientRef.equals(patient) && each.vital == vital)
                        .map(Reading::method)
                        .distinct()
                        .sorted()
                        .map(method -> new TrendSeries(patient, vital, method, buckets(patient, vital, method, range)))
                        .filter(each -> !each.buckets().isEmpty())
                        .forEach(series::add)));
        return series;
    }

    @Override
    public List<ScorePoint> scores(String patientRef, String scoreId, Instant from, Instant to)
            throws TrendsUnavailable {
        answer();
        return scores.getOrDefault(patientRef, List.of()).stream()
                .filter(score -> !score.time().isBefore(from) && score.time().isBefore(to))
                .sorted(Comparator.comparing(ScorePoint::time))
                .toList();
    }

    @Override
    public List<AlarmPoint> alarms(String patientRef, Instant from, Instant to) throws TrendsUnavailable {
        answer();
        return alarms.getOrDefault(patientRef, List.of()).stream()
                .filter(alarm -> !alarm.time().isBefore(from) && alarm.time().isBefore(to))
                .sorted(Comparator.comparing(AlarmPoint::time))
                .toList();
    }

    @Override
    public long windowRows() throws TrendsUnavailable {
        answer();
        return readings.size();
    }

    private void answer() throws TrendsUnavailable {
        Hold held = hold;
        if (held != null) {
            held.waiting.release();
            await(held.end);
        }
        if (silence != null) {
            throw new TrendsUnavailable(silence);
        }
    }

    private static void await(CountDownLatch end) {
        try {
            if (!end.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("held for ever");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Bucket> buckets(String patient, Vital vital, Method method, TrendRange range) {
        long step = range.step().toMillis();
        TreeMap<Long, List<Reading>> byStart = new TreeMap<>();
        readings.stream()
                .filter(each -> each.patientRef.equals(patient) && each.vital == vital && each.method == method)
                .filter(each -> !each.time.isBefore(range.from()) && each.time.isBefore(range.to()))
                .forEach(each -> byStart.computeIfAbsent(
                                Math.floorDiv(each.time.toEpochMilli(), step) * step, start -> new ArrayList<>())
                        .add(each));
        return byStart.entrySet().stream()
                .map(entry -> bucket(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Bucket bucket(long start, List<Reading> within) {
        var values = within.stream().mapToDouble(Reading::value).summaryStatistics();
        long late = within.stream().filter(Reading::late).count();
        return new Bucket(
                Instant.ofEpochMilli(start),
                values.getMin(),
                values.getAverage(),
                values.getMax(),
                values.getCount(),
                late);
    }

    /** How many wait, and until when. */
    public record Hold(Semaphore waiting, CountDownLatch end) {}

    private record Reading(String patientRef, Vital vital, Method method, Instant time, double value, boolean late) {}
}

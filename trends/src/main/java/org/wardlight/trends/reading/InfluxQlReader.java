package org.wardlight.trends.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wardlight.events.v1.Vital;

/** Reads an InfluxDB in InfluxQL. A bucket is a database to InfluxQL. */
public final class InfluxQlReader implements TrendReader {

    /** Up to here InfluxDB hands out rows several times as fast as it puts them together: 2.8 took a third to a tenth. */
    private static final long FEW_WINDOWS = 60_000;

    /** InfluxDB works on one question with one core; so one about many vitals is put as several at the same time. */
    private static final int AT_ONCE = 4;

    private final StoreHttp http;
    private final String bucket;

    /** A reader of a bucket. */
    public InfluxQlReader(StoreHttp http, String bucket) {
        this.http = http;
        this.bucket = bucket;
    }

    @Override
    public List<TrendSeries> vitals(Collection<String> patientRefs, Collection<Vital> vitals, TrendRange range)
            throws TrendsUnavailable {
        List<TrendSeries> series = new ArrayList<>();
        List<String> ids = Wanted.vitals(vitals);
        for (List<String> patients : ids.isEmpty() ? List.<List<String>>of() : Wanted.patients(patientRefs)) {
            boolean few = windows(range) * ids.size() * patients.size() <= FEW_WINDOWS;
            List<String> questions = Wanted.groups(ids, (ids.size() + AT_ONCE - 1) / AT_ONCE).stream()
                    .map(some -> few ? InfluxQl.windows(patients, some, range) : InfluxQl.vitals(patients, some, range))
                    .toList();
            series.addAll(Answers.series(rows(questions), range.step()));
        }
        return series;
    }

    @Override
    public List<ScorePoint> scores(String patientRef, String scoreId, Instant from, Instant to)
            throws TrendsUnavailable {
        return Answers.scores(rows(InfluxQl.scores(Wanted.patient(patientRef), scoreId, from, to)));
    }

    @Override
    public List<AlarmPoint> alarms(String patientRef, Instant from, Instant to) throws TrendsUnavailable {
        return Answers.alarms(rows(InfluxQl.alarms(Wanted.patient(patientRef), from, to)));
    }

    @Override
    public long windowRows() throws TrendsUnavailable {
        return rows(InfluxQl.windowRows()).stream()
                .mapToLong(row -> row.whole("rows"))
                .sum();
    }

    private static long windows(TrendRange range) {
        return Duration.between(range.from(), range.to())
                .dividedBy(range.resolution().length());
    }

    private List<Row> rows(String question) throws TrendsUnavailable {
        return rows(List.of(question));
    }

    private List<Row> rows(List<String> questions) throws TrendsUnavailable {
        List<JsonNode> answers = http.getAll(
                "/query",
                questions.stream()
                        .map(question -> Map.of("db", bucket, "epoch", "ms", "q", question))
                        .toList());
        List<Row> rows = new ArrayList<>();
        for (JsonNode answer : answers) {
            addRows(answer.path("results").path(0), rows);
        }
        return rows;
    }

    private static void addRows(JsonNode result, List<Row> rows) throws TrendsUnavailable {
        if (result.has("error")) {
            throw new TrendsUnavailable("The trend store does not understand the question: "
                    + result.path("error").asText());
        }
        for (JsonNode series : result.path("series")) {
            Map<String, Integer> columns = columns(series);
            Map<String, String> group = group(series);
            series.path("values").forEach(cells -> rows.add(new Row(columns, group, cells)));
        }
    }

    private static Map<String, Integer> columns(JsonNode series) {
        List<String> names = new ArrayList<>();
        series.path("columns").forEach(name -> names.add(name.asText()));
        return Row.places(names);
    }

    private static Map<String, String> group(JsonNode series) {
        Map<String, String> group = new HashMap<>();
        series.path("tags")
                .properties()
                .forEach(tag -> group.put(tag.getKey(), tag.getValue().asText()));
        return group;
    }
}

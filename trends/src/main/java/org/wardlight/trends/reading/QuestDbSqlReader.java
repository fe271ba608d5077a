package org.wardlight.trends.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.wardlight.events.v1.Vital;

/** Reads a QuestDB in its SQL, over HTTP. */
public final class QuestDbSqlReader implements TrendReader {

    private final StoreHttp http;

    /** A reader of the tables of a server. */
    public QuestDbSqlReader(StoreHttp http) {
        this.http = http;
    }

    @Override
    public List<TrendSeries> vitals(Collection<String> patientRefs, Collection<Vital> vitals, TrendRange range)
            throws TrendsUnavailable {
        List<TrendSeries> series = new ArrayList<>();
        List<String> ids = Wanted.vitals(vitals);
        for (List<String> patients : ids.isEmpty() ? List.<List<String>>of() : Wanted.patients(patientRefs)) {
            series.addAll(Answers.series(rows(QuestDbSql.vitals(patients, ids, range)), range.step()));
        }
        return series;
    }

    @Override
    public List<ScorePoint> scores(String patientRef, String scoreId, Instant from, Instant to)
            throws TrendsUnavailable {
        return Answers.scores(rows(QuestDbSql.scores(Wanted.patient(patientRef), scoreId, from, to)));
    }

    @Override
    public List<AlarmPoint> alarms(String patientRef, Instant from, Instant to) throws TrendsUnavailable {
        return Answers.alarms(rows(QuestDbSql.alarms(Wanted.patient(patientRef), from, to)));
    }

    @Override
    public long windowRows() throws TrendsUnavailable {
        return rows(QuestDbSql.windowRows()).stream()
                .mapToLong(row -> row.whole("rows"))
                .sum();
    }

    private List<Row> rows(String question) throws TrendsUnavailable {
        JsonNode answer = http.get("/exec", Map.of("query", question));
        List<String> names = new ArrayList<>();
        answer.path("columns").forEach(column -> names.add(column.path("name").asText()));
        Map<String, Integer> columns = Row.places(names);
        List<Row> rows = new ArrayList<>();
        answer.path("dataset").forEach(cells -> rows.add(new Row(columns, Map.of(), cells)));
        return rows;
    }
}

package org.wardlight.trends.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.wardlight.trends.reading.StoreHttp;
import org.wardlight.trends.reading.TrendsUnavailable;
import org.wardlight.trends.schema.TrendSchema;

/**
 * The tables of a QuestDB. They are made before the first row, because a table that a row brings about has no keys, and a
 * row written twice would be two. Time counts nanoseconds: parts of windows and transitions of alarms lie that close.
 */
final class QuestDbTables implements Upkeep {

    /** QuestDB knows no organisations; its line protocol takes any. */
    private static final String ORG = "wardlight";

    private static final List<Table> TABLES = List.of(
            new Table(
                    TrendSchema.VITAL,
                    List.of("site", "patient_ref", "vital", "method", "resolution"),
                    "min DOUBLE, mean DOUBLE, max DOUBLE, sd DOUBLE, slope DOUBLE, coverage DOUBLE, count LONG, late LONG"),
            new Table(
                    TrendSchema.SCORE,
                    List.of("site", "patient_ref", "score"),
                    "lower DOUBLE, upper DOUBLE, complete BOOLEAN, band_lower VARCHAR, band_upper VARCHAR, missing VARCHAR,"
                            + " stale VARCHAR, policy VARCHAR, model_hash VARCHAR, scale VARCHAR, unavailable VARCHAR"),
            new Table(
                    TrendSchema.ALARM,
                    List.of("site", "patient_ref", "rule"),
                    "seq LONG, level LONG, observed DOUBLE, \"limit\" DOUBLE, alarm_id VARCHAR, transition VARCHAR,"
                            + " state VARCHAR, kind VARCHAR, severity VARCHAR, ward VARCHAR, bed VARCHAR, device VARCHAR,"
                            + " vital VARCHAR, cause VARCHAR"));

    private final StoreHttp http;
    private final int days;

    QuestDbTables(StoreHttp http, Retention retention) {
        this.http = http;
        this.days = retention.tableDays();
    }

    @Override
    public String prepare() {
        for (Table table : TABLES) {
            run(table.creation());
            run("ALTER TABLE " + table.name() + " SET TTL " + days + " DAYS");
        }
        return ORG;
    }

    /** A table keeps all its rows equally long; whole days go by themselves. */
    @Override
    public void prune(Instant now) {}

    private void run(String statement) {
        try {
            http.get("/exec", Map.of("query", statement));
        } catch (TrendsUnavailable e) {
            throw new StoreTrouble(
                    new StoreAnswer.TryAgain("not-ready", "the store's tables cannot be made ready", null), e);
        }
    }

    private record Table(String name, List<String> tags, String fields) {

        String creation() {
            return "CREATE TABLE IF NOT EXISTS " + name + " (timestamp TIMESTAMP_NS, " + String.join(" SYMBOL, ", tags)
                    + " SYMBOL, " + fields + ") TIMESTAMP(timestamp) PARTITION BY DAY WAL DEDUP UPSERT KEYS(timestamp, "
                    + String.join(", ", tags) + ")";
        }
    }
}

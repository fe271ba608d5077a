package org.wardlight.trends.reading;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.wardlight.trends.schema.TrendSchema;

/**
 * The questions in QuestDB's SQL. The column {@code timestamp} counts nanoseconds; it leaves as a number of milliseconds,
 * which reads faster than text.
 */
final class QuestDbSql {

    private static final String TIME = "cast(timestamp AS LONG) / 1000000 AS time";

    private QuestDbSql() {}

    /** Counts weigh the means; buckets lie at whole multiples of the step since 1970, which is what the calendar means. */
    static String vitals(List<String> patients, List<String> vitals, TrendRange range) {
        return "SELECT " + TIME + ", patient_ref, vital, method, min, mean, max, count, late FROM ("
                + "SELECT timestamp, patient_ref, vital, method, min(min) AS min, sum(mean * count) / sum(count) AS mean,"
                + " max(max) AS max, sum(count) AS count, sum(late) AS late FROM " + TrendSchema.VITAL + " WHERE "
                + any("patient_ref", patients) + " AND " + any("vital", vitals) + " AND resolution = "
                + text(range.resolution().id()) + " AND " + between(range.from(), range.to()) + " SAMPLE BY "
                + range.step().toMillis() + "T ALIGN TO CALENDAR)";
    }

    static String scores(String patient, String scoreId, Instant from, Instant to) {
        return "SELECT " + TIME + ", lower, upper, complete, band_lower, band_upper, missing, stale, unavailable FROM "
                + TrendSchema.SCORE + " WHERE patient_ref = " + text(patient) + " AND score = " + text(scoreId)
                + " AND " + between(from, to) + " ORDER BY timestamp";
    }

    static String alarms(String patient, Instant from, Instant to) {
        return "SELECT " + TIME + ", alarm_id, rule, transition, state, kind, severity, vital FROM " + TrendSchema.ALARM
                + " WHERE patient_ref = " + text(patient) + " AND " + between(from, to) + " ORDER BY timestamp";
    }

    static String windowRows() {
        return "SELECT count() AS rows FROM " + TrendSchema.VITAL;
    }

    private static String any(String column, List<String> values) {
        return values.stream().map(QuestDbSql::text).collect(Collectors.joining(", ", column + " IN (", ")"));
    }

    private static String between(Instant from, Instant to) {
        return "timestamp >= " + text(from.toString()) + " AND timestamp < " + text(to.toString());
    }

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}

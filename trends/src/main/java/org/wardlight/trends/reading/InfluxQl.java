package org.wardlight.trends.reading;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.wardlight.trends.schema.TrendSchema;

/** The questions in InfluxQL, the dialect that InfluxDB 1, 2 and 3 have in common. Times in answers are asked for in ms. */
final class InfluxQl {

    private InfluxQl() {}

    /** Counts weigh the means; the subquery is there because InfluxQL cannot multiply within an aggregate. */
    static String vitals(List<String> patients, List<String> vitals, TrendRange range) {
        String time = between(range.from(), range.to());
        return "SELECT min(\"min\") AS \"min\", sum(\"weighted\") / sum(\"count\") AS \"mean\", max(\"max\") AS \"max\","
                + " sum(\"count\") AS \"count\", sum(\"late\") AS \"late\" FROM ("
                + "SELECT \"min\", \"max\", \"count\", \"late\", \"mean\" * \"count\" AS \"weighted\" FROM "
                + name(TrendSchema.VITAL) + " WHERE " + any("patient_ref", patients) + " AND " + any("vital", vitals)
                + " AND \"resolution\" = " + text(range.resolution().id()) + " AND " + time + ")"
                + " WHERE " + time + " GROUP BY \"patient_ref\", \"vital\", \"method\", time("
                + range.step().toMillis() + "ms) fill(none)";
    }

    /** The rows as they are. */
    static String windows(List<String> patients, List<String> vitals, TrendRange range) {
        return "SELECT \"min\", \"mean\", \"max\", \"count\", \"late\" FROM " + name(TrendSchema.VITAL) + " WHERE "
                + any("patient_ref", patients) + " AND " + any("vital", vitals) + " AND \"resolution\" = "
                + text(range.resolution().id()) + " AND " + between(range.from(), range.to())
                + " GROUP BY \"patient_ref\", \"vital\", \"method\"";
    }

    static String scores(String patient, String scoreId, Instant from, Instant to) {
        return "SELECT \"lower\", \"upper\", \"complete\", \"band_lower\", \"band_upper\", \"missing\", \"stale\","
                + " \"unavailable\" FROM " + name(TrendSchema.SCORE) + " WHERE \"patient_ref\" = " + text(patient)
                + " AND \"score\" = "
                + text(scoreId) + " AND " + between(from, to);
    }

    static String alarms(String patient, Instant from, Instant to) {
        return "SELECT \"alarm_id\", \"rule\", \"transition\", \"state\", \"kind\", \"severity\", \"vital\" FROM "
                + name(TrendSchema.ALARM) + " WHERE \"patient_ref\" = " + text(patient) + " AND " + between(from, to);
    }

    /** Every row of a window has a mean. */
    static String windowRows() {
        return "SELECT count(\"mean\") AS \"rows\" FROM " + name(TrendSchema.VITAL);
    }

    private static String any(String column, List<String> values) {
        return values.stream()
                .map(value -> name(column) + " = " + text(value))
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static String between(Instant from, Instant to) {
        return "time >= " + from.toEpochMilli() + "ms AND time < " + to.toEpochMilli() + "ms";
    }

    private static String name(String name) {
        return '"' + name + '"';
    }

    static String text(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
    }
}

package org.wardlight.trends.schema;

import com.influxdb.client.domain.WritePrecision;
import com.influxdb.client.write.Point;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.InputState;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.ScorePart;

/**
 * The rows of a trend store. A row is known by its time and all its tags, so tags hold only what the record itself fixes;
 * bed, ward, device and alarm id may change or are many, and are fields. Numbers that are not finite are left out, never
 * written as something else.
 *
 * @see <a href="../../../../../../../../docs/adr/0005-store-trends-as-narrow-points.md">ADR 5</a>
 */
public final class TrendSchema {

    /** One row per vital, method, resolution and window start. */
    public static final String VITAL = "vital";

    /** One row per score and point of its grid. */
    public static final String SCORE = "score";

    /** One row per transition of an alarm. */
    public static final String ALARM = "alarm";

    /** Whose the alarm of a device is that nobody wears. */
    private static final String NOBODY = "nobody";

    private static final long NANOS_PER_MILLI = 1_000_000;
    // 65,536 slots of 15 ns lie within one millisecond.
    private static final int ALARM_SLOTS = 1 << 16;
    private static final int SLOT_NANOS = 15;

    private TrendSchema() {}

    /** The site of a record; what was made before sites were known is of an {@code unknown} one. */
    public static String site(String site) {
        return site.isBlank() ? "unknown" : site;
    }

    /** The row of a window. */
    public static Point vital(TrendPoint trend) {
        Point point = Point.measurement(VITAL)
                .addTag("site", trend.site())
                .addTag("patient_ref", trend.patientRef())
                .addTag("vital", RowWords.of(trend.vital()))
                .addTag("method", RowWords.of(trend.method()))
                .addTag("resolution", trend.resolution().id())
                .time(nanos(trend.windowStart().toEpochMilli()) + trend.part(), WritePrecision.NS);
        addFinite(point, "min", trend.min());
        addFinite(point, "mean", trend.mean());
        addFinite(point, "max", trend.max());
        addFinite(point, "sd", trend.sd());
        addFinite(point, "slope", trend.slope());
        addFinite(point, "coverage", trend.coverage());
        return point.addField("count", trend.count()).addField("late", trend.late());
    }

    /**
     * The row of a score, or of the reason why there is none.
     *
     * @throws IllegalArgumentException when the score says neither, or whose it is
     */
    public static Point score(String site, Score score) {
        requireTags(site, score.getPatientRef(), score.getScoreId());
        Point point = Point.measurement(SCORE)
                .addTag("site", site)
                .addTag("patient_ref", score.getPatientRef())
                .addTag("score", score.getScoreId())
                .time(nanos(score.getTimeMs()), WritePrecision.NS)
                .addField("complete", score.getComplete());
        if (score.getUnavailable().isEmpty()) {
            if (!Double.isFinite(score.getLower()) || !Double.isFinite(score.getUpper())) {
                throw new IllegalArgumentException("a score is a number, or says why there is none");
            }
            point.addField("lower", score.getLower())
                    .addField("upper", score.getUpper())
                    .addField("band_lower", RowWords.of(score.getBandLower(), "BAND_"))
                    .addField("band_upper", RowWords.of(score.getBandUpper(), "BAND_"));
        }
        addText(point, "unavailable", score.getUnavailable());
        addText(point, "missing", parameters(score, InputState.MISSING));
        addText(point, "stale", parameters(score, InputState.STALE));
        addText(point, "policy", score.getPolicy());
        addText(point, "model_hash", score.getModelHash());
        addText(point, "scale", score.getScale());
        return point;
    }

    /**
     * The row of one transition of an alarm. Below the millisecond, its time tells apart what happened within it: by alarm
     * id and place in the alarm's history, so that a rewrite finds the same row.
     *
     * @throws IllegalArgumentException when the event does not say which alarm of whom it is about
     */
    public static Point alarm(String site, AlarmEvent event) {
        AlarmCondition condition = event.getCondition();
        String whose = condition.getPatientRef().isEmpty() ? NOBODY : condition.getPatientRef();
        requireTags(site, condition.getRule(), event.getAlarmId());
        long within = slot(event.getAlarmId()) * SLOT_NANOS + event.getSeq() % SLOT_NANOS;
        Point point = Point.measurement(ALARM)
                .addTag("site", site)
                .addTag("patient_ref", whose)
                .addTag("rule", condition.getRule())
                .time(nanos(event.getTimeMs()) + within, WritePrecision.NS)
                .addField("alarm_id", event.getAlarmId())
                .addField("seq", event.getSeq())
                .addField("transition", RowWords.of(event.getTransition(), ""))
                .addField("state", RowWords.of(event.getState(), ""))
                .addField("kind", RowWords.of(condition.getKind(), ""))
                .addField("severity", RowWords.of(condition.getSeverity(), "SEVERITY_"))
                .addField("level", event.getLevel());
        addText(point, "ward", event.getWardId());
        addText(point, "bed", event.getBedId());
        addText(point, "device", condition.getSource().getDeviceId());
        addText(point, "vital", RowWords.of(condition.getSource().getVital()));
        addText(point, "cause", event.getCause());
        addFinite(point, "observed", condition.hasObserved() ? condition.getObserved() : Double.NaN);
        addFinite(point, "limit", condition.hasLimit() ? condition.getLimit() : Double.NaN);
        return point;
    }

    private static long nanos(long epochMillis) {
        return Math.multiplyExact(epochMillis, NANOS_PER_MILLI);
    }

    private static long slot(String alarmId) {
        CRC32 crc = new CRC32();
        crc.update(alarmId.getBytes(StandardCharsets.UTF_8));
        return crc.getValue() % ALARM_SLOTS;
    }

    /** An empty tag would be left out of the line, and the row would be another one. */
    private static void requireTags(String... values) {
        for (String value : values) {
            if (value.isBlank()) {
                throw new IllegalArgumentException("a row needs site, patient and what it is about");
            }
        }
    }

    private static void addFinite(Point point, String field, double value) {
        if (Double.isFinite(value)) {
            point.addField(field, value);
        }
    }

    private static void addText(Point point, String field, String value) {
        if (!value.isEmpty()) {
            point.addField(field, value);
        }
    }

    private static String parameters(Score score, InputState state) {
        return score.getPartsList().stream()
                .filter(part -> part.getState() == state)
                .map(ScorePart::getParameter)
                .collect(Collectors.joining(","));
    }
}

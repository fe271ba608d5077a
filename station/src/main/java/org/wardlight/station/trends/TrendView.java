package org.wardlight.station.trends;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.VitalDefinition;
import org.wardlight.trends.reading.AlarmPoint;
import org.wardlight.trends.reading.TrendSeries;
import org.wardlight.trends.reading.TrendSeries.Bucket;

/** The trends of one patient, as the browser reads them. Times are ms since 1970; null is unknown or absent. */
public record TrendView(
        long serverTime,
        String patientRef,
        long from,
        long to,
        long stepMs,
        List<Series> series,
        List<UsualRange> usual,
        List<ScoreRun> scores,
        List<AlarmMark> alarms) {

    /** Copies the lists. */
    public TrendView {
        series = List.copyOf(series);
        usual = List.copyOf(usual);
        scores = List.copyOf(scores);
        alarms = List.copyOf(alarms);
    }

    /** One vital by one method. */
    public record Series(
            String vital,
            String label,
            String unit,
            int decimals,
            @Nullable String method,
            List<Point> points) {

        /** Copies the list. */
        public Series {
            points = List.copyOf(points);
        }

        static Series of(TrendSeries series) {
            VitalDefinition vital = VitalCatalogue.standard().get(series.vital());
            return new Series(
                    vital.getId(),
                    vital.getLabel(),
                    vital.getUnit(),
                    vital.getDecimals(),
                    methodId(series.method()),
                    series.buckets().stream()
                            .map(bucket -> Point.of(bucket, vital.getDecimals()))
                            .toList());
        }
    }

    /** {@code [start, min, mean, max, count, late]}: an array, because there are thousands of them. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"start", "min", "mean", "max", "count", "late"})
    public record Point(long start, double min, double mean, double max, long count, long late) {

        static Point of(Bucket bucket, int decimals) {
            return new Point(
                    bucket.start().toEpochMilli(),
                    bucket.min(),
                    rounded(bucket.mean(), decimals + 2),
                    bucket.max(),
                    bucket.count(),
                    bucket.late());
        }
    }

    /** One transition of an alarm. */
    public record AlarmMark(
            long time,
            String alarmId,
            String rule,
            String transition,
            String kind,
            String severity,
            @Nullable String vital) {

        static AlarmMark of(AlarmPoint alarm) {
            return new AlarmMark(
                    alarm.time().toEpochMilli(),
                    alarm.alarmId(),
                    alarm.rule(),
                    alarm.transition(),
                    alarm.kind(),
                    alarm.severity(),
                    alarm.vital().isEmpty() ? null : alarm.vital());
        }
    }

    /** A mean has endless digits, none of which is measured beyond two more than the vital has. */
    static double rounded(double value, int decimals) {
        double scale = Math.pow(10, decimals);
        return Math.rint(value * scale) / scale;
    }

    static @Nullable String methodId(Method method) {
        return method == Method.METHOD_UNSPECIFIED || method == Method.UNRECOGNIZED
                ? null
                : method.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

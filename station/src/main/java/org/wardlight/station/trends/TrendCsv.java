package org.wardlight.station.trends;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.events.v1.VitalDefinition;
import org.wardlight.trends.reading.TrendSeries;
import org.wardlight.trends.reading.TrendSeries.Bucket;

/**
 * Trends as a table for other programs: one row for each bucket, by time. On request without whose it is: the patient is
 * then a random word made for this one export, and time counts from the first row. Nobody can compute either back, and two
 * exports of one patient cannot be joined by them. The values themselves stay, and may still tell a patient apart to
 * somebody who knows them.
 */
public final class TrendCsv {

    private static final int PSEUDONYM_BYTES = 8;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final CsvMapper CSV = CsvMapper.builder()
            // Without it Jackson quotes whatever is long or has a sign that might need it.
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private TrendCsv() {}

    /** As it is: patient reference, ISO time of the start of each bucket. */
    public static String plain(String patientRef, List<TrendSeries> series) {
        return write(
                "time",
                rows(series),
                row -> new Whose(patientRef, row.bucket().start().toString()));
    }

    /** Without whose it is and when it was: seconds since the first row. */
    public static String pseudonymised(List<TrendSeries> series) {
        byte[] random = new byte[PSEUDONYM_BYTES];
        RANDOM.nextBytes(random);
        String pseudonym = "x-" + HexFormat.of().formatHex(random);
        List<Row> rows = rows(series);
        long first = rows.isEmpty() ? 0 : rows.get(0).bucket().start().getEpochSecond();
        return write(
                "seconds",
                rows,
                row -> new Whose(pseudonym, Long.toString(row.bucket().start().getEpochSecond() - first)));
    }

    private static List<Row> rows(List<TrendSeries> series) {
        return series.stream()
                .flatMap(each -> each.buckets().stream().map(bucket -> new Row(each, bucket)))
                .sorted(Comparator.comparing(row -> row.bucket().start()))
                .toList();
    }

    private static String write(String timeColumn, List<Row> rows, Naming naming) {
        List<String[]> cells = rows.stream()
                .map(row -> cells(naming.of(row), row.series(), row.bucket()))
                .toList();
        try {
            return writer(timeColumn).writeValueAsString(cells);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can always be written as CSV", e);
        }
    }

    private static ObjectWriter writer(String timeColumn) {
        CsvSchema.Builder columns = CsvSchema.builder().addColumn("patient_ref").addColumn(timeColumn);
        for (String column : List.of("vital", "unit", "method", "min", "mean", "max", "count", "late")) {
            columns.addColumn(column);
        }
        return CSV.writer(columns.build().withHeader());
    }

    private static String[] cells(Whose whose, TrendSeries series, Bucket bucket) {
        VitalDefinition vital = VitalCatalogue.standard().get(series.vital());
        String method = TrendView.methodId(series.method());
        return new String[] {
            whose.patient(),
            whose.time(),
            vital.getId(),
            vital.getUnit(),
            method == null ? "" : method,
            Double.toString(bucket.min()),
            Double.toString(TrendView.rounded(bucket.mean(), vital.getDecimals() + 2)),
            Double.toString(bucket.max()),
            Long.toString(bucket.count()),
            Long.toString(bucket.late())
        };
    }

    @FunctionalInterface
    private interface Naming {
        Whose of(Row row);
    }

    private record Whose(String patient, String time) {}

    private record Row(TrendSeries series, Bucket bucket) {}
}

package org.wardlight.models.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.Vital;
import org.wardlight.models.history.VitalHistory;

/**
 * Stays of the PhysioNet/Computing in Cardiology Challenge 2019 (Reyna et al., Crit Care Med 2020;48(2):210-217, doi
 * 10.13026/v64v-d857): one row an hour, cells separated by {@code |}. Its labels stand six hours early already.
 */
final class HourlyStays implements StayFormat {

    private static final Pattern FILE = Pattern.compile("(?:.*/)?(p\\d+)\\.psv");

    private static final String LABEL = "SepsisLabel";
    private static final String INSPIRED_OXYGEN = "FiO2";
    private static final double PERCENT = 100;

    private static final Map<String, Vital> COLUMNS = columns();

    private static Map<String, Vital> columns() {
        Map<String, Vital> columns = new LinkedHashMap<>();
        columns.put("HR", Vital.HEART_RATE);
        columns.put("Resp", Vital.RESPIRATORY_RATE);
        columns.put("O2Sat", Vital.SPO2);
        columns.put("Temp", Vital.BODY_TEMPERATURE);
        columns.put("SBP", Vital.SYSTOLIC_PRESSURE);
        columns.put("DBP", Vital.DIASTOLIC_PRESSURE);
        columns.put("MAP", Vital.MEAN_PRESSURE);
        columns.put(INSPIRED_OXYGEN, Vital.INSPIRED_OXYGEN);
        return columns;
    }

    @Override
    public Optional<String> idOf(String fileName) {
        Matcher name = FILE.matcher(fileName);
        return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    }

    @Override
    public Stay read(String id, InputStream content) throws IOException {
        List<Stay.Reading> readings = new ArrayList<>();
        List<Boolean> labels = new ArrayList<>();
        double[] age = {Double.NaN};
        Cells.read("The stay " + id, '|', content, (hour, cells) -> {
            age[0] = Cells.number("The stay " + id, cells, "Age");
            if (cells.containsKey(LABEL)) {
                labels.add(Cells.number("The stay " + id, cells, LABEL) == 1);
            }
            COLUMNS.forEach((column, vital) -> reading(id, hour, cells, column).ifPresent(readings::add));
        });
        int hours = labels.isEmpty() ? lastHour(readings) + 1 : labels.size();
        return new Stay(id, years(age[0]), hours, readings, labels);
    }

    private static Optional<Stay.Reading> reading(String id, int hour, Map<String, String> cells, String column) {
        double cell = Cells.number("The stay " + id, cells, column);
        double value = column.equals(INSPIRED_OXYGEN) ? PERCENT * cell : cell;
        Vital vital = COLUMNS.getOrDefault(column, Vital.VITAL_UNSPECIFIED);
        return Cells.isUsable(vital, value)
                ? Optional.of(new Stay.Reading(hour * VitalHistory.HOUR_MILLIS, vital, value))
                : Optional.empty();
    }

    private static int lastHour(List<Stay.Reading> readings) {
        return (int) (readings.stream().mapToLong(Stay.Reading::millis).max().orElse(0) / VitalHistory.HOUR_MILLIS);
    }

    static @Nullable Integer years(double age) {
        return Double.isNaN(age) || age < 0 ? null : (Integer) (int) age;
    }
}

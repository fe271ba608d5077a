package org.wardlight.simulators.recording;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a table tells time. Only differences count, so a time without a zone will do.
 *
 * @param column the column with the time
 * @param unit {@code ms}, {@code s}, {@code min} or {@code h} for numbers, {@code iso} for dates with a time
 */
record MappedTime(@Nullable String column, @Nullable String unit) {

    private static final String ISO = "iso";
    private static final Map<String, Integer> MILLIS = Map.of("ms", 1, "s", 1_000, "min", 60_000, "h", 3_600_000);
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,7})(ms|s|m|h)");

    /** @throws IllegalArgumentException naming the key */
    MappedTime {
        if (column == null || column.isBlank()) {
            throw new IllegalArgumentException("column is missing");
        }
        if (unit == null || (!unit.equals(ISO) && !MILLIS.containsKey(unit))) {
            throw new IllegalArgumentException("unit of the time must be iso, ms, s, min or h, not " + unit);
        }
    }

    /** When the row was measured, ms from some beginning. */
    long millis(Table.Row row) {
        String name = String.valueOf(column);
        if (!ISO.equals(unit)) {
            double number = row.number(name);
            if (Double.isNaN(number)) {
                throw row.problem("has no time");
            }
            return Math.round(number * MILLIS.getOrDefault(String.valueOf(unit), 1));
        }
        String text = row.text(name).replace(' ', 'T');
        try {
            return instant(text).toEpochMilli();
        } catch (DateTimeException e) {
            throw row.problem("has the time \"" + text + "\", which is not like 2026-11-21T10:00:00Z,");
        }
    }

    /** A time such as {@code 5s}, {@code 1m} or {@code 1h}. */
    static Duration duration(String key, String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            throw new IllegalArgumentException(key + " must be a time such as 500ms, 10s, 5m or 1h, not " + text);
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    private static Instant instant(String text) {
        boolean zoned = text.endsWith("Z") || text.matches(".*[+-]\\d\\d:?\\d\\d");
        return zoned
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }
}

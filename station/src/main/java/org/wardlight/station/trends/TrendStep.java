package org.wardlight.station.trends;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wardlight.trends.schema.Resolution;

/** How long a bucket of a chart is: as asked for, or so that a line of some hundred points comes of the range. */
final class TrendStep {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,10})(ms|s|m|h)?");
    private static final Duration LONGEST = Duration.ofDays(1);

    private TrendStep() {}

    static Duration of(@Nullable String text, Duration range) throws InvalidTrendRequest {
        return text == null ? usual(range) : parse(text);
    }

    /**
     * 240 to 360 buckets for the ranges that the board offers: more could not be told apart on a screen. Each length divides
     * a quarter of an hour, so that a row of the table holds whole buckets.
     */
    private static Duration usual(Duration range) {
        if (range.compareTo(Duration.ofHours(1)) <= 0) {
            return Duration.ofSeconds(10);
        }
        if (range.compareTo(Duration.ofHours(4)) <= 0) {
            return Duration.ofMinutes(1);
        }
        if (range.compareTo(Duration.ofHours(12)) <= 0) {
            return Duration.ofMinutes(3);
        }
        if (range.compareTo(Duration.ofHours(24)) <= 0) {
            return Duration.ofMinutes(5);
        }
        return range.compareTo(TrendRequest.LONGEST_IN_DETAIL) <= 0 ? Duration.ofMinutes(15) : Duration.ofHours(1);
    }

    private static Duration parse(String text) throws InvalidTrendRequest {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidTrendRequest("A step is written 10s, 1m, 1h or in milliseconds.");
        }
        long number = Long.parseLong(matcher.group(1));
        String unit = matcher.group(2) == null ? "ms" : matcher.group(2);
        Duration step =
                switch (unit) {
                    case "h" -> Duration.ofHours(number);
                    case "m" -> Duration.ofMinutes(number);
                    case "s" -> Duration.ofSeconds(number);
                    default -> Duration.ofMillis(number);
                };
        long finest = Resolution.TEN_SECONDS.length().toMillis();
        if (step.isZero() || step.toMillis() % finest != 0 || step.compareTo(LONGEST) > 0) {
            throw new InvalidTrendRequest("A step is a whole multiple of 10 s, one day at most.");
        }
        return step;
    }
}

package org.wardlight.station.trends;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalDefinition;
import org.wardlight.trends.reading.TrendRange;

/** Which trends are wanted, checked. The range is widened to whole steps, so that no bucket is shown in part. */
public record TrendRequest(List<Vital> vitals, TrendRange range) {

    /** Three days, and what rounding to whole steps may add. */
    static final Duration LONGEST_IN_DETAIL = Duration.ofHours(73);

    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Duration COARSE = Duration.ofHours(1);
    private static final Duration USUAL_RANGE = Duration.ofHours(1);
    private static final int MOST_BUCKETS = 5_000;
    private static final VitalCatalogue CATALOGUE = VitalCatalogue.standard();
    /** The unit of vitals that are codes, such as posture. */
    private static final String NO_NUMBER = "1";

    /** Copies the list. */
    public TrendRequest {
        vitals = List.copyOf(vitals);
    }

    /** As the address says it; what is absent is null. {@code vitals} may be single ids or lists with commas. */
    public record Text(
            List<String> vitals,
            @Nullable String from,
            @Nullable String to,
            @Nullable String step) {

        /** Copies the list. */
        public Text {
            vitals = List.copyOf(vitals);
        }
    }

    /**
     * Reads a request: without vitals for every one that is a number, without a range for the last hour.
     *
     * @throws InvalidTrendRequest when it cannot be understood, or asks for too much at once
     */
    public static TrendRequest of(Text text, Instant now) throws InvalidTrendRequest {
        Instant to = text.to() == null ? now : time(text.to());
        Instant from = text.from() == null ? to.minus(USUAL_RANGE) : time(text.from());
        if (!from.isBefore(to)) {
            throw new InvalidTrendRequest("The range must end after it begins.");
        }
        Duration length = Duration.between(from, to);
        Duration step = TrendStep.of(text.step(), length);
        checkLength(length, step);
        TrendRange range = TrendRange.of(floor(from, step), ceiling(to, step), step);
        if (Duration.between(range.from(), range.to()).dividedBy(step) > MOST_BUCKETS) {
            throw new InvalidTrendRequest("This would be more than " + MOST_BUCKETS
                    + " buckets of one vital: ask for a longer step or a shorter range.");
        }
        return new TrendRequest(vitals(text.vitals()), range);
    }

    private static void checkLength(Duration length, Duration step) throws InvalidTrendRequest {
        if (length.compareTo(LONGEST) > 0) {
            throw new InvalidTrendRequest("A range is at most 31 days.");
        }
        if (length.compareTo(LONGEST_IN_DETAIL) > 0 && step.compareTo(COARSE) < 0) {
            throw new InvalidTrendRequest("A range of more than 72 h takes a step of one hour or more.");
        }
    }

    private static List<Vital> vitals(List<String> texts) throws InvalidTrendRequest {
        Set<Vital> wanted = new LinkedHashSet<>();
        for (String text : texts) {
            for (String id : text.split(",", -1)) {
                if (!id.isBlank()) {
                    wanted.add(vital(id.strip()));
                }
            }
        }
        return wanted.isEmpty()
                ? CATALOGUE.all().stream()
                        .filter(TrendRequest::isNumber)
                        .map(VitalDefinition::getVital)
                        .toList()
                : List.copyOf(wanted);
    }

    private static Vital vital(String id) throws InvalidTrendRequest {
        VitalDefinition definition = CATALOGUE
                .find(id)
                .orElseThrow(() -> new InvalidTrendRequest(
                        "A vital is one of: " + String.join(", ", Arrays.asList(numericIds())) + "."));
        if (!isNumber(definition)) {
            throw new InvalidTrendRequest("There is no trend of " + id + ": it is a code, not a number.");
        }
        return definition.getVital();
    }

    private static String[] numericIds() {
        return CATALOGUE.all().stream()
                .filter(TrendRequest::isNumber)
                .map(VitalDefinition::getId)
                .toArray(String[]::new);
    }

    private static boolean isNumber(VitalDefinition definition) {
        return !definition.getUnit().equals(NO_NUMBER);
    }

    private static Instant time(String text) throws InvalidTrendRequest {
        try {
            Instant time = text.matches("\\d{1,15}") ? Instant.ofEpochMilli(Long.parseLong(text)) : Instant.parse(text);
            if (time.isBefore(Instant.EPOCH) || time.isAfter(Instant.parse("9999-01-01T00:00:00Z"))) {
                throw new InvalidTrendRequest("A time lies between 1970 and 9999.");
            }
            return time;
        } catch (DateTimeException e) {
            throw new InvalidTrendRequest("A time is milliseconds since 1970, or written like 2026-11-21T08:00:00Z.");
        }
    }

    private static Instant floor(Instant time, Duration step) {
        long length = step.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(time.toEpochMilli(), length) * length);
    }

    private static Instant ceiling(Instant time, Duration step) {
        long length = step.toMillis();
        return Instant.ofEpochMilli(-Math.floorDiv(-time.toEpochMilli(), length) * length);
    }
}

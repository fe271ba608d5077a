package org.wardlight.app.ward;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import org.wardlight.app.configuration.DurationText;

/** Moments as people write them: {@code 20m} ago, {@code 10:15} by the ward's clock, or {@code 2026-11-25T10:15:00+01:00}. */
final class MomentText {

    private final Instant now;
    private final ZoneId zone;

    /** @param now the station's time, which a demonstration may run faster */
    MomentText(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /**
     * Ms since 1970.
     *
     * @throws IllegalArgumentException when it is none of them, or the clock showed it never or twice
     */
    long millis(String text) {
        if (text.matches("\\d{1,2}:\\d{2}(:\\d{2})?")) {
            return onTheClock(text.indexOf(':') == 1 ? "0" + text : text);
        }
        if (text.contains("T")) {
            try {
                return OffsetDateTime.parse(text).toInstant().toEpochMilli();
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("'" + text + "' is not a time such as 2026-11-25T10:15:00+01:00", e);
            }
        }
        return now.minus(new DurationText().convert(text)).toEpochMilli();
    }

    /** The last time that clocks of the ward showed this, today or yesterday. */
    private long onTheClock(String text) {
        LocalTime time = timeOfDay(text);
        LocalDate today = now.atZone(zone).toLocalDate();
        return passed(today.atTime(time))
                .or(() -> passed(today.minusDays(1).atTime(time)))
                .orElseThrow()
                .toEpochMilli();
    }

    /**
     * When the clock showed this; empty when it is still to come. The nights the clocks change it may have been never or twice:
     * an hour that was guessed would be an hour of somebody else's readings.
     */
    private Optional<Instant> passed(LocalDateTime shown) {
        ZoneOffsetTransition change = zone.getRules().getTransition(shown);
        if (change != null && change.isGap() && !change.getInstant().isAfter(now)) {
            throw new IllegalArgumentException("the ward's clock never showed " + shown + ": it went from "
                    + change.getDateTimeBefore() + " to " + change.getDateTimeAfter());
        }
        List<OffsetDateTime> past = zone.getRules().getValidOffsets(shown).stream()
                .map(shown::atOffset)
                .filter(time -> !time.toInstant().isAfter(now))
                .toList();
        if (past.size() > 1) {
            throw new IllegalArgumentException(
                    "the ward's clock showed " + shown + " twice: say " + past.get(0) + " or " + past.get(1));
        }
        return past.stream().findFirst().map(OffsetDateTime::toInstant);
    }

    private static LocalTime timeOfDay(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no time of the day", e);
        }
    }
}

package org.wardlight.app.ward;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
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
     * @throws IllegalArgumentException when it is none of them
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

    /** The last time that clocks of the ward showed this. */
    private long onTheClock(String text) {
        try {
            ZonedDateTime today = now.atZone(zone).with(LocalTime.parse(text));
            ZonedDateTime last = today.toInstant().isAfter(now) ? today.minusDays(1) : today;
            return last.toInstant().toEpochMilli();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no time of the day", e);
        }
    }
}

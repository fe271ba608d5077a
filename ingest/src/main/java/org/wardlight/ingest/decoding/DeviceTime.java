package org.wardlight.ingest.decoding;

import java.time.DateTimeException;
import java.time.OffsetDateTime;

/**
 * Times as devices write them: ISO 8601 with an offset, or milliseconds since 1970 UTC. A wrong clock is no reason to
 * reject (the stream judges it); only what is no date at all is: years 1 to 9999.
 */
final class DeviceTime {

    private static final long YEAR_1_MILLIS = -62_135_596_800_000L;
    private static final long YEAR_9999_MILLIS = 253_402_300_799_999L;

    private DeviceTime() {}

    static long parse(String text, String where) throws Unusable {
        try {
            return inRange(OffsetDateTime.parse(text).toInstant().toEpochMilli(), where);
        } catch (DateTimeException | ArithmeticException e) {
            throw Unusable.malformed(
                    where + " " + Unusable.quoted(text) + " is not a time such as 2026-11-21T19:43:00.123Z");
        }
    }

    static long inRange(long millis, String where) throws Unusable {
        if (millis < YEAR_1_MILLIS || millis > YEAR_9999_MILLIS) {
            throw Unusable.malformed(where + " " + millis + " is not a time in milliseconds since 1970");
        }
        return millis;
    }
}

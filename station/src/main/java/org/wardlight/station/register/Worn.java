package org.wardlight.station.register;

import org.jspecify.annotations.Nullable;

/**
 * Somebody wore a device from a moment (inclusive) to another (exclusive), or still does.
 *
 * @param id 32 hex digits; a correction is an interval of its own, which supersedes this one
 * @param toMillis absent while it is worn
 * @param by who said so, why, and when
 */
record Worn(
        String id,
        String deviceId,
        String patientRef,
        long fromMillis,
        @Nullable Long toMillis,
        By by) {

    boolean isOpen() {
        return toMillis == null;
    }

    /** The end, for comparing: later than everything while it is worn. */
    long end() {
        return toMillis == null ? Long.MAX_VALUE : toMillis;
    }

    /** Worn for no time at all, it meets nothing. */
    boolean overlaps(long from, @Nullable Long to) {
        return fromMillis < end() && from < end() && fromMillis < (to == null ? Long.MAX_VALUE : to);
    }

    Worn until(long millis) {
        return new Worn(id, deviceId, patientRef, fromMillis, millis, by);
    }
}

package org.wardlight.station.burden;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts monitored time in slots of five minutes: a slot counts when it brought at least one live value. Kept in memory until
 * the next {@link #take}. Safe for use by several threads.
 */
public final class MonitoredTime {

    static final long SLOT_MILLIS = 5 * 60_000L;
    static final long HOUR_MILLIS = 60 * 60_000L;

    private final Map<Hour, Integer> slots = new HashMap<>();

    /** An hour of a patient with one nurse. */
    record Hour(String patientRef, String nurse, long beginMillis) {}

    /** A live value of a patient came; {@code nurse} is whose patient it is, empty when nobody's. */
    public synchronized void saw(String patientRef, String nurse, long timeMillis) {
        long hour = timeMillis - Math.floorMod(timeMillis, HOUR_MILLIS);
        int slot = 1 << (int) ((timeMillis - hour) / SLOT_MILLIS);
        slots.merge(new Hour(patientRef, nurse, hour), slot, (known, one) -> known | one);
    }

    /** What was seen since the last time. */
    synchronized Map<Hour, Integer> take() {
        Map<Hour, Integer> taken = Map.copyOf(slots);
        slots.clear();
        return taken;
    }

    /** What was taken could not be kept. */
    synchronized void giveBack(Map<Hour, Integer> taken) {
        taken.forEach((hour, bits) -> slots.merge(hour, bits, (known, one) -> known | one));
    }
}

package org.wardlight.station.burden;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.wardlight.database.Database;
import org.wardlight.station.burden.MonitoredTime.Hour;

/** Monitored time in the register's database, for {@link #KEPT_MILLIS}. */
public final class MonitoredStore {

    /** 92 days: a quarter of a year. */
    static final long KEPT_MILLIS = 92L * 24 * MonitoredTime.HOUR_MILLIS;

    private final Database database;
    private final String wardId;

    /** The monitored time of one ward. The database stays the caller's to close. */
    public MonitoredStore(Database database, String wardId) {
        this.database = database;
        this.wardId = wardId;
    }

    /**
     * Keeps what was seen since the last time, and forgets what is too old.
     *
     * @throws RuntimeException when the database does not take it; it is kept the next time
     */
    public void keep(MonitoredTime time, long nowMillis) {
        Map<Hour, Integer> taken = time.take();
        try {
            database.jdbi().useTransaction(handle -> {
                taken.forEach((hour, slots) -> add(handle, hour, slots));
                handle.createUpdate("delete from monitored where hour_ms < :before")
                        .bind("before", nowMillis - KEPT_MILLIS)
                        .execute();
            });
        } catch (RuntimeException e) {
            time.giveBack(taken);
            throw e;
        }
    }

    /** How long people were monitored and nursed between two times, in whole slots of five minutes. */
    public Hours between(long fromMillis, long toMillis) {
        List<Row> rows = database.jdbi().withHandle(handle -> handle.createQuery(
                        "select nurse, hour_ms, slots from monitored"
                                + " where ward_id = :ward and hour_ms > :from and hour_ms < :to")
                .bind("ward", wardId)
                .bind("from", fromMillis - MonitoredTime.HOUR_MILLIS)
                .bind("to", toMillis)
                .map((row, context) -> new Row(row.getString("nurse"), row.getLong("hour_ms"), row.getInt("slots")))
                .list());
        long patientSlots = 0;
        Map<Long, Set<String>> nurses = new HashMap<>();
        for (Row row : rows) {
            for (int slot = 0; slot < MonitoredTime.HOUR_MILLIS / MonitoredTime.SLOT_MILLIS; slot++) {
                long begin = row.hourMillis() + slot * MonitoredTime.SLOT_MILLIS;
                boolean within = begin >= fromMillis && begin + MonitoredTime.SLOT_MILLIS <= toMillis;
                if (within && (row.slots() & (1 << slot)) != 0) {
                    patientSlots++;
                    if (!row.nurse().isEmpty()) {
                        nurses.computeIfAbsent(begin, each -> new HashSet<>()).add(row.nurse());
                    }
                }
            }
        }
        long nurseSlots = nurses.values().stream().mapToLong(Set::size).sum();
        return new Hours(hours(patientSlots), hours(nurseSlots));
    }

    private void add(Handle handle, Hour hour, int slots) {
        handle.createUpdate("insert into monitored (ward_id, patient_ref, nurse, hour_ms, slots)"
                        + " values (:ward, :patient, :nurse, :hour, :slots)"
                        + " on conflict (patient_ref, hour_ms, nurse)"
                        + " do update set slots = monitored.slots | excluded.slots")
                .bind("ward", wardId)
                .bind("patient", hour.patientRef())
                .bind("nurse", hour.nurse())
                .bind("hour", hour.beginMillis())
                .bind("slots", slots)
                .execute();
    }

    private static double hours(long slots) {
        return slots * MonitoredTime.SLOT_MILLIS / (double) MonitoredTime.HOUR_MILLIS;
    }

    private record Row(String nurse, long hourMillis, int slots) {}

    /**
     * How long.
     *
     * @param patients hours in which a patient was monitored, summed over patients
     * @param nurses hours in which a nurse had at least one monitored patient, summed over nurses
     */
    public record Hours(double patients, double nurses) {}
}

package org.wardlight.station.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.wardlight.events.v1.DeviceRegistration;

/** Devices and who wore them, as rows. Devices are of no ward: each ward sees who wears them everywhere. */
final class DeviceTable {

    private DeviceTable() {}

    static List<RegisteredDevice> load(Handle handle, long endedAfterMillis) {
        Map<String, List<Worn>> worn = new HashMap<>();
        handle.createQuery("select * from association where superseded_by is null"
                        + " and (to_ms is null or to_ms > :endedAfter)")
                .bind("endedAfter", endedAfterMillis)
                .map(DeviceTable::interval)
                .forEach(interval -> worn.computeIfAbsent(interval.deviceId(), id -> new ArrayList<>())
                        .add(interval));
        return handle.createQuery("select * from device")
                .map((row, context) -> new RegisteredDevice(
                        row.getString("id"),
                        row.getString("profile"),
                        Columns.record(row, "signals", DeviceRegistration.parser())
                                .getSignalsList(),
                        worn.getOrDefault(row.getString("id"), List.of()),
                        row.getLong("revision")))
                .list();
    }

    static void put(Handle handle, Change.DevicePut put, Optional<RegisteredDevice> before) {
        putDevice(handle, put.device(), before);
        for (Change.Superseded old : put.superseded()) {
            int rows = handle.createUpdate(
                            "update association set superseded_by = :by where id = :id and superseded_by is null")
                    .bind("by", old.byId())
                    .bind("id", old.id())
                    .execute();
            if (rows != 1) {
                throw new Stale("an association was corrected by another process");
            }
        }
        put.written().forEach(interval -> putInterval(handle, interval));
    }

    private static void putDevice(Handle handle, RegisteredDevice device, Optional<RegisteredDevice> before) {
        String sql = before.isEmpty()
                ? "insert into device (id, profile, signals, revision) values (:id, :profile, :signals, :revision)"
                : "update device set profile = :profile, signals = :signals, revision = :revision"
                        + " where id = :id and revision = :before";
        int rows = handle.createUpdate(sql)
                .bind("id", device.id())
                .bind("profile", device.profile())
                .bind(
                        "signals",
                        DeviceRegistration.newBuilder()
                                .addAllSignals(device.signals())
                                .build()
                                .toByteArray())
                .bind("revision", device.revision())
                .bindMap(
                        before.isEmpty()
                                ? Map.of()
                                : Map.of("before", before.get().revision()))
                .execute();
        if (rows != 1) {
            throw new Stale("a device was changed by another process");
        }
    }

    /** An interval that is known can only end. */
    private static void putInterval(Handle handle, Worn interval) {
        handle.createUpdate("insert into association (id, device_id, patient_ref, from_ms, to_ms, actor, reason,"
                        + " recorded_ms) values (:id, :device, :ref, :from, :to, :actor, :reason, :recorded)"
                        + " on conflict (id) do update set to_ms = excluded.to_ms")
                .bind("id", interval.id())
                .bind("device", interval.deviceId())
                .bind("ref", interval.patientRef())
                .bind("from", interval.fromMillis())
                .bind("to", interval.toMillis())
                .bind("actor", interval.by().actor())
                .bind("reason", interval.by().reason())
                .bind("recorded", interval.by().atMillis())
                .execute();
    }

    private static Worn interval(ResultSet row, StatementContext context) throws SQLException {
        return new Worn(
                row.getString("id"),
                row.getString("device_id"),
                row.getString("patient_ref"),
                row.getLong("from_ms"),
                Columns.nullableLong(row, "to_ms"),
                new By(row.getString("actor"), row.getString("reason"), row.getLong("recorded_ms")));
    }
}

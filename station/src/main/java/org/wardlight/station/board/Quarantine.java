package org.wardlight.station.board;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wardlight.events.v1.QuarantinedObservation;
import org.wardlight.station.board.Frames.UnassignedDevice;

/** Devices that send, though nobody wears them. Bounded, because anybody with a credential can invent a device. */
final class Quarantine {

    private static final int MOST = 100;
    /** Counted from the quarantine: a reading may have waited for an association as long as that before. */
    private static final long GONE_AFTER_MS = 15 * 60_000L;

    private final Map<String, Stray> devices = new LinkedHashMap<>();

    private record Stray(UnassignedDevice device, long quarantinedMillis) {}

    void apply(QuarantinedObservation quarantined) {
        String id = quarantined.getObservation().getDeviceId();
        long seen = quarantined.getObservation().getIngestTimeMs();
        Stray known = devices.remove(id);
        UnassignedDevice device = known == null
                ? new UnassignedDevice(id, seen, 1)
                : new UnassignedDevice(
                        id,
                        Math.max(known.device().lastSeen(), seen),
                        known.device().readings() + 1);
        long before = known == null ? 0 : known.quarantinedMillis();
        devices.put(id, new Stray(device, Math.max(before, quarantined.getQuarantinedMs())));
        if (devices.size() > MOST) {
            Iterator<String> longestSilent = devices.keySet().iterator();
            longestSilent.next();
            longestSilent.remove();
        }
    }

    /** Forgets the device; says whether it was here. */
    boolean remove(String deviceId) {
        return devices.remove(deviceId) != null;
    }

    List<UnassignedDevice> at(long nowMillis) {
        return devices.values().stream()
                .filter(stray -> stray.quarantinedMillis() > nowMillis - GONE_AFTER_MS)
                .map(Stray::device)
                .toList();
    }
}

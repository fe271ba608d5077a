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
    /** A device that has been silent for this long has gone. */
    private static final long GONE_AFTER_MS = 15 * 60_000L;

    private final Map<String, UnassignedDevice> devices = new LinkedHashMap<>();

    void apply(QuarantinedObservation quarantined) {
        String id = quarantined.getObservation().getDeviceId();
        long seen = quarantined.getObservation().getIngestTimeMs();
        UnassignedDevice known = devices.remove(id);
        long readings = known == null ? 1 : known.readings() + 1;
        devices.put(id, new UnassignedDevice(id, known == null ? seen : Math.max(known.lastSeen(), seen), readings));
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
                .filter(device -> device.lastSeen() > nowMillis - GONE_AFTER_MS)
                .toList();
    }
}

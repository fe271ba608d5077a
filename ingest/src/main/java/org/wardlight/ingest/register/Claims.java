package org.wardlight.ingest.register;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.wardlight.events.v1.Association;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.QuarantinedObservation;

/**
 * Which quarantined messages somebody is said to have worn the device for. A registration claims what the one before it did not:
 * the rest was given back then. Pure; used by one thread.
 */
final class Claims {

    private final Map<String, DeviceRegistration> known = new HashMap<>();

    /** This registration holds from now on. */
    void learn(DeviceRegistration registration) {
        known.put(registration.getDeviceId(), registration);
    }

    /** The register dropped a device. */
    void forget(String deviceId) {
        known.remove(deviceId);
    }

    /** Whether the registration that holds claims a part of the message. */
    boolean claimed(QuarantinedObservation quarantined) {
        DeviceRegistration holding = known(quarantined.getObservation().getDeviceId());
        return times(quarantined).anyMatch(time -> covers(holding, time));
    }

    /** Whether this registration claims a part of the message that the one that holds does not. */
    boolean newlyClaimed(DeviceRegistration registration, QuarantinedObservation quarantined) {
        return times(quarantined).anyMatch(time -> isNew(registration, time));
    }

    /** The earliest time that this registration claims and the one that holds does not; {@link Long#MAX_VALUE} for none. */
    long newSinceMillis(DeviceRegistration registration) {
        LongStream begins = registration.getAssociationsList().stream().mapToLong(Association::getFromMs);
        LongStream gaps = known(registration.getDeviceId()).getAssociationsList().stream()
                .filter(Association::hasToMs)
                .mapToLong(Association::getToMs);
        return LongStream.concat(begins, gaps)
                .filter(time -> isNew(registration, time))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private boolean isNew(DeviceRegistration registration, long timeMillis) {
        return covers(registration, timeMillis) && !covers(known(registration.getDeviceId()), timeMillis);
    }

    private DeviceRegistration known(String deviceId) {
        return known.getOrDefault(deviceId, DeviceRegistration.getDefaultInstance());
    }

    private static LongStream times(QuarantinedObservation quarantined) {
        return quarantined.getObservation().getMeasurementsList().stream().mapToLong(Measurement::getDeviceTimeMs);
    }

    private static boolean covers(DeviceRegistration registration, long timeMillis) {
        return registration.getAssociationsList().stream()
                .anyMatch(association -> timeMillis >= association.getFromMs()
                        && (!association.hasToMs() || timeMillis < association.getToMs()));
    }
}

package org.wardlight.stream.attribution;

import java.util.Optional;
import org.wardlight.events.v1.Association;
import org.wardlight.events.v1.DeviceRegistration;

/** Who wore a device when: association intervals, from (inclusive) to (exclusive), open at the end while worn. */
public final class AssociationBook {

    private final DeviceRegistration registration;

    /** The associations of one device. */
    public AssociationBook(DeviceRegistration registration) {
        this.registration = registration;
    }

    /** The patient who wore the device at this time. */
    public Optional<String> wearer(long timeMillis) {
        for (int i = registration.getAssociationsCount() - 1; i >= 0; i--) {
            Association association = registration.getAssociations(i);
            if (timeMillis >= association.getFromMs()
                    && (!association.hasToMs() || timeMillis < association.getToMs())) {
                return Optional.of(association.getPatientRef());
            }
        }
        return Optional.empty();
    }

    /** The next time after this one at which somebody puts the device on or takes it off; {@link Long#MAX_VALUE} for none. */
    public long nextChangeMillis(long afterMillis) {
        long next = Long.MAX_VALUE;
        for (Association association : registration.getAssociationsList()) {
            if (association.getFromMs() > afterMillis) {
                next = Math.min(next, association.getFromMs());
            }
            if (association.hasToMs() && association.getToMs() > afterMillis) {
                next = Math.min(next, association.getToMs());
            }
        }
        return next;
    }
}

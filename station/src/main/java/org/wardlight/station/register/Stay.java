package org.wardlight.station.register;

import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.Authorship;
import org.wardlight.station.plan.WardPlan.Occupant;

/**
 * One stay: who lies in which bed, and under which pseudonym the topics know it. Initials and sex never leave the station.
 *
 * @param dischargedMillis absent while the stay lasts
 * @param scaleOrder who ordered SpO2 scale 2, and why; absent for scale 1
 * @param revision grows with every change
 */
public record Stay(
        String patientRef,
        String bedId,
        Occupant occupant,
        long admittedMillis,
        @Nullable Long dischargedMillis,
        @Nullable Authorship scaleOrder,
        long revision) {

    /** Somebody who connected a device of their own: nothing is known of them. */
    static final Occupant ANONYMOUS = new Occupant("—", null, "unknown", 1, "adult-ward");

    /** Whether it still lasts. */
    public boolean isOpen() {
        return dischargedMillis == null;
    }

    Stay in(String otherBedId, long newRevision) {
        return new Stay(patientRef, otherBedId, occupant, admittedMillis, dischargedMillis, scaleOrder, newRevision);
    }

    Stay endedAt(long millis, long newRevision) {
        return new Stay(patientRef, bedId, occupant, admittedMillis, millis, scaleOrder, newRevision);
    }

    Stay described(Occupant as, @Nullable Authorship order, long newRevision) {
        return new Stay(patientRef, bedId, as, admittedMillis, dischargedMillis, order, newRevision);
    }
}

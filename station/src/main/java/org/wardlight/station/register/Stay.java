package org.wardlight.station.register;

import org.wardlight.station.plan.WardPlan.Occupant;

/**
 * One stay: who lies in which bed, and under which pseudonym the topics know it. A restart does not end it. Never leaves
 * this process.
 */
public record Stay(String patientRef, String bedId, Occupant occupant) {

    /** Somebody who connected a device of their own: nothing is known of them. */
    static final Occupant ANONYMOUS = new Occupant("—", null, "unknown", 1, "adult-ward");
}

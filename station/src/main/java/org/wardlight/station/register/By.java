package org.wardlight.station.register;

import org.wardlight.events.v1.Authorship;

/** Who does something, why, and when on the ward clock. */
record By(String actor, String reason, long atMillis) {

    /** Who does what the plan says. */
    static final String PLAN_ACTOR = "ward plan";

    Authorship authorship() {
        return Authorship.newBuilder()
                .setActor(actor)
                .setReason(reason)
                .setTimeMs(atMillis)
                .build();
    }

    /**
     * The revision after another one. Never below the time in ms, so that a register that was lost and begun anew is
     * believed by whoever knows records of the lost one.
     */
    long revisionAfter(long revision) {
        return Math.max(revision + 1, atMillis);
    }
}

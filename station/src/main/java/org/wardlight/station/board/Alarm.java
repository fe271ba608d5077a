package org.wardlight.station.board;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/** One alarm with its whole state, as the browser reads it. Times are ms since 1970 on the ward clock. */
public record Alarm(
        String id,
        String patientRef,
        String ward,
        String bed,
        String rule,
        String kind,
        String priority,
        String marks,
        String state,
        String text,
        long onset,
        long raised,
        long due,
        @Nullable Long ended,
        boolean inputStale,
        int level,
        @Nullable String recipient,
        @Nullable Long nextEscalation,
        Responsibility responsibility,
        @Nullable String acknowledgedBy,
        @Nullable Long acknowledgedAt,
        @Nullable Double observed,
        @Nullable Double limit,
        @Nullable Deciding deciding,
        long seq) {

    /** The reading that decided; boot and seq are null for a device that does not count its messages. */
    public record Deciding(
            String device, @Nullable Long boot, @Nullable Long seq, long deviceTime) {}

    /**
     * Whose turn it is, and what holds the alarm back.
     *
     * @param state none, sent, delivered, accepted or exhausted
     * @param heldBecause why nobody is asked until {@code heldUntil}; for example {@code paused}
     */
    public record Responsibility(
            String state,
            @Nullable String acceptedBy,
            @Nullable Long acceptedAt,
            @Nullable Long heldUntil,
            @Nullable String heldBecause,
            @Nullable Long audioPausedUntil) {}

    /** Whether it still waits for somebody; one that ended unseen does. */
    @JsonIgnore
    public boolean isUnacknowledged() {
        return state.equals("active-unacknowledged") || state.equals("latched");
    }

    /** This alarm where its patient lies now. */
    Alarm in(String otherBed) {
        return new Alarm(
                id,
                patientRef,
                ward,
                otherBed,
                rule,
                kind,
                priority,
                marks,
                state,
                text,
                onset,
                raised,
                due,
                ended,
                inputStale,
                level,
                recipient,
                nextEscalation,
                responsibility,
                acknowledgedBy,
                acknowledgedAt,
                observed,
                limit,
                deciding,
                seq);
    }

    /** This alarm as alerting left it after somebody acknowledged it, until its own record says so. */
    public Alarm acknowledged(String by, long at) {
        String after = state.equals("latched") ? "closed" : "active-acknowledged";
        return new Alarm(
                id,
                patientRef,
                ward,
                bed,
                rule,
                kind,
                priority,
                marks,
                after,
                text,
                onset,
                raised,
                due,
                ended,
                inputStale,
                level,
                recipient,
                null,
                responsibility,
                by,
                at,
                observed,
                limit,
                deciding,
                seq);
    }
}

package org.wardlight.station.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One bed of the board, as the browser reads it. Times are ms since 1970 on the ward clock; null is unknown or absent. */
public record Tile(
        String bed,
        int order,
        String state,
        @Nullable String patientRef,
        @Nullable String initials,
        @Nullable Integer age,
        @Nullable String nurse,
        @Nullable String spo2Scale,
        @Nullable String careProfile,
        @Nullable DeviceState device,
        List<Numeric> numerics,
        @Nullable News2 news2,
        @Nullable ModelScore risk,
        @Nullable ModelScore anomaly,
        List<PauseInForce> pauses,
        List<Alarm> alarms) {

    /** Copies the lists. */
    public Tile {
        numerics = List.copyOf(numerics);
        pauses = List.copyOf(pauses);
        alarms = List.copyOf(alarms);
    }

    /** The device of the bed; {@code battery} is in percent. */
    public record DeviceState(
            String id,
            String profile,
            String connection,
            @Nullable Double battery) {}

    /**
     * The newest reading of one vital: a value, a code or the reason why there is none.
     *
     * @param intervalMs how often the device of the bed is expected to send it; null when nobody said
     * @param staleAfterMs age from which it is old
     * @param lostAfterMs age from which it must not be shown any more
     * @param spot taken now and then: shown with its age, never as live
     */
    public record Numeric(
            String vital,
            String label,
            String unit,
            @Nullable Double value,
            @Nullable String text,
            @Nullable String code,
            @Nullable String missing,
            @Nullable Long time,
            @Nullable Long intervalMs,
            long staleAfterMs,
            long lostAfterMs,
            @Nullable String method,
            @Nullable Integer quality,
            List<String> flags,
            boolean spot) {

        /** Copies the list. */
        public Numeric {
            flags = List.copyOf(flags);
        }
    }

    /** The newest NEWS2, an interval while inputs are missing or stale. Bounds are null while it is unavailable. */
    public record News2(
            @Nullable Integer lower,
            @Nullable Integer upper,
            boolean complete,
            @Nullable String bandLower,
            @Nullable String bandUpper,
            String text,
            long time,
            @Nullable String scale,
            List<String> missing,
            List<String> stale,
            List<String> aging,
            List<Part> parts,
            @Nullable String unavailable) {

        /** Copies the lists. */
        public News2 {
            missing = List.copyOf(missing);
            stale = List.copyOf(stale);
            aging = List.copyOf(aging);
            parts = List.copyOf(parts);
        }
    }

    /** One parameter's share of a score. */
    public record Part(
            String parameter,
            int lower,
            int upper,
            String state,
            @Nullable Double value,
            @Nullable String code,
            @Nullable Long ageMs) {}

    /**
     * What a model says. Its value is null, and its text {@code --}, while it says nothing.
     *
     * @param text as a tile shows it: {@code 5.9 %}, or {@code 93/100} for what is no probability
     * @param trend against an hour ago, or the oldest known within it: {@code rising}, {@code falling}, {@code steady}
     * @param high whether the value is at or above the model's threshold
     * @param shadow whether it may page nobody
     * @param completeness share of its inputs that are known and fresh, 0 to 1
     * @param reasons at most four, the greatest first
     * @param failed whether the model cannot be used at all, for no patient
     * @param degraded what is wrong with the model although it answers, or why it cannot be used
     */
    public record ModelScore(
            String id,
            String title,
            @Nullable Double value,
            String text,
            @Nullable String trend,
            boolean high,
            boolean shadow,
            @Nullable Double threshold,
            @Nullable Double completeness,
            List<Reason> reasons,
            String policy,
            String hash,
            @Nullable String unavailable,
            boolean failed,
            @Nullable String degraded,
            long time) {

        /** Copies the list. */
        public ModelScore {
            reasons = List.copyOf(reasons);
        }
    }

    /** One input's share of a model's value; how much lower the value would be if it were as usual for this patient. */
    public record Reason(
            String input,
            @Nullable Double value,
            @Nullable Double usual,
            @Nullable Double changePerHour,
            double contribution) {}
}

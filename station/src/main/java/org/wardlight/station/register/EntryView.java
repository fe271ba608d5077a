package org.wardlight.station.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.events.v1.ChartEntry;
import org.wardlight.events.v1.Measurement;

/** An entry of a chart as a person at a browser reads it. Times are ms since 1970 on the ward clock. */
public record EntryView(
        String id,
        long time,
        List<ChartedView> measurements,
        @Nullable String intervention,
        @Nullable String corrects,
        @Nullable String correctedBy,
        String actor,
        String reason,
        long recordedAt) {

    /** Writes an entry. */
    public static EntryView of(KeptEntry kept) {
        ChartEntry entry = kept.entry();
        return new EntryView(
                entry.getEntryId(),
                entry.getTimeMs(),
                entry.getMeasurementsList().stream().map(EntryView::charted).toList(),
                emptyToNull(entry.getIntervention()),
                emptyToNull(entry.getCorrects()),
                kept.correctedBy(),
                entry.getBy().getActor(),
                entry.getBy().getReason(),
                entry.getBy().getTimeMs());
    }

    private static ChartedView charted(Measurement measurement) {
        return new ChartedView(
                VitalCatalogue.standard().get(measurement.getVital()).getId(),
                measurement.hasValue() ? (Double) measurement.getValue() : null,
                measurement.hasCode() ? ChartDecisions.letter(measurement.getCode()) : null);
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** A number in the unit of the catalogue, or the letter of a level of consciousness. */
    public record ChartedView(
            String vital, @Nullable Double value, @Nullable String code) {}
}

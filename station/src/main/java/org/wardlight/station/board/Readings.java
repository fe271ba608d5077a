package org.wardlight.station.board;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.ExpectedSignal;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.ReadingFlag;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalDefinition;
import org.wardlight.events.v1.VitalNumeric;
import org.wardlight.station.board.Tile.Numeric;

/**
 * The newest reading of each vital of one patient. Newest by when it was measured, so that history arriving late never
 * replaces what is known to be newer. "No value, because" is a reading too: it replaces the value before it.
 */
final class Readings {

    /** A 1 Hz value is old after this: three intervals of a slower one. Source: the station's own display rules. */
    private static final long STALE_AT_LEAST_MS = 10_000;

    private static final long LOST_AT_LEAST_MS = 60_000;
    private static final int STALE_AFTER_INTERVALS = 3;

    private final Map<Vital, Reading> newest = new EnumMap<>(Vital.class);

    /** Takes the newer ones; says whether there were any. */
    boolean apply(VitalNumeric message) {
        boolean changed = false;
        for (Measurement measurement : message.getMeasurementsList()) {
            changed |= apply(measurement, message.getIngestTimeMs());
        }
        return changed;
    }

    List<Numeric> numerics(List<ExpectedSignal> expected) {
        List<Numeric> numerics = new ArrayList<>();
        newest.forEach((vital, reading) -> numerics.add(numeric(reading, expected)));
        return numerics;
    }

    private boolean apply(Measurement measurement, long ingestMillis) {
        Vital vital = measurement.getVital();
        if (vital == Vital.VITAL_UNSPECIFIED || vital == Vital.UNRECOGNIZED) {
            return false;
        }
        long time = measuredAt(measurement, ingestMillis);
        Reading known = newest.get(vital);
        if (known != null && known.time() > time) {
            return false;
        }
        newest.put(vital, new Reading(measurement, time));
        return true;
    }

    /** A device clock that cannot be believed, or runs ahead, must not keep later readings off the board. */
    private static long measuredAt(Measurement measurement, long ingestMillis) {
        boolean believed = !measurement.getFlagsList().contains(ReadingFlag.CLOCK);
        return believed ? Math.min(measurement.getDeviceTimeMs(), ingestMillis) : ingestMillis;
    }

    private static Numeric numeric(Reading reading, List<ExpectedSignal> expected) {
        Measurement m = reading.measurement();
        VitalDefinition definition = Words.definition(m.getVital());
        Age age = age(definition, expected);
        return new Numeric(
                definition.getId(),
                definition.getLabel(),
                definition.getUnit(),
                m.hasValue() ? m.getValue() : null,
                m.hasValue() ? Words.number(m.getVital(), m.getValue()) : null,
                m.hasCode() ? Words.idOrNull(m.getCode()) : null,
                missing(m),
                reading.time(),
                age.interval(),
                age.stale(),
                age.lost(),
                Words.idOrNull(m.getMethod()),
                m.hasQualityPercent() ? m.getQualityPercent() : null,
                m.getFlagsList().stream().map(Words::id).toList(),
                isSpot(m));
    }

    /** A measurement without any result is missing too, never a value. */
    private static @Nullable String missing(Measurement measurement) {
        if (measurement.hasValue() || measurement.hasCode()) {
            return null;
        }
        String reason = Words.idOrNull(measurement.getMissing());
        return reason == null ? "not-measured" : reason;
    }

    private static Age age(VitalDefinition definition, List<ExpectedSignal> expected) {
        for (ExpectedSignal signal : expected) {
            if (signal.getVital() == definition.getVital()) {
                long stale = Math.max(STALE_AT_LEAST_MS, STALE_AFTER_INTERVALS * signal.getIntervalMs());
                return new Age(signal.getIntervalMs(), stale, Math.max(LOST_AT_LEAST_MS, 2 * stale));
            }
        }
        long fresh = definition.getFreshForMs();
        return fresh == 0
                ? new Age(null, STALE_AT_LEAST_MS, LOST_AT_LEAST_MS)
                : new Age(null, Math.max(STALE_AT_LEAST_MS, fresh / 2), Math.max(LOST_AT_LEAST_MS, fresh));
    }

    private static boolean isSpot(Measurement m) {
        return switch (m.getVital()) {
            case SYSTOLIC_PRESSURE, DIASTOLIC_PRESSURE, MEAN_PRESSURE -> m.getMethod() != Method.ARTERIAL_LINE;
            case CONSCIOUSNESS, BODY_TEMPERATURE, SKIN_TEMPERATURE -> true;
            default -> m.getMethod() == Method.MANUAL;
        };
    }

    private record Reading(Measurement measurement, long time) {}

    private record Age(@Nullable Long interval, long stale, long lost) {}
}

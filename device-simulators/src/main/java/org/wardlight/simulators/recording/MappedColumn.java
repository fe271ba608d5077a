package org.wardlight.simulators.recording;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.events.v1.BodySite;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalDefinition;

/**
 * What one column of a table means.
 *
 * @param vital id in the vital catalogue
 * @param unit UCUM, of the numbers in the column: the catalogue's, or one that can be converted
 * @param method how it was measured; null when not known
 * @param site where on the body; null when not known
 * @param noSignalAfter after which silence it counts as lost; null for three intervals, at least ten seconds
 */
record MappedColumn(
        @Nullable String vital,
        @Nullable String unit,
        @Nullable String method,
        @Nullable String site,
        @Nullable String noSignalAfter) {

    /** Molar mass of glucose, 180.16 g/mol, in tenths of a gram. */
    private static final double GLUCOSE_MG_DL_PER_MMOL_L = 18.016;

    /** From a unit to the catalogue's. */
    private static final Map<String, Map<String, DoubleUnaryOperator>> CONVERSIONS = Map.of(
            "Cel", Map.of("[degF]", fahrenheit -> (fahrenheit - 32) * 5 / 9),
            "%", Map.of("1", fraction -> 100 * fraction),
            "mg/dL", Map.of("mmol/L", molar -> GLUCOSE_MG_DL_PER_MMOL_L * molar));

    private static final List<Vital> CODES = List.of(Vital.CONSCIOUSNESS, Vital.POSTURE);

    /** @throws IllegalArgumentException naming the key */
    MappedColumn {
        VitalDefinition definition = definition(vital);
        if (unit == null) {
            throw new IllegalArgumentException("unit is missing; the catalogue's is " + definition.getUnit());
        }
        if (!unit.equals(definition.getUnit()) && !conversions(definition).containsKey(unit)) {
            throw new IllegalArgumentException("unit of " + vital + " must be " + definition.getUnit()
                    + conversions(definition).keySet().stream()
                            .map(other -> " or " + other)
                            .collect(Collectors.joining())
                    + ", not " + unit);
        }
        named("method", method, Method.values());
        named("site", site, BodySite.values());
        if (noSignalAfter != null) {
            MappedTime.duration("no-signal-after", noSignalAfter);
        }
    }

    /** What is measured. */
    Vital measures() {
        return definition(vital).getVital();
    }

    /** A number of the column in the catalogue's unit, with no digits that a conversion invented. */
    double canonical(double number) {
        DoubleUnaryOperator conversion = conversions(definition(vital)).get(String.valueOf(unit));
        return conversion == null || Double.isNaN(number)
                ? number
                : Math.round(conversion.applyAsDouble(number) * 1e6) / 1e6;
    }

    /** How it was measured. */
    Method measuredBy() {
        return named("method", method, Method.values());
    }

    /** Where. */
    BodySite measuredAt() {
        return named("site", site, BodySite.values());
    }

    private static VitalDefinition definition(@Nullable String vital) {
        if (vital == null) {
            throw new IllegalArgumentException("vital is missing");
        }
        VitalDefinition definition = VitalCatalogue.standard()
                .find(vital)
                .orElseThrow(
                        () -> new IllegalArgumentException("vital " + vital + " is not one of the vital catalogue"));
        if (CODES.contains(definition.getVital())) {
            throw new IllegalArgumentException("vital " + vital + " is a code, not a number");
        }
        return definition;
    }

    private static Map<String, DoubleUnaryOperator> conversions(VitalDefinition definition) {
        return CONVERSIONS.getOrDefault(definition.getUnit(), Map.of());
    }

    /** The first value of an enum of the contract stands for nothing named. */
    private static <E extends Enum<E>> E named(String key, @Nullable String id, E[] values) {
        if (id == null) {
            return values[0];
        }
        List<E> known = Arrays.stream(values)
                .skip(1)
                .filter(value -> !value.name().equals("UNRECOGNIZED"))
                .toList();
        return known.stream()
                .filter(value -> kebab(value).equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(key + " must be one of "
                        + known.stream().map(MappedColumn::kebab).collect(Collectors.joining(", "))
                        + ", not " + id));
    }

    private static String kebab(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** After which silence it counts as lost. */
    Duration lostAfter(Duration interval) {
        if (noSignalAfter != null) {
            return MappedTime.duration("no-signal-after", noSignalAfter);
        }
        Duration three = interval.multipliedBy(3);
        return three.compareTo(Duration.ofSeconds(10)) < 0 ? Duration.ofSeconds(10) : three;
    }
}

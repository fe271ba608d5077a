package org.wardlight.trends.schema;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalDefinition;

/** The words that vitals, methods and states have in rows: {@code optical-wrist} for {@code OPTICAL_WRIST}; there and back. */
public final class RowWords {

    private static final String METHOD_PREFIX = "METHOD_";
    private static final Map<String, Method> METHODS = Arrays.stream(Method.values())
            .filter(method -> method != Method.UNRECOGNIZED)
            .collect(Collectors.toUnmodifiableMap(RowWords::of, method -> method));

    private RowWords() {}

    /** The id of a vital; empty when there is none. */
    public static String of(Vital vital) {
        return vital == Vital.VITAL_UNSPECIFIED || vital == Vital.UNRECOGNIZED
                ? ""
                : VitalCatalogue.standard().get(vital).getId();
    }

    /** The word of a method. */
    public static String of(Method method) {
        return of(method, METHOD_PREFIX);
    }

    /** The vital with this id, if there is one. */
    public static Optional<Vital> vital(String id) {
        return VitalCatalogue.standard().find(id).map(VitalDefinition::getVital);
    }

    /** The method with this word, if there is one. */
    public static Optional<Method> method(String word) {
        return Optional.ofNullable(METHODS.get(word));
    }

    /** The name of a value without what all names of its kind begin with. */
    static String of(Enum<?> value, String prefix) {
        String name = value.name();
        String bare = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
        return bare.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

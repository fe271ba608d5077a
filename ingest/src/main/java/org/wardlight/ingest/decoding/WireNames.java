package org.wardlight.ingest.decoding;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The lower-case names that stand for enum values in JSON: {@code SENSOR_OFF} is {@code sensor-off}. */
final class WireNames<E extends Enum<E>> {

    private final String what;
    private final Map<String, E> byName = new LinkedHashMap<>();

    WireNames(String what, E[] values) {
        this.what = what;
        for (E value : values) {
            if (!value.name().endsWith("UNSPECIFIED") && !value.name().equals("UNRECOGNIZED")) {
                byName.put(value.name().toLowerCase(Locale.ROOT).replace('_', '-'), value);
            }
        }
    }

    Optional<E> find(Optional<String> name, String where) throws Unusable {
        return name.isEmpty() ? Optional.empty() : Optional.of(get(name.get(), where));
    }

    E get(String name, String where) throws Unusable {
        E value = byName.get(name);
        if (value == null) {
            throw Unusable.malformed(where + what + " " + Unusable.quoted(name) + " is none of " + byName.keySet());
        }
        return value;
    }
}

package org.wardlight.station.register;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to chart; everything may be absent.
 *
 * @param timeMillis when it was seen or done; absent: now, or when the corrected entry was
 * @param consciousness A, C, V, P or U
 * @param oxygenFlow L/min, 0 is room air
 * @param inspiredOxygen %, 21 is room air
 * @param vitals by payload id, in the unit of the catalogue
 * @param intervention what was done, without a name
 */
public record Charted(
        @Nullable Long timeMillis,
        @Nullable String consciousness,
        @Nullable Double oxygenFlow,
        @Nullable Double inspiredOxygen,
        Map<String, Double> vitals,
        @Nullable String intervention) {

    /** Copies the vitals, in their order. */
    public Charted {
        vitals = Collections.unmodifiableMap(new LinkedHashMap<>(vitals));
    }

    boolean isEmpty() {
        return consciousness == null
                && oxygenFlow == null
                && inspiredOxygen == null
                && vitals.isEmpty()
                && (intervention == null || intervention.isBlank());
    }
}

package org.wardlight.events;

import com.google.protobuf.TextFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalCatalogueData;
import org.wardlight.events.v1.VitalDefinition;

/**
 * The vitals that Wardlight knows: codes (LOINC, ISO/IEEE 11073-10101), fixed unit (UCUM), plausible range and how long a
 * value may feed a score, each number with its source. Data, not code: see {@code vital-catalogue.textproto}.
 */
public final class VitalCatalogue {

    private static final VitalCatalogue STANDARD = load("/org/wardlight/events/vital-catalogue.textproto");

    private final Map<Vital, VitalDefinition> byVital = new EnumMap<>(Vital.class);
    private final Map<String, VitalDefinition> byId = new HashMap<>();

    /**
     * A catalogue of the given definitions.
     *
     * @throws IllegalArgumentException when an entry lacks its id, unit or source, or stands twice
     */
    public VitalCatalogue(VitalCatalogueData data) {
        for (VitalDefinition definition : data.getVitalList()) {
            requireComplete(definition);
            if (byVital.put(definition.getVital(), definition) != null
                    || byId.put(definition.getId(), definition) != null) {
                throw new IllegalArgumentException("vital stands twice in the catalogue: " + definition.getId());
            }
        }
    }

    /** The catalogue that ships with Wardlight. */
    public static VitalCatalogue standard() {
        return STANDARD;
    }

    /** The definition of a vital; every vital of the enum has one. */
    public VitalDefinition get(Vital vital) {
        VitalDefinition definition = byVital.get(vital);
        if (definition == null) {
            throw new IllegalArgumentException("vital is not in the catalogue: " + vital);
        }
        return definition;
    }

    /** The definition with this payload id, for example {@code spo2}. */
    public Optional<VitalDefinition> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Every definition, in the order of the vitals. */
    public List<VitalDefinition> all() {
        return List.copyOf(byVital.values());
    }

    /** Whether the number lies in the range that a body can have; true for vitals without a range. */
    public boolean isPlausible(Vital vital, double value) {
        VitalDefinition definition = get(vital);
        return Double.isFinite(value)
                && (!definition.hasPlausibleLow() || value >= definition.getPlausibleLow())
                && (!definition.hasPlausibleHigh() || value <= definition.getPlausibleHigh());
    }

    private static void requireComplete(VitalDefinition definition) {
        if (definition.getId().isEmpty()
                || definition.getUnit().isEmpty()
                || definition.getSource().isEmpty()
                || definition.getVital() == Vital.VITAL_UNSPECIFIED) {
            throw new IllegalArgumentException("vital without id, unit or source in the catalogue: " + definition);
        }
    }

    private static VitalCatalogue load(String resource) {
        VitalCatalogueData.Builder data = VitalCatalogueData.newBuilder();
        try (InputStream in = VitalCatalogue.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            TextFormat.getParser().merge(new InputStreamReader(in, StandardCharsets.UTF_8), data);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + resource, e);
        }
        return new VitalCatalogue(data.build());
    }
}

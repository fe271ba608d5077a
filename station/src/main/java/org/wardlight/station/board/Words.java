package org.wardlight.station.board;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.events.v1.RiskBand;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalDefinition;

/** How things of the topics are called on the board, except for alarms: see {@link org.wardlight.events.AlarmWords}. */
final class Words {

    private static final VitalCatalogue CATALOGUE = VitalCatalogue.standard();

    private Words() {}

    /** {@code SENSOR_OFF} is spelled {@code sensor-off}. */
    static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The same, but null for the constant that stands for nothing. */
    static @Nullable String idOrNull(Enum<?> constant) {
        boolean nothing =
                constant.name().endsWith("_UNSPECIFIED") || constant.name().equals("UNRECOGNIZED");
        return nothing ? null : id(constant);
    }

    static @Nullable String textOrNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** {@code BAND_LOW_MEDIUM} is {@code low-medium}. */
    static @Nullable String band(RiskBand band) {
        String id = idOrNull(band);
        return id == null ? null : id.substring("band-".length());
    }

    static String number(Vital vital, double value) {
        return String.format(Locale.ROOT, "%." + CATALOGUE.get(vital).getDecimals() + "f", value);
    }

    static VitalDefinition definition(Vital vital) {
        return CATALOGUE.get(vital);
    }
}

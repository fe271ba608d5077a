package org.wardlight.models.news2;

import java.io.Serializable;
import java.time.Duration;
import java.util.EnumMap;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.events.v1.InputState;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalDefinition;

/**
 * How long a value of each vital may feed a score. Past its time to live it is stale and counts as missing; past half of
 * it, it is aging, which is shown but changes nothing. Serializable, so that a job can carry it.
 */
public final class Freshness implements Serializable {

    private static final long serialVersionUID = 1L;

    private final EnumMap<Vital, Long> freshForMillis;

    private Freshness(EnumMap<Vital, Long> freshForMillis) {
        this.freshForMillis = freshForMillis;
    }

    /** The times to live of a catalogue. */
    public static Freshness of(VitalCatalogue catalogue) {
        EnumMap<Vital, Long> millis = new EnumMap<>(Vital.class);
        for (VitalDefinition definition : catalogue.all()) {
            millis.put(definition.getVital(), definition.getFreshForMs());
        }
        return new Freshness(millis);
    }

    /**
     * The same with another time to live for one vital.
     *
     * @throws IllegalArgumentException unless the duration is positive
     */
    public Freshness with(Vital vital, Duration freshFor) {
        if (freshFor.isNegative() || freshFor.isZero()) {
            throw new IllegalArgumentException("time to live of " + vital + " must be positive, not " + freshFor);
        }
        EnumMap<Vital, Long> changed = freshForMillis.clone();
        changed.put(vital, freshFor.toMillis());
        return new Freshness(changed);
    }

    /** The time to live of a vital, ms; 0 for what the catalogue does not know, so that it is never fresh for long. */
    public long freshForMillis(Vital vital) {
        return freshForMillis.getOrDefault(vital, 0L);
    }

    /** A value of this vital as an input of a score, this long after it was measured. */
    public <V> Input<V> input(Vital vital, V value, long ageMillis) {
        return Input.of(value, ageMillis, freshForMillis(vital));
    }

    /**
     * The same for a value of a device with a rhythm of its own: as long as its signal does not count as lost, its value is not
     * too old either. A time under the catalogue's changes nothing.
     *
     * @param noSignalAfterMillis without a value for this long the device counts as silent; 0 when nothing is expected of it
     */
    public <V> Input<V> input(Vital vital, V value, long ageMillis, long noSignalAfterMillis) {
        return Input.of(value, ageMillis, Math.max(freshForMillis(vital), noSignalAfterMillis));
    }

    /**
     * How long a value may feed a score because of how it was measured: what is measured all the time is soon old. 0 for as
     * long as its vital may.
     */
    public static long byMethod(Vital vital, Method method) {
        return switch (vital) {
            case SYSTOLIC_PRESSURE, DIASTOLIC_PRESSURE, MEAN_PRESSURE ->
                method == Method.ARTERIAL_LINE ? Duration.ofMinutes(5).toMillis() : 0;
            case BODY_TEMPERATURE ->
                method == Method.THERMISTOR ? Duration.ofMinutes(15).toMillis() : 0;
            default -> 0;
        };
    }

    /**
     * How long what a person has to look for, consciousness and oxygen, may feed a score: until the next look is due at this
     * risk. Source: Royal College of Physicians, NEWS2, 2017, chart 4: 12-hourly at 0 points, 4-hourly at 1 to 4, hourly above
     * or with a 3 in a single parameter.
     */
    public static long observedForMillis(int points, boolean red) {
        if (points > 4 || red) {
            return Duration.ofHours(1).toMillis();
        }
        return points == 0
                ? Duration.ofHours(12).toMillis()
                : Duration.ofHours(4).toMillis();
    }

    /** The state of a value of this age, ms, with this time to live, ms. The last millisecond of it still counts. */
    public static InputState stateOf(long ageMillis, long freshForMillis) {
        if (ageMillis > freshForMillis) {
            return InputState.STALE;
        }
        return ageMillis > freshForMillis / 2 ? InputState.AGING : InputState.FRESH;
    }
}

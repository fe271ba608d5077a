package org.wardlight.models.evaluation;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.Code;
import org.wardlight.events.v1.Spo2Scale;
import org.wardlight.events.v1.Vital;
import org.wardlight.models.news2.Input;
import org.wardlight.models.news2.News2;
import org.wardlight.models.news2.News2Inputs;
import org.wardlight.models.news2.Oxygen;
import org.wardlight.models.news2.Rounding;

/**
 * NEWS2 as studies compute it on charts: the newest value of each parameter, however old, and nothing for what was never
 * measured. It is the yardstick of an evaluation, not what is shown of a patient, where old values are missing ones.
 */
public final class CarriedNews2 {

    private final Map<Vital, Double> newest = new EnumMap<>(Vital.class);

    /** Takes a value, in its unit. */
    public void add(Vital vital, double value) {
        newest.put(vital, value);
    }

    /** The sum of what is known, 0 to 20. */
    public int points() {
        return News2.evaluate(News2Inputs.NONE
                        .withRespiratoryRate(whole(Vital.RESPIRATORY_RATE))
                        .withSpo2(whole(Vital.SPO2), Spo2Scale.SCALE_1)
                        .withOxygen(input(oxygen()))
                        .withSystolicPressure(whole(Vital.SYSTOLIC_PRESSURE))
                        .withPulse(whole(newest.containsKey(Vital.HEART_RATE) ? Vital.HEART_RATE : Vital.PULSE_RATE))
                        .withConsciousness(input(consciousness()))
                        .withTemperatureTenths(temperature()))
                .lower();
    }

    private Input<Integer> whole(Vital vital) {
        Double value = newest.get(vital);
        return value == null ? Input.missing() : input(Rounding.toInt(value));
    }

    private Input<Integer> temperature() {
        Double value = newest.get(Vital.BODY_TEMPERATURE);
        return value == null ? Input.missing() : input(Rounding.toTenths(value));
    }

    private @Nullable Oxygen oxygen() {
        Double inspired = newest.get(Vital.INSPIRED_OXYGEN);
        return inspired == null ? null : Oxygen.ofInspired(inspired);
    }

    private @Nullable Code consciousness() {
        Double code = newest.get(Vital.CONSCIOUSNESS);
        return code == null ? null : Code.forNumber(code.intValue());
    }

    private static <V> Input<V> input(@Nullable V value) {
        return value == null ? Input.missing() : Input.of(value, 0, Long.MAX_VALUE);
    }
}

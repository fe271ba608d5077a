package org.wardlight.models.news2;

import org.wardlight.events.v1.Code;
import org.wardlight.events.v1.Spo2Scale;

/** Inputs for tests, all fresh. */
final class Observed {

    private static final long FRESH_FOR = 300_000;

    private Observed() {}

    static <V> Input<V> fresh(V value) {
        return Input.of(value, 0, FRESH_FOR);
    }

    static <V> Input<V> stale(V value) {
        return Input.of(value, FRESH_FOR + 1, FRESH_FOR);
    }

    static <V> Input<V> aging(V value) {
        return Input.of(value, FRESH_FOR, FRESH_FOR);
    }

    /** Everything measured, every parameter at 0 points. */
    static News2Inputs normal() {
        return new News2Inputs(
                fresh(16),
                fresh(97),
                Spo2Scale.SCALE_1,
                fresh(Oxygen.AIR),
                fresh(120),
                fresh(70),
                fresh(Code.ALERT),
                fresh(368));
    }

    /** All normal but the one named as in the resource tables. */
    static News2Inputs normalBut(String parameter, int value) {
        Input<Integer> input = fresh(value);
        News2Inputs normal = normal();
        return switch (parameter) {
            case "respiratory-rate" -> normal.withRespiratoryRate(input);
            case "spo2-scale-1" -> normal.withSpo2(input, Spo2Scale.SCALE_1);
            case "spo2-scale-2-air" -> normal.withSpo2(input, Spo2Scale.SCALE_2);
            case "spo2-scale-2-oxygen" ->
                normal.withSpo2(input, Spo2Scale.SCALE_2).withOxygen(fresh(Oxygen.SUPPLEMENTAL));
            case "systolic-pressure" -> normal.withSystolicPressure(input);
            case "pulse" -> normal.withPulse(input);
            case "temperature" -> normal.withTemperatureTenths(input);
            default -> throw new IllegalArgumentException(parameter);
        };
    }
}

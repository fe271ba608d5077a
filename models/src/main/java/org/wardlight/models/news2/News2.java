package org.wardlight.models.news2;

import static org.wardlight.models.news2.News2Parameter.CONSCIOUSNESS;
import static org.wardlight.models.news2.News2Parameter.OXYGEN;
import static org.wardlight.models.news2.News2Parameter.PULSE;
import static org.wardlight.models.news2.News2Parameter.RESPIRATORY_RATE;
import static org.wardlight.models.news2.News2Parameter.SPO2;
import static org.wardlight.models.news2.News2Parameter.SYSTOLIC_PRESSURE;
import static org.wardlight.models.news2.News2Parameter.TEMPERATURE;

import java.util.List;
import org.wardlight.events.v1.Code;
import org.wardlight.events.v1.Spo2Scale;

/**
 * Scores one patient by the National Early Warning Score 2. What is missing or stale counts from nothing to the most it
 * could: 0 to 3 points, 0 to 2 for oxygen. So the result is an interval that holds the true score whatever the missing
 * values are, and a single point when all seven are known.
 *
 * <p>Source: Royal College of Physicians, National Early Warning Score (NEWS) 2, London 2017. The interval is Wardlight's
 * own; the published score assumes a complete set. Research and education only.
 */
public final class News2 {

    /** Which rule, in which version of this code; stands in every score. */
    public static final String POLICY = "news2-2017/1";

    /** The score id on the topic. */
    public static final String SCORE_ID = "news2";

    /** As people call it. */
    static final String TITLE = "NEWS2";

    private News2() {}

    /** The score of these inputs. Check {@link News2Eligibility} before: the score is not made for everybody. */
    public static News2Score evaluate(News2Inputs inputs) {
        List<News2Part> parts = List.of(
                number(RESPIRATORY_RATE, inputs.respiratoryRate(), News2Points::respiratoryRate),
                spo2(inputs),
                oxygen(inputs.oxygen()),
                number(SYSTOLIC_PRESSURE, inputs.systolicPressure(), News2Points::systolicPressure),
                number(PULSE, inputs.pulse(), News2Points::pulse),
                consciousness(inputs.consciousness()),
                number(TEMPERATURE, inputs.temperatureTenths(), News2Points::temperature));
        return News2Score.of(parts, inputs.spo2Scale());
    }

    private static News2Part number(News2Parameter parameter, Input<Integer> input, Points points) {
        Integer value = input.known();
        return value == null ? News2Part.unknown(parameter, input) : part(parameter, input, points.of(value));
    }

    private static News2Part spo2(News2Inputs inputs) {
        Integer percent = inputs.spo2().known();
        if (percent == null) {
            return News2Part.unknown(SPO2, inputs.spo2());
        }
        if (inputs.spo2Scale() != Spo2Scale.SCALE_2) {
            return part(SPO2, inputs.spo2(), News2Points.spo2Scale1(percent));
        }
        // Scale 2 reads the same number differently on air and on oxygen: when nobody says which, both stand.
        int onAir = News2Points.spo2Scale2(percent, Oxygen.AIR);
        int onOxygen = News2Points.spo2Scale2(percent, Oxygen.SUPPLEMENTAL);
        Oxygen oxygen = inputs.oxygen().known();
        if (oxygen == null) {
            return new News2Part(SPO2, Math.min(onAir, onOxygen), Math.max(onAir, onOxygen), inputs.spo2());
        }
        return part(SPO2, inputs.spo2(), oxygen == Oxygen.AIR ? onAir : onOxygen);
    }

    private static News2Part oxygen(Input<Oxygen> input) {
        Oxygen oxygen = input.known();
        return oxygen == null ? News2Part.unknown(OXYGEN, input) : part(OXYGEN, input, News2Points.oxygen(oxygen));
    }

    private static News2Part consciousness(Input<Code> input) {
        Code level = input.known();
        return level == null
                ? News2Part.unknown(CONSCIOUSNESS, input)
                : part(CONSCIOUSNESS, input, News2Points.consciousness(level));
    }

    private static News2Part part(News2Parameter parameter, Input<?> input, int points) {
        return new News2Part(parameter, points, points, input);
    }

    /** Points of a whole number. */
    private interface Points {
        int of(int value);
    }
}

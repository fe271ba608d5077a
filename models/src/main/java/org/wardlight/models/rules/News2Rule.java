package org.wardlight.models.rules;

import java.util.List;
import java.util.function.DoubleFunction;
import org.wardlight.events.v1.Code;
import org.wardlight.events.v1.Spo2Scale;
import org.wardlight.models.ScoringModel;
import org.wardlight.models.features.FeatureLayout;
import org.wardlight.models.news2.Input;
import org.wardlight.models.news2.News2;
import org.wardlight.models.news2.News2Inputs;
import org.wardlight.models.news2.News2Score;
import org.wardlight.models.news2.Oxygen;
import org.wardlight.models.news2.Rounding;

/** NEWS2 on scale 1 from levels alone, without ages; the job asks {@link News2} itself, which knows more. */
final class News2Rule implements ScoringModel {

    private static final FeatureLayout LAYOUT = FeatureLayout.parse(List.of(
            "respiratory-rate.now",
            "spo2.now",
            "oxygen.now",
            "systolic-pressure.now",
            "heart-rate.now",
            "consciousness.now",
            "temperature.now"));

    @Override
    public String id() {
        return News2.SCORE_ID;
    }

    @Override
    public String version() {
        return News2.POLICY;
    }

    @Override
    public FeatureLayout layout() {
        return LAYOUT;
    }

    @Override
    public List<Outcome> score(List<float[]> rows) {
        return rows.stream().map(News2Rule::score).toList();
    }

    private static Outcome score(float[] row) {
        News2Score score = News2.evaluate(News2Inputs.NONE
                .withRespiratoryRate(input(row[0], Rounding::toInt))
                .withSpo2(input(row[1], Rounding::toInt), Spo2Scale.SCALE_1)
                .withOxygen(input(row[2], value -> value == 0 ? Oxygen.AIR : Oxygen.SUPPLEMENTAL))
                .withSystolicPressure(input(row[3], Rounding::toInt))
                .withPulse(input(row[4], Rounding::toInt))
                .withConsciousness(input(row[5], News2Rule::code))
                .withTemperatureTenths(input(row[6], Rounding::toTenths)));
        return new Outcome(score.lower(), score.upper());
    }

    private static Code code(double number) {
        Code code = Code.forNumber((int) number);
        return code == null ? Code.CODE_UNSPECIFIED : code;
    }

    private static <V> Input<V> input(float value, DoubleFunction<V> read) {
        // The decimal number that was measured, not the double next to the float.
        return Float.isNaN(value)
                ? Input.missing()
                : Input.of(read.apply(Double.parseDouble(Float.toString(value))), 0, Long.MAX_VALUE);
    }
}

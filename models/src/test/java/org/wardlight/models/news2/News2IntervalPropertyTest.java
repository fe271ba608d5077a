package org.wardlight.models.news2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.models.news2.Observed.aging;
import static org.wardlight.models.news2.Observed.fresh;
import static org.wardlight.models.news2.Observed.stale;

import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.Code;
import org.wardlight.events.v1.Spo2Scale;

/** The interval must hold the score that the missing values would give, whatever they are. */
class News2IntervalPropertyTest {

    private static final int ROUNDS = 20_000;

    /** Each takes one parameter from the second inputs. */
    private static final List<BinaryOperator<News2Inputs>> REVEAL = List.of(
            (known, truth) -> known.withRespiratoryRate(truth.respiratoryRate()),
            (known, truth) -> known.withSpo2(truth.spo2(), truth.spo2Scale()),
            (known, truth) -> known.withOxygen(truth.oxygen()),
            (known, truth) -> known.withSystolicPressure(truth.systolicPressure()),
            (known, truth) -> known.withPulse(truth.pulse()),
            (known, truth) -> known.withConsciousness(truth.consciousness()),
            (known, truth) -> known.withTemperatureTenths(truth.temperatureTenths()));

    private final Random random = new Random(20260101);

    @Test
    void everyFurtherInputNarrowsTheIntervalAndTheTruthStaysInside() {
        for (int round = 0; round < ROUNDS; round++) {
            News2Inputs truth = anyCompleteSet();
            News2Score trueScore = News2.evaluate(truth);
            News2Inputs known = withoutAnything(truth);
            News2Score before = News2.evaluate(known);
            for (int parameter : anyOrder()) {
                known = REVEAL.get(parameter).apply(known, truth);
                News2Score after = News2.evaluate(known);
                assertInside(after, before, truth);
                assertInside(trueScore, after, truth);
                before = after;
            }
            assertThat(before.complete()).isTrue();
            assertThat(before.lower()).isEqualTo(before.upper());
        }
    }

    private static void assertInside(News2Score inner, News2Score outer, News2Inputs truth) {
        assertThat(inner.lower()).as("lower of %s", truth).isBetween(outer.lower(), inner.upper());
        assertThat(inner.upper()).as("upper of %s", truth).isLessThanOrEqualTo(outer.upper());
        assertThat(inner.bandLower()).as("band of %s", truth).isBetween(outer.bandLower(), inner.bandUpper());
        assertThat(inner.bandUpper()).as("band of %s", truth).isLessThanOrEqualTo(outer.bandUpper());
        assertThat(inner.red() || !outer.red()).as("red of %s", truth).isTrue();
    }

    private News2Inputs anyCompleteSet() {
        return new News2Inputs(
                known(random.nextInt(81)),
                known(70 + random.nextInt(31)),
                random.nextBoolean() ? Spo2Scale.SCALE_1 : Spo2Scale.SCALE_2,
                known(random.nextBoolean() ? Oxygen.AIR : Oxygen.SUPPLEMENTAL),
                known(60 + random.nextInt(200)),
                known(20 + random.nextInt(180)),
                known(Code.forNumber(1 + random.nextInt(5))),
                known(330 + random.nextInt(80)));
    }

    /** Half of what is not known was never there, half is too old: both must count the same. */
    private News2Inputs withoutAnything(News2Inputs truth) {
        return new News2Inputs(
                unknown(16),
                unknown(97),
                truth.spo2Scale(),
                unknown(Oxygen.AIR),
                unknown(120),
                unknown(70),
                unknown(Code.ALERT),
                unknown(368));
    }

    private <V> Input<V> known(V value) {
        return random.nextBoolean() ? fresh(value) : aging(value);
    }

    private <V> Input<V> unknown(V value) {
        return random.nextBoolean() ? Input.missing() : stale(value);
    }

    private int[] anyOrder() {
        int[] order = {0, 1, 2, 3, 4, 5, 6};
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }
}

package org.wardlight.models.news2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wardlight.bench.reference.News2Reference;
import org.wardlight.bench.reference.News2Reference.Bounds;
import org.wardlight.bench.reference.News2Reference.Seen;
import org.wardlight.events.v1.Code;
import org.wardlight.events.v1.RiskBand;
import org.wardlight.events.v1.Spo2Scale;

/** Two implementations that share no code agree on both sides of every edge, and on whatever is not known. */
class News2SecondOpinionTest {

    private static final List<Integer> RESPIRATION = List.of(8, 9, 11, 12, 20, 21, 24, 25);
    private static final List<Integer> SPO2 = List.of(83, 84, 85, 86, 87, 88, 91, 92, 93, 94, 95, 96, 97);
    private static final List<Integer> SYSTOLIC = List.of(90, 91, 100, 101, 110, 111, 219, 220);
    private static final List<Integer> PULSE = List.of(40, 41, 50, 51, 90, 91, 110, 111, 130, 131);
    private static final List<Integer> TENTHS = List.of(350, 351, 360, 361, 380, 381, 390, 391);
    private static final List<Boolean> EITHER = List.of(false, true);
    private static final int ROUNDS = 200;

    @Test
    void agreeOnBothSidesOfEveryEdge() {
        int compared = 0;
        for (int respiration : RESPIRATION) {
            for (int spo2 : SPO2) {
                for (int systolic : SYSTOLIC) {
                    for (int pulse : PULSE) {
                        for (int tenths : TENTHS) {
                            compared += both(respiration, spo2, systolic, pulse, tenths);
                        }
                    }
                }
            }
        }

        assertThat(compared).isEqualTo(8 * 13 * 8 * 10 * 8 * 8);
    }

    /** On both scales, on air and on oxygen, alert and confused. */
    private static int both(int respiration, int spo2, int systolic, int pulse, int tenths) {
        int compared = 0;
        for (boolean scale2 : EITHER) {
            for (boolean oxygen : EITHER) {
                for (char acvpu : new char[] {'A', 'C'}) {
                    compare(new Seen(respiration, spo2, scale2, oxygen, systolic, pulse, acvpu, tenths));
                    compared++;
                }
            }
        }
        return compared;
    }

    @Test
    void agreeOnTheBoundsOfEverySetOfUnknowns() {
        Random random = new Random(20_171_219);
        for (int known = 0; known < 1 << 7; known++) {
            for (int round = 0; round < ROUNDS; round++) {
                compare(new Seen(
                        some(known, 0, random, RESPIRATION),
                        some(known, 1, random, SPO2),
                        random.nextBoolean(),
                        some(known, 2, random, EITHER),
                        some(known, 3, random, SYSTOLIC),
                        some(known, 4, random, PULSE),
                        some(known, 5, random, List.of('A', 'C', 'V', 'P', 'U')),
                        some(known, 6, random, TENTHS)));
            }
        }
    }

    private static <V> @Nullable V some(int known, int bit, Random random, List<V> values) {
        return (known >> bit & 1) == 1 ? values.get(random.nextInt(values.size())) : null;
    }

    private static void compare(Seen seen) {
        News2Score score = News2.evaluate(inputs(seen));
        Bounds bounds = News2Reference.of(seen);
        boolean same = score.lower() == bounds.least()
                && score.upper() == bounds.most()
                && score.red() == bounds.red()
                && named(score.bandLower()).equals(bounds.leastRisk().name())
                && named(score.bandUpper()).equals(bounds.mostRisk().name());
        if (!same) {
            throw new AssertionError(seen + ": " + score + ", second opinion " + bounds);
        }
    }

    private static News2Inputs inputs(Seen seen) {
        return News2Inputs.NONE
                .withRespiratoryRate(input(seen.respiration()))
                .withSpo2(input(seen.spo2()), seen.scale2() ? Spo2Scale.SCALE_2 : Spo2Scale.SCALE_1)
                .withOxygen(input(seen.oxygen() == null ? null : seen.oxygen() ? Oxygen.SUPPLEMENTAL : Oxygen.AIR))
                .withSystolicPressure(input(seen.systolic()))
                .withPulse(input(seen.pulse()))
                .withConsciousness(input(seen.acvpu() == null ? null : code(seen.acvpu())))
                .withTemperatureTenths(input(seen.tenths()));
    }

    private static <V> Input<V> input(@Nullable V value) {
        return value == null ? Input.missing() : Input.of(value, 0, 1);
    }

    private static Code code(char acvpu) {
        return switch (acvpu) {
            case 'A' -> Code.ALERT;
            case 'C' -> Code.CONFUSED;
            case 'V' -> Code.VOICE;
            case 'P' -> Code.PAIN;
            default -> Code.UNRESPONSIVE;
        };
    }

    private static String named(RiskBand band) {
        return band.name().substring("BAND_".length());
    }
}

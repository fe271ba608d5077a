package org.wardlight.stream.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowAccumulatorTest {

    private static final Offset<Double> NEARLY = within(1e-9);

    private final List<double[]> readings = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 60, 5000})
    void agreesWithTwoPassesOverTheReadings(int count) {
        WindowAccumulator all = accumulated(random(count, new Random(count)));

        assertAgrees(all);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 6, 60, 600})
    void isTheSamePutTogetherFromPieces(int count) {
        Random random = new Random(count);
        WindowAccumulator together = new WindowAccumulator();
        List<double[]> rest = random(count, random);
        while (!rest.isEmpty()) {
            int cut = random.nextInt(rest.size() + 1);
            together.add(accumulated(rest.subList(0, cut)));
            rest = rest.subList(cut, rest.size());
        }

        assertAgrees(together);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void hasNoSlopeForASingleMoment(int count) {
        WindowAccumulator together = new WindowAccumulator();
        for (int i = 0; i < count; i++) {
            WindowAccumulator one = new WindowAccumulator();
            one.add(0.3, 70 + i, false);
            together.add(one);
            together.add(0.3, 60 - i, true);
        }

        assertThat(together.hasSlope()).isFalse();
        assertThat(together.count).isEqualTo(2 * count);
        assertThat(together.late).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-12, 0, 0.5, 30})
    void givesTheSlopeOfALinePerMinute(double perMinute) {
        WindowAccumulator line = new WindowAccumulator();
        for (int second = 0; second < 60; second++) {
            line.add(second / 60.0, 1000 + perMinute * second / 60.0, false);
        }

        assertThat(line.slope()).isCloseTo(perMinute, NEARLY);
    }

    private void assertAgrees(WindowAccumulator actual) {
        double n = readings.size();
        double time = readings.stream().mapToDouble(reading -> reading[0]).sum() / n;
        double mean = readings.stream().mapToDouble(reading -> reading[1]).sum() / n;
        double spread = sum(mean, mean, 1, 1);
        assertThat(actual.count).isEqualTo(readings.size());
        assertThat(actual.min)
                .isEqualTo(readings.stream().mapToDouble(r -> r[1]).min().orElseThrow());
        assertThat(actual.max)
                .isEqualTo(readings.stream().mapToDouble(r -> r[1]).max().orElseThrow());
        assertThat(actual.mean).isCloseTo(mean, NEARLY);
        assertThat(actual.deviation()).isCloseTo(Math.sqrt(spread / n), NEARLY);
        assertThat(actual.hasSlope()).isEqualTo(readings.size() > 1);
        if (readings.size() > 1) {
            double slope = sum(time, mean, 0, 1) / sum(time, time, 0, 0);
            assertThat(actual.slope()).isCloseTo(slope, within(1e-9 * Math.max(1, Math.abs(slope))));
        }
    }

    /** Sum of products of the distances of two columns from their means. */
    private double sum(double meanA, double meanB, int a, int b) {
        return readings.stream()
                .mapToDouble(reading -> (reading[a] - meanA) * (reading[b] - meanB))
                .sum();
    }

    private List<double[]> random(int count, Random random) {
        for (int i = 0; i < count; i++) {
            readings.add(new double[] {random.nextDouble(), 1000 + random.nextGaussian()});
        }
        return readings;
    }

    private static WindowAccumulator accumulated(List<double[]> readings) {
        WindowAccumulator accumulator = new WindowAccumulator();
        readings.forEach(reading -> accumulator.add(reading[0], reading[1], false));
        return accumulator;
    }
}

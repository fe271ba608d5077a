package org.wardlight.station.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.Vital;
import org.wardlight.trends.reading.TrendSeries;
import org.wardlight.trends.reading.TrendSeries.Bucket;

class UsualRangeTest {

    @Test
    void isTheMiddleFourFifthsOfTheMeans() {
        UsualRange usual =
                UsualRange.of(minutes(Method.ECG, 201, minute -> 200 - minute)).orElseThrow();

        assertThat(usual.vital()).isEqualTo("heart-rate");
        assertThat(usual.low()).isCloseTo(20, within(1e-9));
        assertThat(usual.high()).isCloseTo(180, within(1e-9));
        assertThat(usual.readings()).isEqualTo(201);
    }

    @Test
    void aBoutDoesNotMoveIt() {
        UsualRange usual = UsualRange.of(minutes(Method.ECG, 1_000, minute -> minute < 90 ? 180 : 80 + minute % 3))
                .orElseThrow();

        assertThat(usual.low()).isEqualTo(80);
        assertThat(usual.high()).isEqualTo(82);
    }

    @Test
    void fewerThanTwoHundredMinutesAreNotEnough() {
        assertThat(UsualRange.of(minutes(Method.ECG, 199, minute -> 80))).isEmpty();
        assertThat(UsualRange.of(minutes(Method.ECG, 200, minute -> 80))).isPresent();
    }

    @Test
    void methodThatMeasuredMostOftenSpeaksForTheVital() {
        List<UsualRange> usual = UsualRange.ofAll(
                List.of(minutes(Method.ECG, 250, minute -> 90), minutes(Method.OPTICAL_WRIST, 300, minute -> 70)));

        assertThat(usual).singleElement().satisfies(range -> assertThat(range.low())
                .isEqualTo(70));
    }

    private static TrendSeries minutes(Method method, int count, IntToDoubleFunction mean) {
        return new TrendSeries(
                "p-1",
                Vital.HEART_RATE,
                method,
                IntStream.range(0, count)
                        .mapToObj(minute -> new Bucket(
                                Instant.ofEpochSecond(60L * minute), 0, mean.applyAsDouble(minute), 300, 60, 0))
                        .toList());
    }
}

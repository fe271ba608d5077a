package org.wardlight.simulators.physiology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class PatientBodyTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void stableBodyStaysInsideItsBoundsThroughADayForManySeeds() {
        for (int seed = 0; seed < 100; seed++) {
            for (Vitals vitals : day(seed, 1 + seed % 20, Duration.ofSeconds(31))) {
                assertThat(vitals.heartRate()).isBetween(58.0, 95.0);
                assertThat(vitals.respiratoryRate()).isBetween(12.0, 19.0);
                assertThat(vitals.spo2()).isBetween(95.0, 100.0);
                assertThat(vitals.systolic()).isBetween(108.0, 140.0);
                assertThat(vitals.systolic() - vitals.diastolic()).isGreaterThan(30);
                assertThat(vitals.bodyTemperature()).isBetween(36.3, 37.5);
            }
        }
    }

    @Test
    void heartAndBreathingMoveTogetherWithActivity() {
        for (int seed = 0; seed < 20; seed++) {
            List<Vitals> day = day(seed, 1, Duration.ofSeconds(20));

            assertThat(correlation(day, Vitals::heartRate, Vitals::respiratoryRate))
                    .isGreaterThan(0.4);
            assertThat(correlation(day, Vitals::activity, Vitals::heartRate)).isGreaterThan(0.4);
            assertThat(correlation(day, Vitals::activity, Vitals::respiratoryRate))
                    .isGreaterThan(0.4);
        }
    }

    @Test
    void patientsBothRestAndMove() {
        List<Vitals> day = day(3, 1, Duration.ofSeconds(20));

        assertThat(day).filteredOn(vitals -> vitals.activity() == 0).hasSizeGreaterThan(day.size() / 3);
        assertThat(day).filteredOn(vitals -> vitals.activity() > 0.5).hasSizeGreaterThan(day.size() / 50);
    }

    @Test
    void breathingMovesTheHeartRateWithinSeconds() {
        PatientBody body = new PatientBody(1, 1);
        double least = Double.MAX_VALUE;
        double most = 0;
        for (int millis = 0; millis < 5_000; millis += 250) {
            double heartRate = body.at(NOON.plusMillis(millis), Illness.NONE, Duration.ZERO)
                    .heartRate();
            least = Math.min(least, heartRate);
            most = Math.max(most, heartRate);
        }

        assertThat(most - least).isGreaterThan(1);
    }

    @Test
    void sameSeedBedAndMomentGiveTheSameVitalsInAnyOrder() {
        PatientBody first = new PatientBody(5, 2);
        PatientBody second = new PatientBody(5, 2);
        Vitals expected = first.at(NOON, Illness.NONE, Duration.ZERO);

        Vitals ignored = second.at(NOON.plusSeconds(3_600), Illness.NONE, Duration.ZERO);

        assertThat(second.at(NOON, Illness.NONE, Duration.ZERO))
                .isEqualTo(expected)
                .isNotEqualTo(ignored);
    }

    @Test
    void patientsAndSeedsDiffer() {
        Vitals vitals = new PatientBody(5, 2).at(NOON, Illness.NONE, Duration.ZERO);

        assertThat(new PatientBody(5, 3).at(NOON, Illness.NONE, Duration.ZERO)).isNotEqualTo(vitals);
        assertThat(new PatientBody(6, 2).at(NOON, Illness.NONE, Duration.ZERO)).isNotEqualTo(vitals);
    }

    private static List<Vitals> day(long seed, int bed, Duration step) {
        PatientBody body = new PatientBody(seed, bed);
        List<Vitals> day = new ArrayList<>();
        for (Duration at = Duration.ZERO; at.compareTo(Duration.ofDays(1)) < 0; at = at.plus(step)) {
            day.add(body.at(NOON.plus(at), Illness.NONE, at));
        }
        return day;
    }

    private static double correlation(List<Vitals> day, ToDoubleFunction<Vitals> a, ToDoubleFunction<Vitals> b) {
        double meanA = day.stream().mapToDouble(a).average().orElseThrow();
        double meanB = day.stream().mapToDouble(b).average().orElseThrow();
        double together = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (Vitals vitals : day) {
            double offA = a.applyAsDouble(vitals) - meanA;
            double offB = b.applyAsDouble(vitals) - meanB;
            together += offA * offB;
            squaresA += offA * offA;
            squaresB += offB * offB;
        }
        return together / Math.sqrt(squaresA * squaresB);
    }
}

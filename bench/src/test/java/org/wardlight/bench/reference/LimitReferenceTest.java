package org.wardlight.bench.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.wardlight.bench.reference.LimitReference.Limit;
import org.wardlight.bench.reference.LimitReference.Reading;
import org.wardlight.bench.reference.LimitReference.Step;
import org.wardlight.bench.workload.Probes;
import org.wardlight.bench.workload.Workload;

/** The golden scenarios of SpO2 at 1 Hz: limits 90 and 85, hysteresis 1, on-delays 15 and 10 s, off-delay 10 s. */
class LimitReferenceTest {

    private static final Limit SPO2 = new Limit(true, 90, 15, 85, 10, 1, 10);

    @Test
    void staysSilentOverADipOfFourteenSeconds() {
        assertThat(steps(40, t -> t < 0 ? 95 : t < 14 ? 89 : 92)).isEmpty();
    }

    @Test
    void startsAfterItsDelayAndEndsOnlyBeyondTheHysteresis() {
        assertThat(steps(90, t -> t < 60 ? 89 : t < 70 ? 90 : 91))
                .containsExactly(new Step("start", 15, "medium"), new Step("end", 80, "medium"));
    }

    @Test
    void getsWorseAfterTheDelayOfTheNextLimit() {
        assertThat(steps(40, t -> t < 20 ? 89 : 84))
                .containsExactly(new Step("start", 15, "medium"), new Step("worse", 30, "high"));
    }

    @Test
    void doesNotEndWhenItComesBackBeforeTheOffDelay() {
        assertThat(steps(60, t -> t < 30 ? 89 : t < 36 ? 91 : 89)).containsExactly(new Step("start", 15, "medium"));
    }

    @Test
    void expectsOneAlarmOfEachProbeWhenItsDelayHasPassed() {
        Workload workload = new Workload(3, 20, Probes.spread(3, 20, 4, 10, 30));

        assertThat(ExpectedAlarms.of(workload, 60).values()).hasSize(4).allSatisfy(expected -> {
            long first = workload.probes().firstSeq().getOrDefault(expected.bed(), -1L);
            assertThat(expected.dueMillis()).isEqualTo(workload.dueMillis(expected.bed(), first) + 10_000);
        });
        assertThat(ExpectedAlarms.of(new Workload(3, 20, Probes.none()), 60)).isEmpty();
    }

    private static List<Step> steps(int seconds, IntToDoubleFunction spo2) {
        List<Reading> readings = new ArrayList<>();
        for (int t = -10; t < seconds; t++) {
            readings.add(new Reading(t, t < 0 ? 95 : spo2.applyAsDouble(t)));
        }
        return LimitReference.steps(SPO2, readings);
    }
}

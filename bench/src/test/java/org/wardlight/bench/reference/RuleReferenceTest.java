package org.wardlight.bench.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.wardlight.bench.workload.Probes;
import org.wardlight.bench.workload.Workload;
import org.wardlight.events.CareProfiles;
import org.wardlight.events.v1.LimitRule;

/** The golden scenarios of SpO2 at 1 Hz: limits 90 and 85, hysteresis 1, on-delays 15 and 10 s, off-delay 10 s. */
class RuleReferenceTest {

    private static final LimitRule SPO2 = CareProfiles.adultWard().getRulesList().stream()
            .filter(rule -> rule.getRule().equals("spo2-low"))
            .findFirst()
            .orElseThrow();

    @Test
    void staysSilentOverADipOfFourteenSeconds() {
        assertThat(steps(40, t -> t < 0 ? 95 : t < 14 ? 89 : 92)).isEmpty();
    }

    @Test
    void startsAfterItsDelayAndEndsOnlyBeyondTheHysteresis() {
        assertThat(steps(90, t -> t < 60 ? 89 : t < 70 ? 90 : 91)).containsExactly("15 START MEDIUM", "80 END MEDIUM");
    }

    @Test
    void getsWorseAfterTheDelayOfTheNextLimit() {
        assertThat(steps(40, t -> t < 20 ? 89 : 84)).containsExactly("15 START MEDIUM", "30 UPDATE HIGH");
    }

    @Test
    void doesNotEndWhenItComesBackBeforeTheOffDelay() {
        assertThat(steps(60, t -> t < 30 ? 89 : t < 36 ? 91 : 89)).containsExactly("15 START MEDIUM");
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

    private static List<String> steps(int seconds, IntToDoubleFunction spo2) {
        List<String> told = new ArrayList<>();
        RuleReference reference = new RuleReference(
                SPO2,
                (rule, news) -> told.add(news.due() / 1_000 + " " + news.phase() + " "
                        + rule.rule.getLevels(news.level()).getSeverity().name().replace("SEVERITY_", "")));
        for (int t = -10; t < seconds; t++) {
            reference.pass(t * 1_000L);
            reference.valid(t < 0 ? 95 : spo2.applyAsDouble(t), t * 1_000L, t * 1_000L);
        }
        return told;
    }
}

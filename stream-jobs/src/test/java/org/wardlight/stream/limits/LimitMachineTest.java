package org.wardlight.stream.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wardlight.events.CareProfiles;
import org.wardlight.events.v1.Code;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.LimitRule;
import org.wardlight.events.v1.Severity;
import org.wardlight.stream.limits.LimitMachine.LimitEvent;

/** Scenarios in seconds with one SpO2 reading a second: limit 90/85, on-delay 15/10 s, off-delay 10 s, hysteresis 1. */
class LimitMachineTest {

    private final LimitState state = new LimitState();
    private final LimitMachine machine = new LimitMachine(limit("spo2-low"), state);
    private final List<String> heard = new ArrayList<>();
    private int suppressed;

    @Test
    void staysSilentWhenTheViolationEndsBeforeTheDelay() {
        hold(95, -3, 0);
        hold(89, 0, 14);
        hold(92, 14, 40);

        assertThat(heard).isEmpty();
        assertThat(suppressed).isEqualTo(1);
    }

    @Test
    void startsAfterTheDelayAndEndsOnlyBeyondTheHysteresis() {
        hold(89, 0, 60);
        hold(90, 60, 70);
        hold(91, 70, 90);

        assertThat(heard).containsExactly("15 START MEDIUM", "80 END MEDIUM");
    }

    @Test
    void raisesTheSeverityAfterTheDelayOfTheWorseLimit() {
        hold(89, 0, 20);
        hold(84, 20, 40);
        hold(95, 40, 60);

        assertThat(heard).containsExactly("15 START MEDIUM", "30 UPDATE HIGH", "50 END HIGH");
    }

    @Test
    void startsWithTheWorseSeverityWhenItsDelayIsOverFirst() {
        hold(84, 0, 20);

        assertThat(heard).containsExactly("10 START HIGH");
    }

    @Test
    void goesOnWithTheSameConditionWhenTheValueFallsAgainBeforeTheOffDelay() {
        hold(89, 0, 30);
        hold(91, 30, 36);
        hold(89, 36, 60);

        assertThat(heard).containsExactly("15 START MEDIUM");
    }

    @Test
    void lowersTheSeverityOnlyAfterAMinute() {
        hold(84, 0, 20);
        hold(88, 20, 100);

        assertThat(heard).containsExactly("10 START HIGH", "80 UPDATE MEDIUM");
    }

    @Test
    void neverEndsBecauseItsInputIsLost() {
        hold(89, 0, 30);
        hold(95, 30, 35);
        stale(true, 35);
        pass(200);
        stale(false, 200);
        hold(95, 200, 220);

        assertThat(heard).containsExactly("15 START MEDIUM", "35 UPDATE MEDIUM", "200 UPDATE MEDIUM", "210 END MEDIUM");
    }

    @Test
    void neverEndsBecauseOneGoodValueIsFollowedBySilence() {
        hold(80, 0, 20);
        value(97, 21);
        pass(3600);

        assertThat(heard).containsExactly("10 START HIGH");
    }

    @Test
    void neverLowersTheSeverityInSilence() {
        hold(80, 0, 20);
        value(88, 21);
        pass(3600);

        assertThat(heard).containsExactly("10 START HIGH");
    }

    @Test
    void countsNoDelayAcrossALoss() {
        hold(89, 0, 3);
        stale(true, 3);
        stale(false, 3600);
        value(89, 3600);
        value(89, 3601);
        pass(3610);

        assertThat(heard).isEmpty();
        pass(3616);
        assertThat(heard).containsExactly("3615 START MEDIUM");
    }

    @Test
    void neverStartsOnASingleValueWhenThereIsADelay() {
        value(89, 0);
        pass(60);

        assertThat(heard).isEmpty();
    }

    @Test
    void startsAtOnceWithTheSecondValueWhenTheDelayIsLongOver() {
        value(89, 0);
        value(89, 60);

        assertThat(heard).containsExactly("60 START MEDIUM");
    }

    @Test
    void believesASingleCuffReading() {
        LimitState cuff = new LimitState();
        LimitMachine pressure = new LimitMachine(limit("systolic-pressure-low"), cuff);

        assertThat(pressure.value(78, 1000, 1000).event()).isPresent();
        assertThat(cuff.level).isEqualTo(1);
        assertThat(pressure.value(100, 61_000, 61_000).event()).isPresent();
    }

    @Test
    void asksForASecondCuffReadingBeforeItCallsPressureLow() {
        LimitMachine pressure = new LimitMachine(limit("systolic-pressure-low"), new LimitState());

        assertThat(pressure.value(85, 0, 0).event()).isEmpty();
        assertThat(pressure.value(92, 60_000, 60_000).suppressed()).isFalse();
        assertThat(pressure.value(85, 120_000, 120_000).event()).isPresent();
    }

    @Test
    void doesNotWaitForASecondCuffReadingForEver() {
        LimitMachine pressure = new LimitMachine(limit("systolic-pressure-low"), new LimitState());

        pressure.value(85, 0, 0);

        assertThat(pressure.nextDueMillis()).isEqualTo(300_000);
    }

    @Test
    void forgetsACuffReadingAfterTwoThatWereNormal() {
        LimitMachine pressure = new LimitMachine(limit("systolic-pressure-low"), new LimitState());

        pressure.value(85, 0, 0);
        pressure.value(100, 60_000, 60_000);
        pressure.value(100, 120_000, 120_000);

        assertThat(pressure.value(100, 180_000, 180_000).suppressed()).isTrue();
        assertThat(pressure.nextDueMillis()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void isSoonerFartherOut() {
        hold(79, 0, 6);

        assertThat(heard).containsExactly("5 START HIGH");
    }

    @Test
    void needsMostReadingsOfADelayToBeUsable() {
        value(89, 0);
        for (int second = 1; second < 15; second++) {
            unusable(second);
        }
        hold(89, 15, 29);

        assertThat(heard).containsExactly("26 START MEDIUM");
    }

    @Test
    void knowsACode() {
        LimitMachine asystole = new LimitMachine(limit("asystole"), new LimitState());

        assertThat(asystole.value(Code.SUSTAINING_RHYTHM_VALUE, 0, 0).event()).isEmpty();
        assertThat(asystole.value(Code.ASYSTOLE_VALUE, 1000, 1000).event())
                .hasValueSatisfying(event -> assertThat(event.phase()).isEqualTo(ConditionPhase.CONDITION_START));
        assertThat(asystole.value(Code.SUSTAINING_RHYTHM_VALUE, 2000, 2000).event())
                .isEmpty();
        assertThat(asystole.value(Code.SUSTAINING_RHYTHM_VALUE, 12_000, 12_000).event())
                .hasValueSatisfying(event -> assertThat(event.phase()).isEqualTo(ConditionPhase.CONDITION_END));
    }

    @Test
    void doesNotViolateALimitByStandingOnIt() {
        hold(90, 0, 60);

        assertThat(heard).isEmpty();
        assertThat(state.phase).isEqualTo(LimitPhase.INACTIVE);
    }

    private void hold(double value, int from, int until) {
        for (int second = from; second < until; second++) {
            value(value, second);
        }
    }

    private void value(double value, int second) {
        pass(second);
        LimitMachine.Judged judged = machine.value(value, second * 1000L, second * 1000L);
        suppressed += judged.suppressed() ? 1 : 0;
        judged.event().ifPresent(this::hear);
    }

    private void unusable(int second) {
        pass(second);
        machine.unusable(second * 1000L);
    }

    private void stale(boolean stale, int second) {
        pass(second);
        machine.inputStale(stale, second * 1000L).ifPresent(this::hear);
    }

    private void pass(int second) {
        while (machine.nextDueMillis() <= second * 1000L) {
            hear(machine.fire(machine.nextDueMillis()));
        }
    }

    private void hear(LimitEvent event) {
        Severity severity = rule("spo2-low").getLevels(state.level).getSeverity();
        heard.add("%d %s %s"
                .formatted(
                        event.dueMillis() / 1000,
                        event.phase().name().replace("CONDITION_", ""),
                        severity.name().replace("SEVERITY_", "")));
        if (event.phase().name().endsWith("END")) {
            machine.reset();
        }
    }

    private static Limit limit(String id) {
        return Limit.of(List.of(rule(id))).get(0);
    }

    private static LimitRule rule(String id) {
        return Stream.of(CareProfiles.adultWard(), CareProfiles.standing())
                .flatMap(profile -> profile.getRulesList().stream())
                .filter(rule -> rule.getRule().equals(id))
                .findFirst()
                .orElseThrow();
    }
}

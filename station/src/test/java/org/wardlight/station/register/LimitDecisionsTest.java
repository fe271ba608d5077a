package org.wardlight.station.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardlight.events.CareProfiles;
import org.wardlight.events.v1.LimitLevel;
import org.wardlight.events.v1.LimitRule;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.Severity;
import org.wardlight.station.register.RegisterCommand.OrderScale;
import org.wardlight.station.register.RegisterCommand.SetCareProfile;
import org.wardlight.station.register.RegisterCommand.SetLimits;
import org.wardlight.station.register.RegisterRefusal.Reason;

/** What is set as normal for one patient. */
class LimitDecisionsTest {

    private final WardFixture ward = new WardFixture(Duration.ofHours(24));

    @Test
    void limitsAreSetForOnePatientWithinWhatABodyCan() {
        String ref = ward.in("01");
        SetLimits wanted = limits(ref, level(Severity.SEVERITY_MEDIUM, 88), level(Severity.SEVERITY_HIGH, 84));

        ward.perform(wanted);

        LimitRule rule = ward.state.limits(ref).orElseThrow().getRules(0);
        assertThat(rule.getLevels(0).getThreshold()).isEqualTo(88);
        assertThat(rule.getHysteresis()).isEqualTo(1);
        assertThat(ward.state.limits(ref).orElseThrow().getBy().getActor()).isEqualTo(WardFixture.NURSE);
        assertThat(ward.state.limits(ref).orElseThrow().getRules(1))
                .isEqualTo(CareProfiles.adultWard().getRules(1));
        assertThat(ward.perform(wanted)).extracting(Decision::changes).isEqualTo(List.of());
        assertThat(ward.reason(limits(ref))).isEqualTo(Reason.INVALID);
        assertThat(ward.reason(limits(ref, level(Severity.SEVERITY_MEDIUM, 101))))
                .isEqualTo(Reason.INVALID);
        assertThat(ward.reason(limits(ref, level(Severity.SEVERITY_HIGH, 84), level(Severity.SEVERITY_MEDIUM, 88))))
                .isEqualTo(Reason.INVALID);
        assertThat(ward.reason(limits(ref, level(Severity.SEVERITY_MEDIUM, 84), level(Severity.SEVERITY_HIGH, 88))))
                .isEqualTo(Reason.INVALID);
        assertThat(ward.reason(new SetLimits(ref, List.of(new RuleLevels("no-such", List.of())), null)))
                .isEqualTo(Reason.INVALID);
    }

    @Test
    void betweenTheLowAndTheHighLimitSomethingIsNormal() {
        String ref = ward.in("01");
        LimitLevel low = level(Severity.SEVERITY_MEDIUM, 120);
        LimitLevel high = level(Severity.SEVERITY_MEDIUM, 130);

        RegisterRefusal refusal = ward.refused(heartRate(ref, "heart-rate-low", low));

        assertThat(refusal.reason()).isEqualTo(Reason.INVALID);
        assertThat(refusal.sentence()).isEqualTo("The rule heart-rate-low leaves no room below heart-rate-high.");
        ward.perform(new SetLimits(
                ref,
                List.of(
                        new RuleLevels("heart-rate-low", List.of(low)),
                        new RuleLevels("heart-rate-high", List.of(high))),
                null));
        assertThat(ward.reason(heartRate(ref, "heart-rate-high", low))).isEqualTo(Reason.INVALID);
    }

    @Test
    void changeLogSaysWhatTheLimitsWereBefore() {
        String ref = ward.in("01");

        Decision once = ward.perform(limits(ref, level(Severity.SEVERITY_MEDIUM, 88.5)));
        Decision again = ward.perform(new SetCareProfile(ref, "adult-ward"));

        assertThat(once.what())
                .isEqualTo("limits set: spo2-low medium 90 after 15 s, high 85 after 10 s -> medium 88.5 after 10 s");
        assertThat(again.what())
                .isEqualTo("care profile adult-ward, "
                        + "limits set: spo2-low medium 88.5 after 10 s -> medium 90 after 15 s, high 85 after 10 s");
    }

    @Test
    void whoHasNotSeenTheLimitsOfNowDoesNotOverwriteThem() {
        String ref = ward.in("01");
        long seen = ward.state.limits(ref).orElseThrow().getRevision();
        List<RuleLevels> mine = List.of(new RuleLevels("spo2-low", List.of(level(Severity.SEVERITY_MEDIUM, 87))));
        ward.perform(limits(ref, level(Severity.SEVERITY_MEDIUM, 88)));

        RegisterRefusal refusal = ward.refused(new SetLimits(ref, mine, seen));

        assertThat(refusal.reason()).isEqualTo(Reason.CONFLICT);
        assertThat(refusal.sentence()).contains("Somebody else has changed these limits");
        ward.perform(
                new SetLimits(ref, mine, ward.state.limits(ref).orElseThrow().getRevision()));
        assertThat(ward.state.limits(ref).orElseThrow().getRules(0).getLevels(0).getThreshold())
                .isEqualTo(87);
    }

    @Test
    void careProfileBringsItsOwnLimitsBack() {
        String ref = ward.in("01");
        ward.perform(limits(ref, level(Severity.SEVERITY_MEDIUM, 88)));

        ward.perform(new SetCareProfile(ref, "adult-ward"));

        assertThat(ward.state.limits(ref).orElseThrow().getRulesList())
                .isEqualTo(CareProfiles.adultWard().getRulesList());
        assertThat(ward.reason(new SetCareProfile(ref, "neonatal"))).isEqualTo(Reason.INVALID);
    }

    @Test
    void scaleTwoNamesWhoOrderedItAndScaleOneNobody() {
        String ref = ward.in("01");

        Patient on = patient(ward.perform(new OrderScale(ref, 2, "Dr Moreau")));
        Patient off = patient(ward.perform(new OrderScale(ref, 1, "Dr Moreau")));

        assertThat(on.getSpo2ScaleValue()).isEqualTo(2);
        assertThat(on.getScaleOrder().getActor()).isEqualTo("Dr Moreau");
        assertThat(on.getScaleOrder().getReason()).isEqualTo("because");
        assertThat(off.hasScaleOrder()).isFalse();
        assertThat(off.getRevision()).isGreaterThan(on.getRevision());
        assertThat(ward.reason(new OrderScale(ref, 3, "Dr Moreau"))).isEqualTo(Reason.INVALID);
    }

    private Patient patient(Decision decision) {
        return ward.records.of(decision, ward.state).stream()
                .map(RegisterRecord::value)
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static SetLimits heartRate(String ref, String rule, LimitLevel level) {
        return new SetLimits(ref, List.of(new RuleLevels(rule, List.of(level))), null);
    }

    private static SetLimits limits(String ref, LimitLevel... levels) {
        return new SetLimits(ref, List.of(new RuleLevels("spo2-low", List.of(levels))), null);
    }

    private static LimitLevel level(Severity severity, double threshold) {
        return LimitLevel.newBuilder()
                .setSeverity(severity)
                .setThreshold(threshold)
                .setOnDelayMs(10_000)
                .build();
    }
}

package org.wardlight.alerting.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.AlarmKind;

class LadderTest {

    private static final LadderStep NURSE = new LadderStep("nurse of the bed", "pager", "Okafor");
    private static final LadderStep CHARGE = new LadderStep("charge nurse", "pager", "Haddad");
    private static final LadderStep DOCTOR = new LadderStep("Clinician", "doctors", "Moreau");

    private final Ladder ward = new Ladder(List.of(NURSE, CHARGE, DOCTOR));

    @Test
    void asksTheCliniciansAboutAnAdvisoryAndNobodyElse() {
        assertThat(ward.about(AlarmKind.ADVISORY).steps()).containsExactly(DOCTOR);
    }

    @Test
    void asksCliniciansAboutNothingElse() {
        assertThat(ward.about(AlarmKind.PHYSIOLOGICAL).steps()).containsExactly(NURSE, CHARGE);
        assertThat(ward.about(AlarmKind.TECHNICAL).steps()).containsExactly(NURSE, CHARGE);
    }

    @Test
    void asksWhoeverThereIsRatherThanNobody() {
        assertThat(new Ladder(List.of(NURSE)).about(AlarmKind.ADVISORY).steps()).containsExactly(NURSE);
        assertThat(new Ladder(List.of(DOCTOR)).about(AlarmKind.PHYSIOLOGICAL).steps())
                .containsExactly(DOCTOR);
    }
}

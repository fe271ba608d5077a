package org.wardlight.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wardlight.alerting.TestWard;
import org.wardlight.alerting.alarm.LadderStep;
import org.wardlight.alerting.alarm.Place;
import org.wardlight.events.v1.Patient;

class WardRegisterTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final WardRegister register = new WardRegister(List.of("pager"), Map.of());

    @Test
    void stepWithoutAPersonMeansTheNurseOfTheBed() {
        // given
        register.rota(TestWard.rota());

        // when
        register.patient(TestWard.patient());

        // then
        assertThat(register.placeOf(TestWard.PATIENT_REF)).isEqualTo(new Place("W3", "12B"));
        assertThat(register.ladderOf(TestWard.PATIENT_REF, NOW)).isEqualTo(TestWard.LADDER);
    }

    @Test
    void nurseOfTheBedChangesWithTheRecordOfThePatient() {
        // given
        register.rota(TestWard.rota());
        register.patient(TestWard.patient());

        // when
        register.patient(TestWard.patient().toBuilder().setNurse("RN Moreau").build());

        // then
        assertThat(register.ladderOf(TestWard.PATIENT_REF, NOW).steps())
                .extracting(LadderStep::recipient)
                .containsExactly("RN Moreau", "CN Lindqvist");
    }

    @Test
    void asksTheRoleWhereNobodySaysWhoTheNurseIs() {
        // given
        register.rota(TestWard.rota());

        // when
        register.patient(TestWard.patient().toBuilder().clearNurse().build());

        // then
        assertThat(register.ladderOf(TestWard.PATIENT_REF, NOW).steps())
                .extracting(LadderStep::recipient)
                .containsExactly("nurse of the bed", "CN Lindqvist");
    }

    @Test
    void defaultReceiverIsOnCallAndNotTheNurseOfTheBed() {
        // when
        register.patient(TestWard.patient());

        // then
        assertThat(register.ladderOf(TestWard.PATIENT_REF, NOW).steps())
                .extracting(LadderStep::recipient)
                .containsExactly("on call");
    }

    @Test
    void theNurseOfAStayThatHasEndedIsNotOnTheRotaForIt() {
        // given
        register.rota(TestWard.rota());
        Patient neighbour = TestWard.patient().toBuilder()
                .setPatientRef("p-" + "b".repeat(32))
                .setNurse("RN Gone")
                .build();
        register.patient(TestWard.patient());
        register.patient(neighbour);
        assertThat(register.isOnRota(TestWard.PATIENT_REF, "RN Gone", NOW)).isTrue();

        // when
        register.patient(
                neighbour.toBuilder().setDischargedMs(NOW.toEpochMilli()).build());

        // then
        assertThat(register.isOnRota(TestWard.PATIENT_REF, "RN Gone", NOW)).isFalse();
        assertThat(register.isOnRota(TestWard.PATIENT_REF, "RN Okafor", NOW)).isTrue();
    }

    @Test
    void patientWhoWasRemovedIsUnknown() {
        // given
        register.rota(TestWard.rota());
        register.patient(TestWard.patient());

        // when
        register.patientRemoved(TestWard.PATIENT_REF);

        // then
        assertThat(register.placeOf(TestWard.PATIENT_REF)).isEqualTo(Place.UNKNOWN);
        assertThat(register.ladderOf(TestWard.PATIENT_REF, NOW).steps())
                .extracting(LadderStep::recipient)
                .containsExactly("on call");
    }
}

package org.wardlight.ingest.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.Association;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.PatientLimits;
import org.wardlight.events.v1.RegisterChange;
import org.wardlight.ingest.ManualClock;

class RegisterForwardingTest {

    private static final Instant NOW = ManualClock.START;

    private final RegisterForwarding forwarding = new RegisterForwarding();

    @Test
    void sendsARegistrationToItsDevice() {
        assertThat(forwarding.device(device("mon-07"), NOW))
                .containsExactly(RegisterChange.newBuilder()
                        .setDeviceId("mon-07")
                        .setDevice(device("mon-07"))
                        .build());
    }

    @Test
    void sendsAPatientAndLimitsToEveryDeviceThePatientWears() {
        // given
        forwarding.device(device("mon-07", open("p-1")), NOW);
        forwarding.device(device("wrist-3", open("p-1")), NOW);
        forwarding.device(device("mon-08", open("p-2")), NOW);

        // then
        assertThat(what(forwarding.patient(patient("p-1"), NOW)))
                .containsExactly("p-1 patient p-1", "mon-07 patient p-1", "wrist-3 patient p-1");
        assertThat(what(forwarding.limits(limits("p-1"), NOW)))
                .containsExactly("mon-07 limits p-1", "wrist-3 limits p-1");
        assertThat(what(forwarding.patient(patient("p-3"), NOW))).containsExactly("p-3 patient p-3");
    }

    @Test
    void remembersThoseWhoTookADeviceOffLessThan72HoursAgo() {
        // given
        forwarding.device(device("mon-07", ended("p-1", Duration.ofHours(71)), open("p-2")), NOW);
        forwarding.device(device("mon-08", ended("p-1", Duration.ofDays(3))), NOW);

        // then
        assertThat(what(forwarding.patient(patient("p-1"), NOW)))
                .containsExactly("p-1 patient p-1", "mon-07 patient p-1");
        assertThat(what(forwarding.patient(patient("p-1"), NOW.plus(Duration.ofHours(1)))))
                .containsExactly("p-1 patient p-1");
    }

    @Test
    void followsANewAssociationWithWhatIsKnownOfThePatient() {
        // given
        forwarding.patient(patient("p-1"), NOW);
        forwarding.limits(limits("p-1"), NOW);
        forwarding.device(device("mon-07"), NOW);

        // when
        List<RegisterChange> changes = forwarding.device(device("mon-07", open("p-1")), NOW);

        // then
        assertThat(what(changes)).containsExactly("mon-07 device", "mon-07 patient p-1", "mon-07 limits p-1");
    }

    @Test
    void doesNotRepeatThePatientForAChangeThatKeepsThePatient() {
        // given
        forwarding.patient(patient("p-1"), NOW);
        forwarding.patient(patient("p-2"), NOW);
        forwarding.device(device("mon-07", open("p-1")), NOW);

        // when p-1 hands the device on to p-2
        List<RegisterChange> changes =
                forwarding.device(device("mon-07", ended("p-1", Duration.ZERO), open("p-2")), NOW);

        // then
        assertThat(what(changes)).containsExactly("mon-07 device", "mon-07 patient p-2");
    }

    @Test
    void forgetsAnAssociationThatWasCorrectedAway() {
        // given
        forwarding.device(device("mon-07", open("p-1")), NOW);

        // when
        forwarding.device(device("mon-07", open("p-2")), NOW);

        // then
        assertThat(what(forwarding.patient(patient("p-1"), NOW))).containsExactly("p-1 patient p-1");
        assertThat(what(forwarding.patient(patient("p-2"), NOW)))
                .containsExactly("p-2 patient p-2", "mon-07 patient p-2");
    }

    @Test
    void repeatsAllThatHoldsPatientByPatientAndDeviceByDevice() {
        // given
        forwarding.limits(limits("p-1"), NOW);
        forwarding.patient(patient("p-1"), NOW);
        forwarding.patient(patient("p-9"), NOW);
        forwarding.patient(left("p-7", Duration.ofHours(71)), NOW);
        forwarding.patient(left("p-8", Duration.ofHours(73)), NOW);
        forwarding.device(device("wrist-3", open("p-1")), NOW);
        forwarding.device(device("mon-07", ended("p-1", Duration.ofDays(9)), open("p-2")), NOW);

        // then
        assertThat(what(forwarding.current(NOW)))
                .containsExactly(
                        "p-1 patient p-1",
                        "p-7 patient p-7",
                        "p-9 patient p-9",
                        "mon-07 device",
                        "wrist-3 device",
                        "wrist-3 patient p-1",
                        "wrist-3 limits p-1");
    }

    @Test
    void saysNothingMoreOfWhatTheRegisterDropped() {
        // given
        forwarding.patient(patient("p-1"), NOW);
        forwarding.limits(limits("p-1"), NOW);
        forwarding.device(device("mon-07", open("p-1")), NOW);
        forwarding.device(device("mon-08", open("p-1")), NOW);

        // when
        forwarding.forgetDevice("mon-08");
        forwarding.forgetLimits("p-1");

        // then
        assertThat(what(forwarding.current(NOW)))
                .containsExactly("p-1 patient p-1", "mon-07 device", "mon-07 patient p-1");

        // when
        forwarding.forgetPatient("p-1");

        // then
        assertThat(what(forwarding.current(NOW))).containsExactly("mon-07 device");
    }

    private static List<String> what(List<RegisterChange> changes) {
        return changes.stream()
                .map(change -> change.getDeviceId()
                        + switch (change.getChangeCase()) {
                            case DEVICE -> " device";
                            case PATIENT -> " patient " + change.getPatient().getPatientRef();
                            case LIMITS -> " limits " + change.getLimits().getPatientRef();
                            case ENTRY -> " entry";
                            case CHANGE_NOT_SET -> " nothing";
                        })
                .toList();
    }

    private static DeviceRegistration device(String id, Association... associations) {
        return DeviceRegistration.newBuilder()
                .setDeviceId(id)
                .addAllAssociations(Arrays.asList(associations))
                .build();
    }

    private static Association open(String patientRef) {
        return Association.newBuilder()
                .setPatientRef(patientRef)
                .setFromMs(NOW.minus(Duration.ofDays(10)).toEpochMilli())
                .build();
    }

    private static Association ended(String patientRef, Duration ago) {
        return open(patientRef).toBuilder()
                .setToMs(NOW.minus(ago).toEpochMilli())
                .build();
    }

    private static Patient patient(String ref) {
        return Patient.newBuilder().setPatientRef(ref).build();
    }

    private static Patient left(String ref, Duration ago) {
        return patient(ref).toBuilder()
                .setDischargedMs(NOW.minus(ago).toEpochMilli())
                .build();
    }

    private static PatientLimits limits(String ref) {
        return PatientLimits.newBuilder().setPatientRef(ref).build();
    }
}

package org.wardlight.station.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardlight.events.CareProfiles;
import org.wardlight.events.PatientRef;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.PatientLimits;
import org.wardlight.events.v1.Rota;
import org.wardlight.events.v1.Spo2Scale;
import org.wardlight.station.MovableClock;
import org.wardlight.station.plan.WardPlan;
import org.wardlight.station.register.RegisterRefusal.Reason;

class WardRegisterTest {

    private final MovableClock clock = new MovableClock();
    private final MemoryLog log = new MemoryLog();
    private final WardRegister register = new WardRegister(WardPlan.demo(), clock, log);

    @BeforeEach
    void open() throws IOException {
        register.open(PreviousRegister.NONE);
    }

    @Test
    void writesEverybodyOfThePlan() {
        PreviousRegister written = log.compacted();

        assertThat(written.patients()).hasSize(16);
        assertThat(written.devices()).hasSize(16);
        assertThat(written.patients().keySet()).allMatch(PatientRef::isValid);
        assertThat(log.limits()).containsOnlyKeys(written.patients().keySet());
        Patient onScale2 = patientIn("09");
        assertThat(onScale2.getSpo2Scale()).isEqualTo(Spo2Scale.SCALE_2);
        assertThat(onScale2.getDemo()).isTrue();
        assertThat(onScale2.getAgeYears()).isEqualTo(88);
    }

    @Test
    void deviceIsWornFromTheStartWithoutEnd() {
        DeviceRegistration device = device("wrist-13");

        assertThat(device.getProfile()).isEqualTo("wrist-wearable");
        assertThat(device.getSignalsList()).hasSize(4);
        assertThat(device.getRevision()).isEqualTo(1);
        assertThat(device.getAssociationsList()).singleElement().satisfies(worn -> {
            assertThat(worn.getPatientRef()).isEqualTo(patientIn("13").getPatientRef());
            assertThat(worn.getFromMs()).isEqualTo(clock.millis());
            assertThat(worn.hasToMs()).isFalse();
            assertThat(worn.getBy().getActor()).isEqualTo("ward plan");
        });
    }

    @Test
    void limitsAreThoseOfTheCareProfile() {
        PatientLimits limits = known(log.limits().get(patientIn("01").getPatientRef()));

        assertThat(limits.getRulesList()).isEqualTo(CareProfiles.adultWard().getRulesList());
    }

    @Test
    void rotaNamesTheChargeNurseButNotTheNurseOfTheBed() {
        Rota rota = known(log.compacted().rotas().get("ward-7"));

        assertThat(rota.getStepsList()).hasSize(2).allMatch(step -> step.getReceiver()
                .equals("demo-pager"));
        assertThat(rota.getSteps(0).getPerson()).isEmpty();
        assertThat(rota.getSteps(1).getPerson()).isEqualTo("Charge nurse Haddad");
    }

    @Test
    void patientNamesTheNurseOfTheBed() throws Exception {
        register.connect("17", "my-watch", "wrist-wearable", "Charge nurse Haddad");

        assertThat(patientIn("01").getNurse()).isEqualTo("RN Okafor");
        assertThat(patientIn("09").getNurse()).isEqualTo("RN Lindqvist");
        assertThat(patientIn("17").getNurse()).isEqualTo("RN Lindqvist");
    }

    @Test
    void nothingThatTellsThePatientGoesIntoTheLog() {
        assertThat(log.records())
                .noneMatch(record -> record.value().toString().contains("M.K."))
                .noneMatch(record -> record.value().toString().contains("female"));
    }

    @Test
    void ownDeviceInAnEmptyBedAdmitsSomebodyUnknown() throws Exception {
        clock.advance(Duration.ofMinutes(5));

        register.connect("17", "my-watch", "wrist-wearable", "RN Okafor");

        Patient patient = patientIn("17");
        assertThat(patient.hasAgeYears()).isFalse();
        assertThat(log.limits()).containsKey(patient.getPatientRef());
        assertThat(device("my-watch").getAssociationsList()).singleElement().satisfies(worn -> {
            assertThat(worn.getPatientRef()).isEqualTo(patient.getPatientRef());
            assertThat(worn.getFromMs()).isEqualTo(clock.millis());
            assertThat(worn.getBy().getActor()).isEqualTo("RN Okafor");
        });
        assertThat(register.stay(patient.getPatientRef())).isPresent();
    }

    @Test
    void connectingEndsNobodyElsesAssociation() throws Exception {
        List<RegisterRecord> before = log.records();

        register.connect("01", "my-watch", "wrist-wearable", "RN Okafor");

        assertThat(log.records()).hasSize(before.size() + 1);
        assertThat(device("mon-01").getAssociations(0).hasToMs()).isFalse();
    }

    @Test
    void connectingTwiceChangesNothing() throws Exception {
        register.connect("17", "my-watch", "wrist-wearable", "RN Okafor");
        List<RegisterRecord> before = log.records();

        register.connect("17", "my-watch", "wrist-wearable", "RN Okafor");

        assertThat(log.records()).isEqualTo(before);
    }

    @Test
    void deviceOfAnotherBedIsRefused() {
        assertThat(refusal("01", "mon-02", "bedside-monitor")).isEqualTo(Reason.CONFLICT);
        assertThat(refusal("17", "mon-02", "bedside-monitor")).isEqualTo(Reason.CONFLICT);
        assertThat(device("mon-02").getRevision()).isEqualTo(1);
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThat(refusal("99", "my-watch", "wrist-wearable")).isEqualTo(Reason.UNKNOWN);
        assertThat(refusal("17", "my watch", "wrist-wearable")).isEqualTo(Reason.INVALID);
        assertThat(refusal("17", "my-watch", "toaster")).isEqualTo(Reason.INVALID);
    }

    @Test
    void whatTheLogDoesNotTakeHasNotHappened() throws Exception {
        log.fail(true);
        assertThatThrownBy(() -> register.connect("17", "my-watch", "wrist-wearable", "RN Okafor"))
                .isInstanceOf(IOException.class);
        log.fail(false);

        register.connect("17", "my-watch", "wrist-wearable", "RN Okafor");

        assertThat(device("my-watch").getAssociationsList()).hasSize(1);
        assertThat(device("my-watch").getAssociations(0).getPatientRef())
                .isEqualTo(patientIn("17").getPatientRef());
    }

    private Reason refusal(String bed, String device, String profile) {
        RegisterRefusal refusal =
                catchThrowableOfType(RegisterRefusal.class, () -> register.connect(bed, device, profile, "RN Okafor"));
        assertThat(refusal).isNotNull();
        return refusal.reason();
    }

    private Patient patientIn(String bed) {
        return log.compacted().patients().values().stream()
                .filter(patient -> patient.getBedId().equals(bed) && !patient.hasDischargedMs())
                .findFirst()
                .orElseThrow();
    }

    private DeviceRegistration device(String id) {
        return known(log.compacted().devices().get(id));
    }

    private static <T> T known(@Nullable T value) {
        assertThat(value).isNotNull();
        return value;
    }
}

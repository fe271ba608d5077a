package org.wardlight.station.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardlight.events.CareProfiles;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.PatientLimits;
import org.wardlight.station.MovableClock;
import org.wardlight.station.plan.WardPlan;
import org.wardlight.station.plan.WardPlan.Bed;
import org.wardlight.station.plan.WardPlan.Device;
import org.wardlight.station.plan.WardPlan.DeviceProfile;
import org.wardlight.station.plan.WardPlan.Occupant;
import org.wardlight.station.register.RegisterRefusal.Reason;

class WardRestartTest {

    private static final String WRIST = "wrist-wearable";

    private final WardPlan plan = WardPlan.demo();
    private final MovableClock clock = new MovableClock();
    private final MemoryLog log = new MemoryLog();
    private WardRegister register = new WardRegister(plan, clock, log);

    @BeforeEach
    void open() throws IOException {
        register.open(PreviousRegister.NONE);
    }

    @Test
    void samePlanKeepsEveryStayAndWritesNothing() throws Exception {
        Set<String> before = log.compacted().patients().keySet();

        assertThat(restart(plan)).isEmpty();
        assertThat(restart(plan)).isEmpty();

        assertThat(open(log.compacted())).containsExactlyInAnyOrderElementsOf(before);
        assertThat(register.stay(patientIn("01").getPatientRef()))
                .get()
                .satisfies(stay -> assertThat(stay.occupant().initials()).isEqualTo("M.K."));
    }

    @Test
    void listenersHearOfWhatGoesOn() throws Exception {
        List<RegisterRecord> heard = new ArrayList<>();
        WardRegister restarted = new WardRegister(plan, clock, log);
        restarted.onKept(heard::add);

        restarted.open(log.compacted());

        assertThat(heard).containsExactlyInAnyOrderElementsOf(log.records());
    }

    @Test
    void anotherOccupantIsAnotherStay() throws Exception {
        Patient before = patientIn("01");

        restart(bed("01", bed -> with(bed, new Occupant("X.Y.", 35, "male", 1, "adult-ward"), bed.device())));

        Patient after = patientIn("01");
        assertThat(after.getPatientRef()).isNotEqualTo(before.getPatientRef());
        assertThat(after.getAgeYears()).isEqualTo(35);
        assertDischarged(before);
        assertThat(device("mon-01").getAssociationsList()).hasSize(2);
        assertThat(device("mon-01").getAssociations(0).getToMs()).isEqualTo(clock.millis());
        assertThat(device("mon-01").getAssociations(1).getPatientRef()).isEqualTo(after.getPatientRef());
        assertThat(log.compacted().limits()).containsKey(after.getPatientRef());
        assertThat(restart(
                        bed("01", bed -> with(bed, new Occupant("X.Y.", 35, "male", 1, "adult-ward"), bed.device()))))
                .isEmpty();
    }

    @Test
    void anotherScaleIsAnotherStay() throws Exception {
        Patient before = patientIn("01");

        restart(bed("01", bed -> with(bed, new Occupant("M.K.", 71, "female", 2, "adult-ward"), bed.device())));

        assertDischarged(before);
        assertThat(patientIn("01").getPatientRef()).isNotEqualTo(before.getPatientRef());
    }

    @Test
    void bedThatLeftThePlanIsDischargedAndItsDeviceTakenOff() throws Exception {
        Patient before = patientIn("16");
        String deviceId = deviceOf("16");

        List<RegisterRecord> written = restart(withBeds(plan.beds().subList(0, 15)));

        assertDischarged(before);
        assertThat(device(deviceId).getAssociations(0).getToMs()).isEqualTo(clock.millis());
        assertThat(written).hasSize(2);
        assertThat(restart(withBeds(plan.beds().subList(0, 15)))).isEmpty();
    }

    @Test
    void bedThatThePlanEmptiedIsDischarged() throws Exception {
        Patient before = patientIn("01");

        restart(bed("01", bed -> with(bed, null, null)));

        assertDischarged(before);
        assertThat(open(log.compacted())).hasSize(15);
    }

    @Test
    void unknownOccupantOfThePlanDoesNotStayInAnEmptiedBed() throws Exception {
        restart(bed("01", bed -> with(bed, new Occupant("?", null, "unknown", 1, "adult-ward"), bed.device())));
        Patient unknown = patientIn("01");

        restart(bed("01", bed -> with(bed, null, null)));

        assertDischarged(unknown);
    }

    @Test
    void personWithTheirOwnDeviceStaysWithIt() throws Exception {
        register.connect("17", "my-watch", WRIST, "RN Okafor");
        Patient before = patientIn("17");

        assertThat(restart(plan)).isEmpty();

        assertThat(patientIn("17")).isEqualTo(before);
        assertThat(device("my-watch").getAssociationsList()).singleElement().satisfies(worn -> {
            assertThat(worn.getPatientRef()).isEqualTo(before.getPatientRef());
            assertThat(worn.hasToMs()).isFalse();
        });
        assertThat(register.stay(before.getPatientRef())).isPresent();
        register.connect("17", "my-watch", WRIST, "RN Okafor");
        assertThat(device("my-watch").getRevision()).isEqualTo(1);
        assertThatThrownBy(() -> register.connect("01", "my-watch", WRIST, "RN Okafor"))
                .isInstanceOfSatisfying(RegisterRefusal.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(Reason.CONFLICT));
    }

    @Test
    void secondDeviceThatAPersonConnectedStaysOn() throws Exception {
        register.connect("01", "my-watch", WRIST, "RN Okafor");

        assertThat(restart(plan)).isEmpty();

        assertThat(device("my-watch").getAssociations(0).hasToMs()).isFalse();
    }

    @Test
    void ownDeviceThatThePlanGivesSomebodyElseEndsTheStay() throws Exception {
        register.connect("17", "my-watch", WRIST, "RN Okafor");
        Patient before = patientIn("17");

        restart(bed("01", bed -> with(bed, bed.patient(), new Device("my-watch", WRIST))));

        assertDischarged(before);
        assertThat(device("my-watch").getAssociations(0).getToMs()).isEqualTo(clock.millis());
        assertThat(device("my-watch").getAssociations(1).getPatientRef())
                .isEqualTo(patientIn("01").getPatientRef());
    }

    @Test
    void anotherDeviceOfThePlanReplacesTheOneOfBeforeInTheSameStay() throws Exception {
        Patient before = patientIn("01");

        restart(bed("01", bed -> with(bed, bed.patient(), new Device("mon-99", "bedside-monitor"))));

        assertThat(patientIn("01")).isEqualTo(before);
        assertThat(device("mon-01").getAssociations(0).getToMs()).isEqualTo(clock.millis());
        assertThat(device("mon-99").getAssociations(0).getPatientRef()).isEqualTo(before.getPatientRef());
        assertThat(device("mon-99").getAssociations(0).getFromMs()).isEqualTo(clock.millis());
    }

    @Test
    void anotherNurseIsANewRevisionOfTheSameStay() throws Exception {
        Patient before = patientIn("01");

        List<RegisterRecord> written =
                restart(bed("01", bed -> new Bed(bed.id(), "lindqvist", bed.patient(), bed.device())));

        assertThat(written).hasSize(1);
        assertThat(patientIn("01"))
                .isEqualTo(before.toBuilder()
                        .setNurse("RN Lindqvist")
                        .setRevision(2)
                        .build());
    }

    @Test
    void otherSignalsOfAProfileAreANewRevisionWithTheSameInterval() throws Exception {
        DeviceRegistration before = device("mon-01");
        List<DeviceProfile> shorter = plan.profiles().stream()
                .map(p -> new DeviceProfile(p.id(), p.signals().subList(0, 2)))
                .toList();

        restart(new WardPlan(
                plan.site(), plan.ward(), shorter, plan.staff(), plan.rota(), plan.beds(), plan.ownDeviceBed()));

        assertThat(device("mon-01").getSignalsList()).hasSize(2);
        assertThat(device("mon-01").getRevision()).isEqualTo(2);
        assertThat(device("mon-01").getAssociationsList()).isEqualTo(before.getAssociationsList());
    }

    @Test
    void anotherRotaIsANewRevisionAndNothingElse() throws Exception {
        WardPlan shorter = new WardPlan(
                plan.site(),
                plan.ward(),
                plan.profiles(),
                plan.staff(),
                plan.rota().subList(0, 1),
                plan.beds(),
                plan.ownDeviceBed());

        assertThat(restart(shorter)).hasSize(1);
        assertThat(log.compacted().rotas().get("ward-7")).isNotNull().satisfies(rota -> {
            assertThat(rota.getRevision()).isEqualTo(2);
            assertThat(rota.getStepsList()).hasSize(1);
        });
    }

    @Test
    void otherLimitsThanThoseOfTheCareProfileAreANewRevision() throws Exception {
        String ref = patientIn("01").getPatientRef();
        PatientLimits limits = known(log.compacted().limits().get(ref));
        log.append(List.of(RegisterRecord.of(limits.toBuilder().removeRules(0).build())));

        assertThat(restart(plan)).hasSize(1);

        PatientLimits after = known(log.compacted().limits().get(ref));
        assertThat(after.getRulesList()).isEqualTo(CareProfiles.adultWard().getRulesList());
        assertThat(after.getRevision()).isEqualTo(2);
    }

    @Test
    void mendsWhatARunThatBrokeOffLeftHalfWritten() throws Exception {
        Patient worn = patientIn("01");
        Patient second = worn.toBuilder()
                .setPatientRef("p-" + "0".repeat(32))
                .setAdmittedMs(worn.getAdmittedMs() + 1)
                .build();
        PreviousRegister whole = log.compacted();
        Map<String, Patient> patients = new HashMap<>(whole.patients());
        patients.put(second.getPatientRef(), second);
        clock.advance(Duration.ofHours(1));

        new WardRegister(plan, clock, log)
                .open(new PreviousRegister(whole.devices(), patients, Map.of(), whole.rotas()));

        assertDischarged(second);
        assertThat(patientIn("01")).isEqualTo(worn);
        assertThat(restart(plan)).isEmpty();
    }

    @Test
    void anotherWardIsLeftAlone() throws Exception {
        Patient elsewhere = patientIn("01").toBuilder()
                .setPatientRef("p-" + "1".repeat(32))
                .setWardId("ward-8")
                .build();
        DeviceRegistration theirs = device("mon-01").toBuilder()
                .setDeviceId("theirs")
                .setAssociations(
                        0, device("mon-01").getAssociations(0).toBuilder().setPatientRef(elsewhere.getPatientRef()))
                .build();
        log.append(List.of(RegisterRecord.of(elsewhere), RegisterRecord.of(theirs)));

        assertThat(restart(plan)).isEmpty();

        assertThat(register.stay(elsewhere.getPatientRef())).isEmpty();
    }

    /** An hour later, another process with this plan. Returns what it wrote. */
    private List<RegisterRecord> restart(WardPlan with) throws IOException {
        clock.advance(Duration.ofHours(1));
        int before = log.records().size();
        register = new WardRegister(with, clock, log);
        register.open(log.compacted());
        return log.records().subList(before, log.records().size());
    }

    private WardPlan bed(String id, UnaryOperator<Bed> change) {
        return withBeds(plan.beds().stream()
                .map(bed -> bed.id().equals(id) ? change.apply(bed) : bed)
                .toList());
    }

    private WardPlan withBeds(List<Bed> beds) {
        return new WardPlan(
                plan.site(), plan.ward(), plan.profiles(), plan.staff(), plan.rota(), beds, plan.ownDeviceBed());
    }

    private static Bed with(Bed bed, @Nullable Occupant occupant, @Nullable Device device) {
        return new Bed(bed.id(), bed.nurse(), occupant, device);
    }

    private String deviceOf(String bedId) {
        return plan.devices().stream()
                .filter(device -> device.bedId().equals(bedId))
                .findFirst()
                .orElseThrow()
                .deviceId();
    }

    private void assertDischarged(Patient before) {
        Patient after = known(log.compacted().patients().get(before.getPatientRef()));
        assertThat(after.getDischargedMs()).isEqualTo(clock.millis());
        assertThat(after.getRevision()).isEqualTo(before.getRevision() + 1);
    }

    private static Set<String> open(PreviousRegister written) {
        return written.patients().values().stream()
                .filter(patient -> !patient.hasDischargedMs())
                .map(Patient::getPatientRef)
                .collect(Collectors.toSet());
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

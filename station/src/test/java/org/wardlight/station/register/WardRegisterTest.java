package org.wardlight.station.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardlight.events.PatientRef;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.Rota;
import org.wardlight.station.MovableClock;
import org.wardlight.station.plan.WardPlan;
import org.wardlight.station.plan.WardPlan.Bed;
import org.wardlight.station.plan.WardPlan.Device;
import org.wardlight.station.plan.WardPlan.DeviceProfile;
import org.wardlight.station.plan.WardPlan.Occupant;
import org.wardlight.station.register.RegisterCommand.Connect;
import org.wardlight.station.register.RegisterCommand.Discharge;
import org.wardlight.station.register.RegisterCommand.RemoveBed;
import org.wardlight.station.register.RegisterCommand.SetNurse;
import org.wardlight.station.register.RegisterCommand.TakeOff;
import org.wardlight.station.register.RegisterCommand.Transfer;

/** The register over its file, with processes that end in between. */
class WardRegisterTest {

    private static final String NURSE = "RN Okafor";

    private final WardPlan plan = WardPlan.demo();
    private final MovableClock clock = new MovableClock();
    private final RegisterFile file = new RegisterFile();
    private final List<RegisterRecord> told = new ArrayList<>();
    private WardRegister register = file.register(plan, clock);

    @BeforeEach
    void open() throws IOException {
        register.onKept(told::add);
        register.open(Duration.ZERO);
    }

    @AfterEach
    void close() {
        file.close();
    }

    @Test
    void planFillsARegisterThatKnowsNothing() {
        assertThat(patients()).hasSize(16).allMatch(patient -> PatientRef.isValid(patient.getPatientRef()));
        assertThat(devices()).hasSize(16);
        assertThat(in("09").getSpo2ScaleValue()).isEqualTo(2);
        assertThat(in("09").getScaleOrder().getActor()).isEqualTo("ward plan");
        assertThat(in("09").getNurse()).isEqualTo("RN Lindqvist");
        assertThat(device("wrist-13").getSignalsList()).hasSize(4);
        assertThat(device("wrist-13").getAssociationsList()).singleElement().satisfies(worn -> {
            assertThat(worn.getPatientRef()).isEqualTo(in("13").getPatientRef());
            assertThat(worn.getFromMs()).isEqualTo(clock.millis());
            assertThat(worn.hasToMs()).isFalse();
            assertThat(worn.getBy().getActor()).isEqualTo("ward plan");
        });
        assertThat(register.view().rota().steps())
                .extracting(RegisterView.StepView::person)
                .containsExactly(null, "Charge nurse Haddad", "Dr Tanaka", "Rapid response team", "Dr Moreau");
    }

    @Test
    void onlyADemonstrationHasDemoPatients() throws IOException {
        assertThat(patients()).allMatch(Patient::getDemo);

        try (RegisterFile other = new RegisterFile()) {
            told.clear();
            WardRegister production = new WardRegister(plan, clock, other.store(plan), false);
            production.onKept(told::add);
            production.open(Duration.ZERO);
        }

        assertThat(patients()).hasSize(16).noneMatch(Patient::getDemo);
    }

    @Test
    void deviceThatIsNewInThePlanDoesNotBringBackARemovedBed() throws Exception {
        perform(new Discharge(in("01").getPatientRef()));
        perform(new RemoveBed("01"));

        restart(bed(
                "01", bed -> new Bed(bed.id(), bed.nurse(), bed.patient(), new Device("rec-01", "bedside-monitor"))));

        assertThat(patients()).hasSize(15);
        assertThat(devices()).noneMatch(device -> device.getDeviceId().equals("rec-01"));
    }

    @Test
    void staysOfThePlanMayBeginBeforeTheStart() throws IOException {
        try (RegisterFile other = new RegisterFile()) {
            WardRegister seeded = other.register(plan, clock);
            seeded.open(Duration.ofHours(25));

            long since = clock.millis() - Duration.ofHours(25).toMillis();
            assertThat(seeded.view().patients()).allMatch(patient -> patient.admittedAt() == since);
            assertThat(seeded.view().devices())
                    .allMatch(device -> device.associations().get(0).from() == since);
        }
    }

    @Test
    void restartChangesNothingAndTellsEverythingAgain() throws IOException {
        List<RegisterRecord> before = List.copyOf(told);

        restart(plan);

        assertThat(told).containsExactlyInAnyOrderElementsOf(before);
        assertThat(file.taken(plan)).hasSize(2 * before.size());
        assertThat(register.changes(10)).hasSize(1);
        assertThat(register.stay(in("01").getPatientRef())
                        .orElseThrow()
                        .occupant()
                        .initials())
                .isEqualTo("M.K.");
    }

    @Test
    void whatPeopleDidIsNotUndoneByThePlan() throws Exception {
        String moved = in("01").getPatientRef();
        String gone = in("02").getPatientRef();
        clock.advance(Duration.ofMinutes(1));
        perform(new Transfer(moved, "17"));
        perform(new Discharge(gone));
        perform(new SetNurse("03", "lindqvist"));

        restart(plan);

        assertThat(in("17").getPatientRef()).isEqualTo(moved);
        assertThat(register.view().beds())
                .filteredOn(bed -> bed.patientRef() == null)
                .extracting(RegisterView.BedView::id)
                .containsExactly("01", "02");
        assertThat(register.stay(gone)).isEmpty();
        assertThat(in("03").getNurse()).isEqualTo("RN Lindqvist");
        assertThat(device("mon-02").getAssociations(0).hasToMs()).isTrue();
    }

    @Test
    void otherOccupantsOfThePlanAreNoNews() throws IOException {
        Patient before = in("01");

        restart(bed("01", bed -> new Bed(bed.id(), bed.nurse(), null, null)));

        assertThat(in("01")).isEqualTo(before);
    }

    @Test
    void bedsThatThePlanAddsComeWithTheirPatients() throws IOException {
        restart(plan.resized(20));

        assertThat(patients()).hasSize(20);
        // Bed 17, empty until now, is somebody's: its device has never been heard of.
        assertThat(device("mon-17").getAssociations(0).getPatientRef()).isEqualTo(in("17").getPatientRef());
        restart(plan.resized(20));
        assertThat(patients()).hasSize(20);
    }

    @Test
    void deviceThatIsNewInThePlanReplacesTheOneThatThePlanHadPutThere() throws Exception {
        perform(new Connect("01", new Device("my-watch", "wrist-wearable"), null));
        WardPlan other = bed(
                "01", bed -> new Bed(bed.id(), bed.nurse(), bed.patient(), new Device("rec-01", "bedside-monitor")));

        restart(other);

        String ref = in("01").getPatientRef();
        assertThat(device("mon-01").getAssociations(0).getToMs()).isEqualTo(clock.millis());
        assertThat(device("rec-01").getAssociations(0).getPatientRef()).isEqualTo(ref);
        assertThat(device("my-watch").getAssociations(0).hasToMs()).isFalse();
        // Back again: the monitor is known, and is a person's to put on.
        restart(plan);
        assertThat(device("rec-01").getAssociations(0).hasToMs()).isFalse();
    }

    @Test
    void deviceThatIsNewInThePlanWaitsWhileAPersonsChoiceOfItsKindIsWorn() throws Exception {
        perform(new TakeOff("mon-01", null));
        perform(new Connect("01", new Device("our-own", "bedside-monitor"), null));

        restart(bed(
                "01", bed -> new Bed(bed.id(), bed.nurse(), bed.patient(), new Device("rec-01", "bedside-monitor"))));

        assertThat(device("our-own").getAssociations(0).hasToMs()).isFalse();
        assertThat(devices()).noneMatch(device -> device.getDeviceId().equals("rec-01"));
    }

    @Test
    void rotaTellsTheTimeZoneOfThePlanAfterARestart() throws IOException {
        WardPlan.Ward moved = new WardPlan.Ward(plan.ward().id(), plan.ward().name(), ZoneId.of("Europe/Lisbon"));

        restart(new WardPlan(
                plan.site(), moved, plan.profiles(), plan.staff(), plan.rota(), plan.beds(), plan.ownDeviceBed()));

        assertThat(last(Rota.class))
                .singleElement()
                .extracting(Rota::getTimeZone)
                .isEqualTo("Europe/Lisbon");
    }

    @Test
    void otherSignalsOfAProfileAreANewRevisionWithTheSameIntervals() throws IOException {
        DeviceRegistration before = device("mon-01");
        List<DeviceProfile> shorter = plan.profiles().stream()
                .map(profile -> new DeviceProfile(
                        profile.id(), profile.signals().stream().limit(2).toList()))
                .toList();

        restart(new WardPlan(
                plan.site(), plan.ward(), shorter, plan.staff(), plan.rota(), plan.beds(), plan.ownDeviceBed()));

        assertThat(device("mon-01").getSignalsList()).hasSize(2);
        assertThat(device("mon-01").getRevision()).isGreaterThan(before.getRevision());
        assertThat(device("mon-01").getAssociationsList()).isEqualTo(before.getAssociationsList());
    }

    @Test
    void registerThatWasLostIsBelievedWhenItBeginsAnew() throws IOException {
        long before = device("mon-01").getRevision();
        clock.advance(Duration.ofDays(1));

        try (RegisterFile other = new RegisterFile()) {
            told.clear();
            WardRegister anew = other.register(plan, clock);
            anew.onKept(told::add);
            anew.open(Duration.ZERO);
        }

        assertThat(device("mon-01").getRevision()).isGreaterThan(before);
    }

    @Test
    void whatWasKeptIsToldByTheNextProcess() throws Exception {
        file.taken(plan);
        perform(new Connect("17", new Device("my-watch", "wrist-wearable"), null));

        file.killed();

        assertThat(file.taken(plan))
                .extracting(OutboxRow::key)
                .containsExactly(in("17").getPatientRef(), in("17").getPatientRef(), "my-watch");
    }

    @Test
    void whatTheDatabaseDoesNotTakeHasNotHappened() throws Exception {
        RegisterView before = register.view();
        int heard = told.size();
        file.fail(true);

        assertThatThrownBy(() -> perform(new Connect("17", new Device("my-watch", "wrist-wearable"), null)))
                .isInstanceOf(IOException.class);
        file.fail(false);

        assertThat(register.view()).isEqualTo(before);
        assertThat(told).hasSize(heard);
        perform(new Connect("17", new Device("my-watch", "wrist-wearable"), null));
        assertThat(device("my-watch").getAssociationsList()).hasSize(1);
    }

    @Test
    void anotherWardIsLeftAlone() throws Exception {
        WardPlan.Ward elsewhere =
                new WardPlan.Ward("ward-8", "Ward 8", plan.ward().timeZone());
        Occupant somebody = new Occupant("Q.Q.", 40, "other", 1, "adult-ward");
        Bed bed = new Bed("A", "okafor", somebody, new Device("theirs", "bedside-monitor"));
        WardRegister other = file.register(
                new WardPlan(plan.site(), elsewhere, plan.profiles(), plan.staff(), plan.rota(), List.of(bed), null),
                clock);
        other.open(Duration.ZERO);

        restart(plan);

        assertThat(patients()).hasSize(16);
        assertThat(told).noneMatch(record -> record.key().equals("theirs"));
        assertThat(register.view().devices()).noneMatch(device -> device.id().equals("theirs"));
        assertThatThrownBy(() -> perform(new Connect("17", new Device("theirs", "bedside-monitor"), null)))
                .isInstanceOf(RegisterRefusal.class)
                .hasMessageContaining("another ward");
    }

    /** An hour later, another process with this plan. */
    private void restart(WardPlan with) throws IOException {
        clock.advance(Duration.ofHours(1));
        told.clear();
        register = file.register(with, clock);
        register.onKept(told::add);
        register.open(Duration.ZERO);
    }

    private WardPlan bed(String id, UnaryOperator<Bed> change) {
        List<Bed> beds = plan.beds().stream()
                .map(bed -> bed.id().equals(id) ? change.apply(bed) : bed)
                .toList();
        return new WardPlan(
                plan.site(), plan.ward(), plan.profiles(), plan.staff(), plan.rota(), beds, plan.ownDeviceBed());
    }

    private void perform(RegisterCommand command) throws RegisterRefusal, IOException {
        register.perform(command, NURSE, "test");
    }

    private List<Patient> patients() {
        return last(Patient.class).stream()
                .filter(patient -> !patient.hasDischargedMs())
                .toList();
    }

    private List<DeviceRegistration> devices() {
        return last(DeviceRegistration.class);
    }

    private Patient in(String bed) {
        return patients().stream()
                .filter(patient -> patient.getBedId().equals(bed))
                .findFirst()
                .orElseThrow();
    }

    private DeviceRegistration device(String id) {
        return devices().stream()
                .filter(device -> device.getDeviceId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The last record of each key. */
    private <T> List<T> last(Class<T> type) {
        List<RegisterRecord> last = new ArrayList<>();
        for (RegisterRecord record : told) {
            if (type.isInstance(record.value())) {
                last.removeIf(known -> known.key().equals(record.key()));
                last.add(record);
            }
        }
        return last.stream().map(record -> type.cast(record.value())).toList();
    }
}

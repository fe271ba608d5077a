package org.wardlight.station.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardlight.database.Database;
import org.wardlight.events.Topics;
import org.wardlight.events.v1.ChartEntry;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.station.MovableClock;
import org.wardlight.station.plan.WardPlan;
import org.wardlight.station.plan.WardPlan.Device;
import org.wardlight.station.register.RegisterCommand.AddBed;
import org.wardlight.station.register.RegisterCommand.Chart;
import org.wardlight.station.register.RegisterCommand.Connect;
import org.wardlight.station.register.RegisterCommand.CorrectAssociation;
import org.wardlight.station.register.RegisterCommand.CorrectEntry;
import org.wardlight.station.register.RegisterCommand.Discharge;
import org.wardlight.station.register.RegisterCommand.OrderScale;
import org.wardlight.station.register.RegisterCommand.RemoveBed;
import org.wardlight.station.register.RegisterCommand.SetNurse;
import org.wardlight.station.register.RegisterCommand.SwapDevices;
import org.wardlight.station.register.RegisterCommand.SwapPatients;
import org.wardlight.station.register.RegisterCommand.TakeOff;
import org.wardlight.station.register.RegisterRefusal.Reason;

/** What every database has to hold of the register. */
abstract class RegisterContract {

    private static final String ACTOR = "RN Okafor";

    private final WardPlan plan = WardPlan.demo();
    private final MovableClock clock = new MovableClock();
    private WardRegister register;

    /** An empty database, the same one throughout a test. */
    abstract Database database();

    @BeforeEach
    void open() throws IOException {
        register = register();
        register.open(Duration.ZERO);
        clock.advance(Duration.ofHours(1));
    }

    @Test
    void everythingIsFoundAgain() throws Exception {
        perform(new SwapPatients("01", "02"));
        perform(new SwapDevices("03", "04", clock.millis() - 60_000));
        perform(new Connect("17", watch(), null));
        perform(new OrderScale(in("05"), 2, "Dr Moreau"));
        perform(new SetNurse("06", "lindqvist"));
        perform(new Discharge(in("07")));
        perform(new RemoveBed("07"));
        String association = worn("mon-08").id();
        perform(new CorrectAssociation(association, clock.millis() - 120_000, null));
        RegisterView before = register.view();

        WardRegister again = register();
        again.open(Duration.ZERO);

        assertThat(again.view().beds()).isEqualTo(before.beds());
        assertThat(again.view().patients()).containsExactlyInAnyOrderElementsOf(before.patients());
        assertThat(again.view().rota()).isEqualTo(before.rota());
        assertThat(again.view().devices()).isEqualTo(before.devices());
    }

    @Test
    void bedThatWasRemovedIsNotBroughtBackByThePlan() throws Exception {
        perform(new Discharge(in("07")));
        perform(new RemoveBed("07"));

        WardRegister again = register();
        again.open(Duration.ZERO);
        assertThat(again.view().beds()).extracting(RegisterView.BedView::id).doesNotContain("07");
        again.perform(new AddBed("07", "lindqvist"), ACTOR, "test");
        WardRegister third = register();
        third.open(Duration.ZERO);

        assertThat(third.view().beds()).last().isEqualTo(new RegisterView.BedView("07", 18, "lindqvist", null));
        assertThat(third.changes(1)).first().extracting(KeptChange::what).isEqualTo("bed added");
    }

    @Test
    void twoStationsCannotPutOneDeviceOnTwoPatients() throws Exception {
        WardRegister other = register();
        other.open(Duration.ZERO);

        perform(new Connect("01", watch(), null));

        assertThatThrownBy(() -> other.perform(new Connect("02", watch(), null), ACTOR, "test"))
                .isInstanceOfSatisfying(RegisterRefusal.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Reason.CONFLICT);
                    assertThat(refusal.sentence()).contains("bed 01");
                });
    }

    @Test
    void stationThatWasOvertakenDecidesAgainFromWhatTheOtherWrote() throws Exception {
        WardRegister other = register();
        other.open(Duration.ZERO);
        perform(new TakeOff("mon-01", null));
        clock.advance(Duration.ofMinutes(1));

        other.perform(new Connect("17", new Device("mon-01", "bedside-monitor"), null), ACTOR, "test");

        WardRegister third = register();
        third.open(Duration.ZERO);
        RegisterView.DeviceView monitor = device(third, "mon-01");
        assertThat(monitor.associations()).hasSize(2);
        assertThat(monitor.associations().get(0).to()).isNotNull();
        assertThat(monitor.associations().get(1).bed()).isEqualTo("17");
    }

    @Test
    void databaseItselfRefusesASecondWearer() {
        String open = "insert into association (id, device_id, patient_ref, from_ms, actor, reason, recorded_ms)"
                + " select 'second', device_id, patient_ref, from_ms, actor, reason, recorded_ms from association"
                + " where device_id = 'mon-01'";

        assertThatThrownBy(() -> database().jdbi().useHandle(handle -> handle.execute(open)))
                .isInstanceOf(JdbiException.class);
    }

    @Test
    void changeLogSaysWhoDidWhatAndIsNeverEdited() throws Exception {
        register.perform(new SetNurse("01", "lindqvist"), ACTOR, "sick leave");

        assertThat(register.changes(10).get(0))
                .isEqualTo(new KeptChange(clock.millis(), ACTOR, "nurse lindqvist", "bed 01", "sick leave"));
        assertThat(register.changes(1)).hasSize(1);
        for (String edit : List.of("update change set actor = 'nobody'", "delete from change")) {
            assertThatThrownBy(() -> database().jdbi().useHandle(handle -> handle.execute(edit)))
                    .isInstanceOf(JdbiException.class);
        }
    }

    @Test
    void outboxKeepsTheOrderOfEachKey() throws Exception {
        RegisterStore store = new RegisterStore(database(), plan.ward().id());
        empty(store);
        perform(new Connect("01", watch(), null));
        perform(new TakeOff("my-watch", null));

        List<Long> first = new ArrayList<>();
        store.drain(100, rows -> {
            rows.stream()
                    .filter(row -> row.topic().equals(Topics.REGISTER_ASSOCIATION.name()))
                    .forEach(row -> first.add(revision(row)));
            // Kafka has taken nothing.
            return List.of();
        });
        List<Long> all = new ArrayList<>();
        while (store.drain(100, rows -> {
                    rows.forEach(row -> all.add(revision(row)));
                    return rows.stream().map(OutboxRow::id).toList();
                })
                > 0) {
            assertThat(all).isSorted();
        }

        assertThat(first).hasSize(1);
        assertThat(all).hasSize(2).startsWith(first.get(0)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void chartKeepsWhatWasCorrected() throws Exception {
        String ref = in("01");
        Charted wrong = new Charted(null, "A", 2.0, null, Map.of("respiratory-rate", 16.0), "oxygen by mask");
        Charted nothing = new Charted(null, null, null, null, Map.of(), null);
        String first = entered(new Chart(ref, wrong));

        String second = entered(new CorrectEntry(entry(ref, first), nothing));

        List<KeptEntry> entries = register.entries(ref, 0, Long.MAX_VALUE);
        assertThat(entries).hasSize(2);
        assertThat(entry(ref, first).correctedBy()).isEqualTo(second);
        assertThat(entry(ref, second).entry().getCorrects()).isEqualTo(first);
        assertThat(entry(ref, first).entry().getMeasurementsCount()).isEqualTo(3);
        assertThat(register.entry(in("02"), first)).isEmpty();
        assertThatThrownBy(() -> perform(new CorrectEntry(entry(ref, first), wrong)))
                .isInstanceOfSatisfying(RegisterRefusal.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(Reason.CONFLICT));
    }

    private WardRegister register() {
        return new WardRegister(
                plan, clock, new RegisterStore(database(), plan.ward().id()), true);
    }

    private static void empty(RegisterStore store) {
        boolean more = true;
        while (more) {
            more = store.drain(1_000, rows -> rows.stream().map(OutboxRow::id).toList()) > 0;
        }
    }

    private static long revision(OutboxRow row) {
        try {
            return DeviceRegistration.parseFrom(row.value()).getRevision();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private List<RegisterRecord> perform(RegisterCommand command) throws RegisterRefusal, IOException {
        return register.perform(command, ACTOR, "test");
    }

    private String entered(RegisterCommand command) throws Exception {
        return ((ChartEntry) perform(command).get(0).value()).getEntryId();
    }

    private KeptEntry entry(String ref, String id) throws IOException {
        return register.entry(ref, id).orElseThrow();
    }

    private String in(String bed) {
        return register.view().patients().stream()
                .filter(patient -> patient.bed().equals(bed))
                .findFirst()
                .orElseThrow()
                .patientRef();
    }

    private RegisterView.AssociationView worn(String deviceId) {
        return device(register, deviceId).associations().get(0);
    }

    private static RegisterView.DeviceView device(WardRegister in, String id) {
        return in.view().devices().stream()
                .filter(device -> device.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Device watch() {
        return new Device("my-watch", "wrist-wearable");
    }
}

package org.wardlight.station.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.Patient;
import org.wardlight.station.plan.WardPlan.Device;
import org.wardlight.station.plan.WardPlan.Occupant;
import org.wardlight.station.register.RegisterCommand.AddBed;
import org.wardlight.station.register.RegisterCommand.Admit;
import org.wardlight.station.register.RegisterCommand.Connect;
import org.wardlight.station.register.RegisterCommand.CorrectAssociation;
import org.wardlight.station.register.RegisterCommand.Discharge;
import org.wardlight.station.register.RegisterCommand.RemoveBed;
import org.wardlight.station.register.RegisterCommand.SetDemographics;
import org.wardlight.station.register.RegisterCommand.SetNurse;
import org.wardlight.station.register.RegisterCommand.SwapDevices;
import org.wardlight.station.register.RegisterCommand.SwapPatients;
import org.wardlight.station.register.RegisterCommand.TakeOff;
import org.wardlight.station.register.RegisterCommand.Transfer;
import org.wardlight.station.register.RegisterRefusal.Reason;

/** What commands come to, without a database. */
class RegisterCommandTest {

    private static final Occupant NEWCOMER = new Occupant("X.Y.", 44, "male", 1, "adult-ward");

    private final WardFixture ward = new WardFixture(Duration.ofHours(24));

    @Test
    void somebodyIsAdmittedToAnEmptyBedOnly() {
        ward.perform(new Admit("17", NEWCOMER, WardFixture.watch(), null));

        assertThat(ward.device("my-watch").isWornBy(ward.in("17"))).isTrue();
        assertThat(ward.state.limits(ward.in("17"))).isPresent();
        assertThat(ward.reason(new Admit("17", NEWCOMER, null, null))).isEqualTo(Reason.CONFLICT);
        assertThat(ward.reason(new Admit("99", NEWCOMER, null, null))).isEqualTo(Reason.UNKNOWN);
        Occupant odd = new Occupant("X.Y.", 44, "male", 1, "neonatal");
        ward.perform(new Discharge(ward.in("17")));
        assertThat(ward.reason(new Admit("17", odd, null, null))).isEqualTo(Reason.INVALID);
    }

    @Test
    void readmissionIsAnotherStay() {
        String before = ward.in("01");

        ward.perform(new Discharge(before));
        ward.perform(new Admit("01", NEWCOMER, null, null));

        assertThat(ward.in("01")).isNotEqualTo(before);
        assertThat(ward.reason(new Transfer(before, "17"))).isEqualTo(Reason.CONFLICT);
    }

    @Test
    void dischargeEndsWhatIsWorn() {
        String ref = ward.in("01");

        Decision decision = ward.perform(new Discharge(ref));

        assertThat(ward.device("mon-01").open()).isNull();
        assertThat(ward.device("mon-01").worn().get(0).toMillis()).isEqualTo(ward.clock.millis());
        assertThat(ward.records.of(decision, ward.state))
                .anyMatch(record ->
                        record.value() instanceof Patient patient && patient.getDischargedMs() == ward.clock.millis());
        assertThat(ward.state.lyingIn("01")).isNull();
    }

    @Test
    void transferTakesTheDevicesAlongAndNeedsAnEmptyBed() {
        String ref = ward.in("01");
        long revision = ward.device("mon-01").revision();

        ward.perform(new Transfer(ref, "17"));

        assertThat(ward.in("17")).isEqualTo(ref);
        assertThat(ward.device("mon-01").revision()).isEqualTo(revision);
        assertThat(ward.device("mon-01").isWornBy(ref)).isTrue();
        assertThat(ward.reason(new Transfer(ref, "02"))).isEqualTo(Reason.CONFLICT);
        assertThat(ward.perform(new Transfer(ref, "17"))).isEqualTo(Decision.NOTHING);
    }

    @Test
    void patientsChangeBeds() {
        String one = ward.in("01");
        String two = ward.in("02");

        ward.perform(new SwapPatients("01", "02"));

        assertThat(ward.in("01")).isEqualTo(two);
        assertThat(ward.in("02")).isEqualTo(one);
        assertThat(ward.reason(new SwapPatients("01", "17"))).isEqualTo(Reason.CONFLICT);
        assertThat(ward.reason(new SwapPatients("01", "01"))).isEqualTo(Reason.INVALID);
    }

    @Test
    void devicesChangeTheirWearersSinceAPastMoment() {
        long then = ward.hoursAgo(2);

        ward.perform(new SwapDevices("01", "02", then));

        RegisteredDevice one = ward.device("mon-01");
        assertThat(one.worn()).hasSize(2);
        assertThat(one.worn().get(0).toMillis()).isEqualTo(then);
        assertThat(one.worn().get(1).fromMillis()).isEqualTo(then);
        assertThat(one.isWornBy(ward.in("02"))).isTrue();
        assertThat(ward.device("mon-02").isWornBy(ward.in("01"))).isTrue();
        assertThat(ward.reason(new SwapDevices("01", "02", ward.hoursAgo(3)))).isEqualTo(Reason.INVALID);
        assertThat(ward.reason(new SwapDevices("01", "02", ward.hoursAgo(-1)))).isEqualTo(Reason.INVALID);
    }

    @Test
    void deviceOfAnotherIsRefusedWithItsBed() {
        RegisterRefusal refusal = ward.refused(new Connect("03", new Device("mon-01", "bedside-monitor"), null));

        assertThat(refusal.reason()).isEqualTo(Reason.CONFLICT);
        assertThat(refusal.sentence()).contains("bed 01");
    }

    @Test
    void deviceIsPutOnSinceAPastMomentUnlessItWasWornThen() {
        ward.perform(new TakeOff("mon-01", ward.hoursAgo(1)));
        Device monitor = new Device("mon-01", "bedside-monitor");
        ward.perform(new TakeOff("mon-02", ward.hoursAgo(1)));

        assertThat(ward.refused(new Connect("02", monitor, ward.hoursAgo(2))).sentence())
                .contains("bed 01", "part of that time");
        assertThat(ward.reason(new Connect("02", monitor, ward.hoursAgo(-1)))).isEqualTo(Reason.INVALID);
        ward.perform(new Connect("02", monitor, ward.hoursAgo(1)));

        Worn open = ward.device("mon-01").open();
        assertThat(open).isNotNull();
        assertThat(open.fromMillis()).isEqualTo(ward.hoursAgo(1));
    }

    @Test
    void emptyBedHasSomebodySinceTheDeviceWasPutOn() {
        long then = ward.hoursAgo(1);

        assertThat(ward.reason(new Connect("17", WardFixture.watch(), ward.hoursAgo(-1))))
                .isEqualTo(Reason.INVALID);
        Decision decision = ward.perform(new Connect("17", WardFixture.watch(), then));

        assertThat(patient(decision).getAdmittedMs()).isEqualTo(then);
        assertThat(patient(decision).getRevision()).isGreaterThanOrEqualTo(ward.clock.millis());
        assertThat(ward.device("my-watch").worn())
                .singleElement()
                .extracting(Worn::fromMillis)
                .isEqualTo(then);
    }

    @Test
    void nobodyComesBeforeTheLastOneHasLeft() {
        ward.perform(new Discharge(ward.in("01")));
        long left = ward.clock.millis();
        ward.clock.advance(Duration.ofHours(1));

        RegisterRefusal refusal = ward.refused(new Connect("01", WardFixture.watch(), left - 1));
        assertThat(refusal.reason()).isEqualTo(Reason.CONFLICT);
        assertThat(refusal.sentence()).isEqualTo("Somebody else lay in bed 01 until 10:00.");
        assertThat(ward.reason(new Admit("01", NEWCOMER, null, left - 1))).isEqualTo(Reason.CONFLICT);
        assertThat(ward.reason(new Admit("01", NEWCOMER, null, ward.hoursAgo(-1))))
                .isEqualTo(Reason.INVALID);
        ward.perform(new Admit("01", NEWCOMER, WardFixture.watch(), left));

        assertThat(ward.state.stay(ward.in("01")).orElseThrow().admittedMillis())
                .isEqualTo(left);
        assertThat(ward.device("my-watch").worn())
                .singleElement()
                .extracting(Worn::fromMillis)
                .isEqualTo(left);
    }

    @Test
    void whoWasAdmittedSinceAPastMomentGetsTheDeviceSinceThen() {
        ward.perform(new Admit("17", NEWCOMER, null, ward.hoursAgo(2)));

        ward.perform(new Connect("17", WardFixture.watch(), ward.hoursAgo(1)));

        assertThat(ward.device("my-watch").isWornBy(ward.in("17"))).isTrue();
    }

    @Test
    void otherBeginningOfADeviceThatIsWornIsRefusedAndNotDropped() {
        ward.perform(new Connect("17", WardFixture.watch(), ward.hoursAgo(1)));

        RegisterRefusal refusal = ward.refused(new Connect("17", WardFixture.watch(), ward.hoursAgo(2)));

        assertThat(refusal.reason()).isEqualTo(Reason.CONFLICT);
        assertThat(refusal.sentence()).isEqualTo("my-watch is worn since 09:00; correct the association instead.");
        assertThat(ward.perform(new Connect("17", WardFixture.watch(), ward.hoursAgo(1))))
                .isEqualTo(Decision.NOTHING);
        assertThat(ward.perform(new Connect("17", WardFixture.watch(), null))).isEqualTo(Decision.NOTHING);
        assertThat(ward.refused(new Connect("01", new Device("mon-01", "bedside-monitor"), ward.hoursAgo(2)))
                        .sentence())
                .contains("2026-11-20 09:00");
    }

    @Test
    void nobodyWearsADeviceBeforeTheyCame() {
        ward.perform(new Admit("17", NEWCOMER, null, null));

        assertThat(ward.refused(new Connect("17", WardFixture.watch(), ward.hoursAgo(1)))
                        .sentence())
                .contains("admitted after that moment");
    }

    @Test
    void associationIsCorrectedByAnotherAndKeepsItsHistory() {
        Worn wrong = ward.device("mon-01").worn().get(0);

        Decision decision = ward.perform(new CorrectAssociation(wrong.id(), ward.hoursAgo(3), ward.hoursAgo(1)));

        Worn right = ward.device("mon-01").worn().get(0);
        assertThat(ward.device("mon-01").worn()).hasSize(1);
        assertThat(right.id()).isNotEqualTo(wrong.id());
        assertThat(right.fromMillis()).isEqualTo(ward.hoursAgo(3));
        assertThat(right.by().reason()).isEqualTo("because");
        assertThat(decision.changes()).singleElement().isInstanceOfSatisfying(Change.DevicePut.class, put -> assertThat(
                        put.superseded())
                .containsExactly(new Change.Superseded(wrong.id(), right.id())));
        assertThat(ward.reason(new CorrectAssociation(wrong.id(), null, null))).isEqualTo(Reason.UNKNOWN);
        assertThat(ward.reason(new CorrectAssociation(right.id(), ward.hoursAgo(-1), null)))
                .isEqualTo(Reason.INVALID);
    }

    @Test
    void correctionMayNotReachIntoSomebodyElsesTime() {
        ward.perform(new SwapDevices("01", "02", ward.hoursAgo(2)));
        Worn second = ward.device("mon-01").worn().get(1);

        assertThat(ward.reason(new CorrectAssociation(second.id(), ward.hoursAgo(3), null)))
                .isEqualTo(Reason.CONFLICT);
        ward.perform(new CorrectAssociation(second.id(), ward.hoursAgo(1), null));

        assertThat(ward.device("mon-01").worn().get(1).fromMillis()).isEqualTo(ward.hoursAgo(1));
    }

    @Test
    void deviceThatIsOffAlreadyKeepsTheTimeOfItsTakingOff() {
        long off = ward.hoursAgo(1);
        ward.perform(new TakeOff("mon-01", off));

        RegisterRefusal refusal = ward.refused(new TakeOff("mon-01", ward.hoursAgo(2)));

        assertThat(refusal.reason()).isEqualTo(Reason.CONFLICT);
        assertThat(refusal.sentence()).isEqualTo("mon-01 was taken off at 09:00; correct the association instead.");
        assertThat(ward.perform(new TakeOff("mon-01", off))).isEqualTo(Decision.NOTHING);
        assertThat(ward.perform(new TakeOff("mon-01", null))).isEqualTo(Decision.NOTHING);
        assertThat(ward.device("mon-01").worn().get(0).toMillis()).isEqualTo(off);
    }

    @Test
    void whoCameUnknownGetsTheirAge() {
        ward.perform(new Connect("17", WardFixture.watch(), null));
        String ref = ward.in("17");

        Decision decision = ward.perform(new SetDemographics(ref, "X.Y.", 44, "male", null));

        assertThat(patient(decision).getAgeYears()).isEqualTo(44);
        assertThat(ward.state.lyingIn("17")).isNotNull().satisfies(stay -> assertThat(stay.occupant())
                .isEqualTo(NEWCOMER));
        assertThat(ward.perform(new SetDemographics(ref, "X.Y.", 44, "male", null)))
                .isEqualTo(Decision.NOTHING);
        Decision unknown = ward.perform(new SetDemographics(ref, "X.Y.", null, "male", null));
        assertThat(patient(unknown).hasAgeYears()).isFalse();
        ward.perform(new Discharge(ref));
        assertThat(ward.reason(new SetDemographics(ref, "X.Y.", 44, "male", null)))
                .isEqualTo(Reason.CONFLICT);
    }

    @Test
    void nurseOfABedStandsInTheRecordOfWhoLiesThere() {
        Decision decision = ward.perform(new SetNurse("01", "lindqvist"));

        assertThat(patient(decision).getNurse()).isEqualTo("RN Lindqvist");
        assertThat(ward.reason(new SetNurse("01", "nobody"))).isEqualTo(Reason.INVALID);
        assertThat(ward.perform(new SetNurse("01", "lindqvist"))).isEqualTo(Decision.NOTHING);
    }

    @Test
    void bedsAreAddedAndRemovedWhenEmpty() {
        ward.perform(new AddBed("18", "okafor"));

        assertThat(ward.state.beds()).extracting(WardBed::id).endsWith("17", "18");
        assertThat(ward.reason(new AddBed("18", "okafor"))).isEqualTo(Reason.CONFLICT);
        assertThat(ward.reason(new AddBed("1/8", "okafor"))).isEqualTo(Reason.INVALID);
        assertThat(ward.reason(new RemoveBed("01"))).isEqualTo(Reason.CONFLICT);
        ward.perform(new RemoveBed("18"));
        assertThat(ward.state.bed("18")).isEmpty();
    }

    @Test
    void nothingThatTellsThePatientIsTold() {
        assertThat(ward.records.current(ward.state))
                .isNotEmpty()
                .noneMatch(record -> record.value().toString().contains("M.K."))
                .noneMatch(record -> record.value().toString().contains("female"));
    }

    @Test
    void whateverPeopleDoADeviceHasOnePatientAndABedOne() {
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            ward.clock.advance(Duration.ofMinutes(1 + random.nextInt(20)));
            try {
                ward.state.apply(anything(random).decide(ward.ward()));
            } catch (RegisterRefusal e) {
                assertThat(e.sentence()).endsWith(".");
            }
        }

        Set<String> occupied = new HashSet<>();
        ward.state.openStays().forEach(stay -> assertThat(occupied.add(stay.bedId()))
                .isTrue());
        for (RegisteredDevice device : ward.state.devices()) {
            List<Worn> worn = device.worn();
            for (int i = 1; i < worn.size(); i++) {
                assertThat(worn.get(i).fromMillis())
                        .isGreaterThanOrEqualTo(worn.get(i - 1).end());
            }
            for (Worn interval : worn) {
                Stay stay = ward.state.stay(interval.patientRef()).orElseThrow();
                assertThat(interval.fromMillis()).isGreaterThanOrEqualTo(stay.admittedMillis());
                assertThat(interval.isOpen() && !stay.isOpen()).isFalse();
                assertThat(likeDevicesBeside(device, interval)).isEmpty();
            }
        }
    }

    private List<Worn> likeDevicesBeside(RegisteredDevice device, Worn interval) {
        return ward.state.devices().stream()
                .filter(other ->
                        !other.id().equals(device.id()) && other.profile().equals(device.profile()))
                .flatMap(other -> other.worn().stream())
                .filter(worn -> worn.patientRef().equals(interval.patientRef())
                        && worn.overlaps(interval.fromMillis(), interval.toMillis()))
                .toList();
    }

    private RegisterCommand anything(Random random) {
        String bed = bed(random);
        String other = bed(random);
        @Nullable Long ago = random.nextBoolean() ? null : (Long) ward.hoursAgo(random.nextInt(6));
        Stay lying = ward.state.lyingIn(bed);
        String ref = lying == null ? "nobody" : lying.patientRef();
        int number = random.nextInt(12);
        Device device = new Device("d" + number, number % 2 == 0 ? "wrist-wearable" : "bedside-monitor");
        return switch (random.nextInt(8)) {
            case 0 -> new Admit(bed, NEWCOMER, null, ago);
            case 1 -> new Discharge(ref);
            case 2 -> new Transfer(ref, other);
            case 3 -> new SwapPatients(bed, other);
            case 4 -> new SwapDevices(bed, other, ago);
            case 5 -> new TakeOff("d" + random.nextInt(12), ago);
            case 6 -> correction(random, ago);
            default -> new Connect(bed, device, ago);
        };
    }

    private RegisterCommand correction(Random random, @Nullable Long ago) {
        List<Worn> all = new ArrayList<>();
        ward.state.devices().forEach(device -> all.addAll(device.worn()));
        return new CorrectAssociation(
                all.get(random.nextInt(all.size())).id(),
                ago,
                random.nextBoolean() ? null : (Long) ward.hoursAgo(random.nextInt(4)));
    }

    private static String bed(Random random) {
        return String.format("%02d", 1 + random.nextInt(17));
    }

    private Patient patient(Decision decision) {
        return ward.records.of(decision, ward.state).stream()
                .filter(record -> record.value() instanceof Patient)
                .map(record -> (Patient) record.value())
                .findFirst()
                .orElseThrow();
    }
}

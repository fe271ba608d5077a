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
import org.wardlight.events.CareProfiles;
import org.wardlight.events.v1.LimitLevel;
import org.wardlight.events.v1.LimitRule;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.RotaShift;
import org.wardlight.events.v1.RotaStep;
import org.wardlight.events.v1.Severity;
import org.wardlight.station.plan.WardPlan.Device;
import org.wardlight.station.plan.WardPlan.Occupant;
import org.wardlight.station.register.RegisterCommand.AddBed;
import org.wardlight.station.register.RegisterCommand.Admit;
import org.wardlight.station.register.RegisterCommand.Connect;
import org.wardlight.station.register.RegisterCommand.CorrectAssociation;
import org.wardlight.station.register.RegisterCommand.Discharge;
import org.wardlight.station.register.RegisterCommand.OrderScale;
import org.wardlight.station.register.RegisterCommand.RemoveBed;
import org.wardlight.station.register.RegisterCommand.SetCareProfile;
import org.wardlight.station.register.RegisterCommand.SetLimits;
import org.wardlight.station.register.RegisterCommand.SetNurse;
import org.wardlight.station.register.RegisterCommand.SetRota;
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
    void secondDeviceOfTheSameKindIsRefusedUntilTheFirstIsOff() {
        Device second = new Device("mon-99", "bedside-monitor");

        assertThat(ward.refused(new Connect("01", second, null)).sentence()).contains("mon-01", "Take it off first");
        ward.perform(new Connect("01", WardFixture.watch(), null));
        ward.perform(new TakeOff("mon-01", null));
        ward.perform(new Connect("01", second, null));

        assertThat(ward.state.wornBy(ward.in("01")))
                .extracting(RegisteredDevice::id)
                .containsExactly("mon-99", "my-watch");
    }

    @Test
    void deviceIsPutOnSinceAPastMomentUnlessItWasWornThen() {
        ward.perform(new TakeOff("mon-01", ward.hoursAgo(1)));
        Device monitor = new Device("mon-01", "bedside-monitor");
        ward.perform(new TakeOff("mon-02", null));

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
        assertThat(ward.reason(new SetLimits(ref, List.of(new RuleLevels("no-such", List.of())))))
                .isEqualTo(Reason.INVALID);
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
    void shiftsAreOrderedAndNameStaff() {
        RotaStep step = RotaStep.newBuilder()
                .setRole("charge nurse")
                .setReceiver("demo-pager")
                .setPerson("haddad")
                .build();
        RotaShift night = shift("night", 21 * 60, step);
        RotaShift day = shift("day", 7 * 60, step.toBuilder().clearPerson().build());

        ward.perform(new SetRota(List.of(), List.of(night, day)));

        assertThat(ward.state.rota()).isNotNull().satisfies(rota -> {
            assertThat(rota.getTimeZone()).isEqualTo("Europe/Berlin");
            assertThat(rota.getStepsCount()).isEqualTo(2);
            assertThat(rota.getShiftsList()).extracting(RotaShift::getName).containsExactly("day", "night");
            assertThat(rota.getShifts(1).getSteps(0).getPerson()).isEqualTo("Charge nurse Haddad");
            assertThat(rota.getShifts(0).getSteps(0).getPerson()).isEmpty();
        });
        assertThat(ward.reason(new SetRota(List.of(), List.of(night, shift("late", 21 * 60, step)))))
                .isEqualTo(Reason.INVALID);
        RotaStep stranger = step.toBuilder().setPerson("nobody").build();
        assertThat(ward.reason(new SetRota(List.of(stranger), List.of()))).isEqualTo(Reason.INVALID);
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
            }
        }
    }

    private RegisterCommand anything(Random random) {
        String bed = bed(random);
        String other = bed(random);
        @Nullable Long ago = random.nextBoolean() ? null : (Long) ward.hoursAgo(random.nextInt(6));
        Stay lying = ward.state.lyingIn(bed);
        String ref = lying == null ? "nobody" : lying.patientRef();
        Device device =
                new Device("d" + random.nextInt(12), random.nextBoolean() ? "wrist-wearable" : "bedside-monitor");
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

    private static SetLimits limits(String ref, LimitLevel... levels) {
        return new SetLimits(ref, List.of(new RuleLevels("spo2-low", List.of(levels))));
    }

    private static LimitLevel level(Severity severity, double threshold) {
        return LimitLevel.newBuilder()
                .setSeverity(severity)
                .setThreshold(threshold)
                .setOnDelayMs(10_000)
                .build();
    }

    private static RotaShift shift(String name, int from, RotaStep step) {
        return RotaShift.newBuilder()
                .setName(name)
                .setFromMinute(from)
                .addSteps(step)
                .build();
    }
}

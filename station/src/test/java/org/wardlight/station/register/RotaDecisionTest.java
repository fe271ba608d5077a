package org.wardlight.station.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.Rota;
import org.wardlight.events.v1.RotaShift;
import org.wardlight.events.v1.RotaStep;
import org.wardlight.station.plan.WardPlan;
import org.wardlight.station.plan.WardPlan.StaffMember;
import org.wardlight.station.register.RegisterCommand.SetRota;
import org.wardlight.station.register.RegisterRefusal.Reason;

/** Who is asked about alarms. */
class RotaDecisionTest {

    private final WardFixture ward = new WardFixture();

    @Test
    void shiftsAreOrderedAndNameStaff() {
        RotaStep step = step("haddad");
        RotaShift night = shift("night", 21 * 60, step);
        RotaShift day = shift("day", 7 * 60, step.toBuilder().clearPerson().build());

        ward.perform(new SetRota(List.of(), List.of(night, day), null));

        assertThat(ward.state.rota()).isNotNull().satisfies(rota -> {
            assertThat(rota.getTimeZone()).isEqualTo("Europe/Berlin");
            assertThat(rota.getStepsList()).hasSameSizeAs(ward.plan.rota());
            assertThat(rota.getShiftsList()).extracting(RotaShift::getName).containsExactly("day", "night");
            assertThat(rota.getShifts(1).getSteps(0).getPerson()).isEqualTo("Charge nurse Haddad");
            assertThat(rota.getShifts(0).getSteps(0).getPerson()).isEmpty();
        });
        assertThat(ward.reason(new SetRota(List.of(), List.of(night, shift("late", 21 * 60, step)), null)))
                .isEqualTo(Reason.INVALID);
        RotaStep stranger = step.toBuilder().setPerson("nobody").build();
        assertThat(ward.reason(new SetRota(List.of(stranger), List.of(), null))).isEqualTo(Reason.INVALID);
    }

    @Test
    void whoHasNotSeenTheRotaOfNowDoesNotOverwriteIt() {
        long seen = rota().getRevision();
        ward.clock.advance(Duration.ofMinutes(1));
        ward.perform(new SetRota(List.of(step("haddad")), List.of(), seen));

        assertThat(ward.reason(new SetRota(List.of(step("okafor")), List.of(), seen)))
                .isEqualTo(Reason.CONFLICT);
        ward.perform(new SetRota(List.of(step("okafor")), List.of(), rota().getRevision()));

        assertThat(rota().getSteps(0).getPerson()).isEqualTo("RN Okafor");
    }

    @Test
    void rotaThatPeopleHaveSetFollowsThePlanInTimeZoneAndNames() {
        ward.perform(
                new SetRota(List.of(step("haddad"), step("")), List.of(shift("night", 21 * 60, step("okafor"))), null));
        long before = rota().getRevision();

        Decision followed = followed("RN Okafor-Smith");

        assertThat(followed.what()).isEqualTo("rota follows the plan");
        assertThat(rota().getTimeZone()).isEqualTo("Europe/Lisbon");
        assertThat(rota().getShifts(0).getName()).isEqualTo("night");
        assertThat(rota().getShifts(0).getSteps(0).getPerson()).isEqualTo("RN Okafor-Smith");
        assertThat(rota().getStepsList()).extracting(RotaStep::getPerson).containsExactly("Charge nurse Haddad", "");
        assertThat(rota().getRevision()).isGreaterThan(before);
        assertThat(followed("RN Okafor-Smith")).isEqualTo(Decision.NOTHING);
    }

    @Test
    void whoLeftTheStaffIsAskedUntilAPersonSaysOtherwise() {
        ward.perform(new SetRota(List.of(step("okafor")), List.of(), null));
        List<StaffMember> others = ward.plan.staff().stream()
                .filter(member -> !member.id().equals("okafor"))
                .toList();

        Decision followed = RotaDecision.followed(ward(with(ward.plan.ward().timeZone(), others)));

        assertThat(followed).isEqualTo(Decision.NOTHING);
        assertThat(rota().getSteps(0).getPerson()).isEqualTo("RN Okafor");
    }

    /** The next start, with a plan of another time zone, in which one of the staff is called otherwise. */
    private Decision followed(String okafor) {
        List<StaffMember> renamed = ward.plan.staff().stream()
                .map(member -> member.id().equals("okafor") ? new StaffMember("okafor", okafor, member.role()) : member)
                .toList();
        Decision decision = RotaDecision.followed(ward(with(ZoneId.of("Europe/Lisbon"), renamed)));
        ward.state.apply(decision);
        return decision;
    }

    private WardPlan with(ZoneId zone, List<StaffMember> staff) {
        WardPlan plan = ward.plan;
        WardPlan.Ward elsewhere =
                new WardPlan.Ward(plan.ward().id(), plan.ward().name(), zone);
        return new WardPlan(
                plan.site(), elsewhere, plan.profiles(), staff, plan.rota(), plan.beds(), plan.ownDeviceBed());
    }

    private Ward ward(WardPlan plan) {
        Ward now = ward.ward();
        return new Ward(now.state(), plan, now.ids(), now.by());
    }

    private Rota rota() {
        return Objects.requireNonNull(ward.state.rota());
    }

    private static RotaStep step(String person) {
        return RotaStep.newBuilder()
                .setRole("charge nurse")
                .setReceiver("demo-pager")
                .setPerson(person)
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

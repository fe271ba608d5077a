package org.wardlight.station.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.Rota;
import org.wardlight.events.v1.RotaShift;
import org.wardlight.events.v1.RotaStep;
import org.wardlight.station.plan.WardPlan.StaffMember;
import org.wardlight.station.register.RegisterRefusal.Reason;

/** Who is asked about alarms, by shift. */
final class RotaDecision {

    private static final int MINUTES_OF_A_DAY = 24 * 60;
    private static final int MOST_STEPS = 10;
    private static final int MOST_SHIFTS = 12;

    private RotaDecision() {}

    /**
     * Another rota.
     *
     * @param steps who is asked when no shift is named; empty keeps those of before
     * @param shifts in any order
     * @param seen the revision that the person changes; absent when they have seen none
     */
    static Decision set(Ward ward, List<RotaStep> steps, List<RotaShift> shifts, @Nullable Long seen)
            throws RegisterRefusal {
        Rota before = ward.state().rota();
        ward.checkSeen(seen, before == null ? 0 : before.getRevision(), "the rota");
        List<RotaStep> plain = steps.isEmpty() && before != null ? before.getStepsList() : known(ward, steps);
        if (plain.isEmpty()) {
            throw new RegisterRefusal(Reason.INVALID, "A rota needs a step.");
        }
        Rota.Builder rota = Rota.newBuilder()
                .setWardId(ward.plan().ward().id())
                .addAllSteps(plain)
                .setTimeZone(ward.plan().ward().timeZone().getId())
                .addAllShifts(ordered(ward, shifts))
                .setRevision(ward.by().revisionAfter(before == null ? 0 : before.getRevision()))
                .setBy(ward.by().authorship());
        return new Decision(List.of(new Change.RotaPut(rota.build())), "rota set", "the ward");
    }

    /** The rota that the plan begins with. */
    static Change planned(Ward ward) {
        Rota.Builder rota = Rota.newBuilder()
                .setWardId(ward.plan().ward().id())
                .setTimeZone(ward.plan().ward().timeZone().getId())
                .setRevision(ward.by().revisionAfter(0))
                .setBy(ward.by().authorship());
        ward.plan()
                .rota()
                .forEach(step -> rota.addSteps(RotaStep.newBuilder()
                        .setRole(step.role())
                        .setReceiver(step.receiver())
                        .setPerson(ward.displayName(step.person()))
                        .setStaffId(step.person() == null ? "" : step.person())));
        return new Change.RotaPut(rota.build());
    }

    /** The time zone, and how the staff are called, are the plan's to say, also of a rota that people have set. */
    static Decision followed(Ward ward) {
        Rota before = ward.state().rota();
        if (before == null) {
            return Decision.NOTHING;
        }
        Rota.Builder after = before.toBuilder()
                .setTimeZone(ward.plan().ward().timeZone().getId())
                .clearSteps()
                .addAllSteps(named(ward, before.getStepsList()))
                .clearShifts();
        before.getShiftsList()
                .forEach(shift ->
                        after.addShifts(shift.toBuilder().clearSteps().addAllSteps(named(ward, shift.getStepsList()))));
        return after.build().equals(before)
                ? Decision.NOTHING
                : new Decision(
                        List.of(new Change.RotaPut(after.setRevision(ward.by().revisionAfter(before.getRevision()))
                                .build())),
                        "rota follows the plan",
                        "the ward");
    }

    /** Somebody whom the plan does not know any more stays: a step goes only when a person takes it away. */
    private static List<RotaStep> named(Ward ward, List<RotaStep> steps) {
        return steps.stream()
                .map(step -> member(ward, step.getStaffId().isEmpty() ? step.getPerson() : step.getStaffId())
                        .map(member -> step.toBuilder()
                                .setPerson(member.name())
                                .setStaffId(member.id())
                                .build())
                        .orElse(step))
                .toList();
    }

    private static List<RotaShift> ordered(Ward ward, List<RotaShift> shifts) throws RegisterRefusal {
        if (shifts.size() > MOST_SHIFTS) {
            throw new RegisterRefusal(Reason.INVALID, "A rota has at most " + MOST_SHIFTS + " shifts.");
        }
        List<RotaShift> ordered = new ArrayList<>();
        Set<Integer> begun = new HashSet<>();
        for (RotaShift shift : shifts) {
            if (shift.getName().isBlank() || shift.getStepsCount() == 0) {
                throw new RegisterRefusal(Reason.INVALID, "A shift needs a name and a step.");
            }
            if (shift.getFromMinute() < 0
                    || shift.getFromMinute() >= MINUTES_OF_A_DAY
                    || !begun.add(shift.getFromMinute())) {
                throw new RegisterRefusal(Reason.INVALID, "Each shift begins at another time of the day.");
            }
            ordered.add(shift.toBuilder()
                    .clearSteps()
                    .addAllSteps(known(ward, shift.getStepsList()))
                    .build());
        }
        ordered.sort(Comparator.comparingInt(RotaShift::getFromMinute));
        return ordered;
    }

    private static List<RotaStep> known(Ward ward, List<RotaStep> steps) throws RegisterRefusal {
        if (steps.size() > MOST_STEPS) {
            throw new RegisterRefusal(Reason.INVALID, "At most " + MOST_STEPS + " are asked one after the other.");
        }
        List<RotaStep> known = new ArrayList<>();
        for (RotaStep step : steps) {
            if (step.getRole().isBlank() || step.getReceiver().isBlank()) {
                throw new RegisterRefusal(Reason.INVALID, "A step of the rota needs a role and a receiver.");
            }
            known.add(
                    step.getPerson().isEmpty() ? step.toBuilder().clearStaffId().build() : asked(ward, step));
        }
        return known;
    }

    private static RotaStep asked(Ward ward, RotaStep step) throws RegisterRefusal {
        StaffMember person = member(ward, step.getPerson())
                .orElseThrow(() ->
                        new RegisterRefusal(Reason.INVALID, "Nobody on the staff is called " + step.getPerson() + "."));
        return step.toBuilder().setPerson(person.name()).setStaffId(person.id()).build();
    }

    /** By staff id, or as they are called on screen; nobody is the nurse of the bed. */
    private static Optional<StaffMember> member(Ward ward, String named) {
        return ward.plan().staff().stream()
                .filter(member -> member.id().equals(named) || member.name().equals(named))
                .findFirst();
    }
}

package org.wardlight.station.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
     */
    static Decision set(Ward ward, List<RotaStep> steps, List<RotaShift> shifts) throws RegisterRefusal {
        Rota before = ward.state().rota();
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
                        .setPerson(ward.displayName(step.person()))));
        return new Change.RotaPut(rota.build());
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
            known.add(step.toBuilder().setPerson(person(ward, step.getPerson())).build());
        }
        return known;
    }

    /** By staff id, or as they are called on screen; nobody is the nurse of the bed. */
    private static String person(Ward ward, String named) throws RegisterRefusal {
        if (named.isEmpty()) {
            return "";
        }
        for (StaffMember member : ward.plan().staff()) {
            if (member.id().equals(named) || member.name().equals(named)) {
                return member.name();
            }
        }
        throw new RegisterRefusal(Reason.INVALID, "Nobody on the staff is called " + named + ".");
    }
}

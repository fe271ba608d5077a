package org.wardlight.alerting.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.wardlight.alerting.alarm.Ladder;
import org.wardlight.alerting.alarm.LadderStep;
import org.wardlight.events.v1.Rota;
import org.wardlight.events.v1.RotaStep;

/**
 * Who is asked at which time of the day, by the clock on the ward's wall: in a night of 23 or 25 hours a shift is as long as
 * that clock makes it. A shift lasts until the next one begins, the last one over midnight until the first.
 *
 * @param plain who is asked when there are no shifts
 * @param shifts ordered by their beginning
 */
record RotaClock(ZoneId zone, Ladder plain, List<Shift> shifts) {

    RotaClock {
        shifts = List.copyOf(shifts);
    }

    static RotaClock of(Rota rota) {
        List<Shift> shifts = rota.getShiftsList().stream()
                // A shift in which nobody is asked is a mistake: the one before it goes on.
                .filter(shift -> shift.getStepsCount() > 0)
                .map(shift -> new Shift(shift.getFromMinute(), ladder(shift.getStepsList())))
                .sorted(Comparator.comparingInt(Shift::fromMinute))
                .toList();
        return new RotaClock(zone(rota.getTimeZone()), ladder(rota.getStepsList()), shifts);
    }

    Ladder ladderAt(Instant now) {
        if (shifts.isEmpty()) {
            return plain;
        }
        LocalTime onTheWall = now.atZone(zone).toLocalTime();
        int minute = onTheWall.getHour() * 60 + onTheWall.getMinute();
        Shift on = shifts.get(shifts.size() - 1);
        for (Shift shift : shifts) {
            if (shift.fromMinute() <= minute) {
                on = shift;
            }
        }
        return on.ladder();
    }

    /** A zone that this JVM does not know must not silence a ward: its shifts then begin by UTC. */
    private static ZoneId zone(String id) {
        try {
            return id.isEmpty() ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    private static Ladder ladder(List<RotaStep> steps) {
        return new Ladder(steps.stream()
                .map(step -> new LadderStep(step.getRole(), step.getReceiver(), step.getPerson()))
                .toList());
    }

    /** A part of the day. */
    record Shift(int fromMinute, Ladder ladder) {}
}

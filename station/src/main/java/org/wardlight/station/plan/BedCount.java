package org.wardlight.station.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardlight.station.plan.WardPlan.Bed;
import org.wardlight.station.plan.WardPlan.Device;
import org.wardlight.station.plan.WardPlan.Occupant;
import org.wardlight.station.plan.WardPlan.Role;
import org.wardlight.station.plan.WardPlan.StaffMember;

/** Takes beds away from a plan, or makes further ones up: the same number always gives the same ward. */
final class BedCount {

    private static final int MOST = 10_000;
    private static final String MONITOR = "bedside-monitor";

    private BedCount() {}

    static WardPlan resize(WardPlan plan, int count) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("a ward has 1 to " + MOST + " beds, not " + count);
        }
        List<Bed> beds = new ArrayList<>(
                plan.beds().subList(0, Math.min(count, plan.beds().size())));
        Set<String> taken = new HashSet<>();
        plan.beds().forEach(bed -> taken.add(bed.id()));
        for (int number = 1; beds.size() < count; number++) {
            if (!taken.contains(bedId(number))) {
                beds.add(madeUp(plan, number));
            }
        }
        return new WardPlan(
                plan.site(), plan.ward(), plan.profiles(), plan.staff(), plan.rota(), beds, ownDeviceBed(plan, beds));
    }

    private static Bed madeUp(WardPlan plan, int number) {
        List<StaffMember> nurses =
                plan.staff().stream().filter(s -> s.role() == Role.NURSE).toList();
        String nurse = nurses.isEmpty()
                ? plan.staff().get(0).id()
                : nurses.get(number % nurses.size()).id();
        String initials = letter(number * 7) + "." + letter(number * 11 + 3) + ".";
        // 18 to 92 years, spread without a visible pattern; 37 and 75 have no common factor.
        int age = 18 + (number * 37) % 75;
        Occupant patient = new Occupant(initials, age, number % 2 == 0 ? "female" : "male", 1, "adult-ward");
        return new Bed(bedId(number), nurse, patient, new Device("mon-" + bedId(number), MONITOR));
    }

    private static @Nullable Bed ownDeviceBed(WardPlan plan, List<Bed> beds) {
        Bed own = plan.ownDeviceBed();
        if (own == null || beds.stream().noneMatch(bed -> bed.id().equals(own.id()))) {
            return own;
        }
        return new Bed(bedId(beds.size() + 1), own.nurse(), null, null);
    }

    private static String bedId(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }

    private static String letter(int n) {
        return String.valueOf((char) ('A' + n % 26));
    }
}

package org.wardlight.station.register;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.wardlight.station.register.RegisterRefusal.Reason;

/** Beds come and go, and who nurses them. */
final class BedDecisions {

    private static final Pattern BED_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,15}");

    private BedDecisions() {}

    static Decision nurse(Ward ward, String bedId, String nurse) throws RegisterRefusal {
        WardBed bed = ward.bed(bedId);
        ward.staff(nurse);
        if (bed.nurse().equals(nurse)) {
            return Decision.NOTHING;
        }
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.BedPut(bed.nursedBy(nurse)));
        Stay lying = ward.state().lyingIn(bedId);
        if (lying != null) {
            // The record of the patient names the nurse.
            changes.add(new Change.StayPut(lying.in(bedId, ward.by().revisionAfter(lying.revision()))));
        }
        return new Decision(changes, "nurse " + nurse, "bed " + bedId);
    }

    static Decision add(Ward ward, String bedId, String nurse) throws RegisterRefusal {
        if (!BED_ID.matcher(bedId).matches()) {
            throw new RegisterRefusal(
                    Reason.INVALID,
                    "A bed is named by 1 to 16 letters, digits and -, beginning with a letter or digit.");
        }
        if (ward.state().bed(bedId).isPresent()) {
            throw new RegisterRefusal(Reason.CONFLICT, "This ward has a bed " + bedId + " already.");
        }
        ward.staff(nurse);
        int last =
                ward.state().beds().stream().mapToInt(WardBed::position).max().orElse(0);
        return new Decision(
                List.of(new Change.BedPut(new WardBed(bedId, last + 1, nurse))), "bed added", "bed " + bedId);
    }

    static Decision remove(Ward ward, String bedId) throws RegisterRefusal {
        ward.emptyBed(bedId);
        return new Decision(List.of(new Change.BedRemoved(bedId)), "bed removed", "bed " + bedId);
    }
}

package org.wardlight.trends.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.wardlight.events.PatientRef;
import org.wardlight.events.v1.Vital;
import org.wardlight.trends.schema.RowWords;

/** Checks what a question is about before it becomes part of a query. */
final class Wanted {

    /** As many as fit into an address that every server takes. */
    private static final int GROUP = 100;

    private Wanted() {}

    /**
     * The patients once each, in order, in groups that one question may name.
     *
     * @throws IllegalArgumentException when one is no patient reference
     */
    static List<List<String>> patients(Collection<String> patientRefs) {
        List<String> all = new ArrayList<>(new TreeSet<>(patientRefs));
        all.forEach(Wanted::patient);
        return groups(all, GROUP);
    }

    /** @throws IllegalArgumentException when it is no patient reference */
    static String patient(String patientRef) {
        return new PatientRef(patientRef).value();
    }

    /** The words of the vitals. */
    static List<String> vitals(Collection<Vital> vitals) {
        return vitals.stream()
                .map(RowWords::of)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
    }

    /** In groups of so many, in order; the last may be smaller. */
    static List<List<String>> groups(List<String> all, int size) {
        List<List<String>> groups = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            groups.add(all.subList(from, Math.min(from + size, all.size())));
        }
        return groups;
    }
}

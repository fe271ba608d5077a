package org.wardlight.bench.reference;

import java.util.ArrayList;
import java.util.List;

/** From NEWS2 to a condition: quick to get worse, a quarter of an hour to get better, and what is not known keeps what it was worth. */
final class RiskReference {

    private static final long PATIENCE = 15 * 60_000;
    private static final List<String> NAMES = List.of("UNSPECIFIED", "LOW", "MEDIUM", "HIGH");

    /** Takes phase, severity and onset. */
    interface Telling {
        void tell(String phase, String severity, long onset);
    }

    private int announced;
    private long onset;
    private long askedSince = -1;
    private int askedBefore;
    private int totalBefore = -1;
    private long milderSince = -1;
    private List<Integer> worth = List.of();

    /** The least and the most points of each parameter, at the next minute. */
    void look(List<int[]> columns, long grid, Telling telling) {
        List<Integer> least = columns.stream().map(column -> column[0]).toList();
        int total = least.stream().mapToInt(Integer::intValue).sum();
        int asked = grave(least);
        boolean jump = totalBefore >= 0 && total - totalBefore >= 3;
        int to = jump ? asked : askedSince < 0 ? 0 : Math.min(asked, askedBefore);
        boolean raised = to > announced;
        boolean first = announced == 0;
        if (raised) {
            onset = first ? (askedSince < 0 ? grid : askedSince) : onset;
            announced = to;
        }
        askedSince = asked <= announced ? -1 : askedSince < 0 ? grid : askedSince;
        askedBefore = asked;
        totalBefore = total;
        if (asked > 0 || announced > 0) {
            worth = held(columns);
        }
        if (raised) {
            milderSince = -1;
            telling.tell(first ? "START" : "UPDATE", NAMES.get(announced), onset);
            return;
        }
        if (announced == 0 || grave(worth) >= announced) {
            milderSince = -1;
            return;
        }
        milderSince = milderSince < 0 ? grid : milderSince;
        if (grid - milderSince >= PATIENCE) {
            int now = grave(worth);
            telling.tell(now == 0 ? "END" : "UPDATE", NAMES.get(now), onset);
            announced = now;
            milderSince = -1;
            worth = now == 0 ? List.of() : worth;
        }
    }

    private List<Integer> held(List<int[]> columns) {
        List<Integer> held = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int[] column = columns.get(i);
            boolean known = column[0] == column[1];
            held.add(known || worth.isEmpty() ? column[0] : Math.max(worth.get(i), column[0]));
        }
        return held;
    }

    private static int grave(List<Integer> points) {
        int total = points.stream().mapToInt(Integer::intValue).sum();
        return total >= 7 ? 3 : total >= 5 || points.contains(3) ? 2 : 0;
    }
}

package org.wardlight.bench.workload;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Which beds cross a limit, and when: pulse above 120 for twenty readings, long enough for its on-delay of 10 s and worth two
 * points of NEWS2, so that nothing else is due. Each bed at most once.
 *
 * @param firstSeq by bed, the first reading beyond the limit
 */
public record Probes(Map<Integer, Long> firstSeq) {

    /** How many readings lie beyond the limit. */
    public static final int LENGTH = 20;

    /** Readings after the first one at which the alarm is due: the on-delay at 1 Hz. */
    public static final int DECIDED_AFTER = 10;

    /** The reading at which the alarm is due, and all after it, come this much later, so that it is due when it arrives. */
    public static final long LATER_MILLIS = 10;

    /** Copies the map. */
    public Probes {
        firstSeq = Map.copyOf(firstSeq);
    }

    /** No bed at all. */
    public static Probes none() {
        return new Probes(Map.of());
    }

    /**
     * Spreads probes over a stretch of readings.
     *
     * @param count how many; at most one a bed
     * @param from first reading at which one may begin
     * @param to the reading before which all begin
     */
    public static Probes spread(long seed, int beds, int count, long from, long to) {
        List<Integer> order = new ArrayList<>();
        for (int bed = 0; bed < beds; bed++) {
            order.add(bed);
        }
        Collections.shuffle(order, new Random(seed));
        int probes = Math.min(count, beds);
        Map<Integer, Long> first = new HashMap<>();
        for (int i = 0; i < probes; i++) {
            first.put(order.get(i), from + (to - from) * i / Math.max(1, probes));
        }
        return new Probes(first);
    }

    /** Whether a reading of a bed lies beyond the limit. */
    public boolean isBeyond(int bed, long seq) {
        Long first = firstSeq.get(bed);
        return first != null && seq >= first && seq < first + LENGTH;
    }

    /** How much later than usual a reading is sent, ms. */
    public long delayMillis(int bed, long seq) {
        Long first = firstSeq.get(bed);
        return first != null && seq >= first + DECIDED_AFTER ? LATER_MILLIS : 0;
    }
}

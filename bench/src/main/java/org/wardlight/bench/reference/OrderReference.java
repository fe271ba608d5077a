package org.wardlight.bench.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.wardlight.events.v1.Observation;

/** In which order, and when, the messages of one device count: by its numbers, a second of patience for a missing one, each once. */
final class OrderReference {

    private static final long PATIENCE = 1_000;

    /** A message that counts now; one that was overtaken is history. */
    record Counting(Observation message, boolean overtaken) {}

    private record Waiting(Observation message, long until) {}

    private final Set<String> known = new HashSet<>();
    private final Map<Long, Long> last = new HashMap<>();
    private final Map<Long, TreeMap<Long, Waiting>> waiting = new HashMap<>();

    /** A message arrives. */
    List<Counting> arrive(Observation message, long at) {
        long boot = message.getSequence().getBoot();
        long number = message.getSequence().getSeq();
        if (!known.add(boot + "/" + number)) {
            return List.of();
        }
        Long before = last.putIfAbsent(boot, number - 1);
        long applied = before == null ? number - 1 : before;
        if (number < applied) {
            return List.of(new Counting(message, true));
        }
        waiting.computeIfAbsent(boot, none -> new TreeMap<>()).put(number, new Waiting(message, at + PATIENCE));
        return following(boot);
    }

    /** Whether a gap has waited long enough at this moment. */
    boolean givesUp(long at) {
        return waiting.values().stream().flatMap(of -> of.values().stream()).anyMatch(one -> one.until <= at);
    }

    /** What counts because a gap is given up. */
    List<Counting> giveUp(long at) {
        for (Map.Entry<Long, TreeMap<Long, Waiting>> boot : waiting.entrySet()) {
            if (boot.getValue().values().stream().anyMatch(one -> one.until <= at)) {
                last.put(boot.getKey(), boot.getValue().firstKey() - 1);
                return following(boot.getKey());
            }
        }
        return List.of();
    }

    private List<Counting> following(long boot) {
        List<Counting> counting = new ArrayList<>();
        TreeMap<Long, Waiting> held = waiting.getOrDefault(boot, new TreeMap<>());
        long next = last.getOrDefault(boot, 0L) + 1;
        while (held.containsKey(next)) {
            counting.add(new Counting(held.remove(next).message, false));
            last.put(boot, next);
            next++;
        }
        return counting;
    }
}

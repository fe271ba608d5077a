package org.wardlight.station.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Slows down guessing: after five wrong passwords within a minute an address has to wait. */
final class FailureLimit {

    static final int ALLOWED = 5;
    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int ADDRESSES = 10_000;

    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>();

    synchronized boolean mustWait(String address, Instant now) {
        Deque<Instant> recent = failures.get(address);
        if (recent == null) {
            return false;
        }
        while (!recent.isEmpty() && !recent.getFirst().plus(WINDOW).isAfter(now)) {
            recent.removeFirst();
        }
        if (recent.isEmpty()) {
            failures.remove(address);
        }
        return recent.size() >= ALLOWED;
    }

    synchronized void failed(String address, Instant now) {
        failures.computeIfAbsent(address, a -> new ArrayDeque<>()).addLast(now);
        if (failures.size() > ADDRESSES) {
            Iterator<String> eldest = failures.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
    }
}

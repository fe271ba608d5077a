package org.wardlight.simulators.connection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Stores what still has to reach the broker, in order, with a bounded number on the way at once. When it is full the
 * oldest stay and the newcomer is refused. Not thread-safe.
 *
 * @param <T> what is stored
 */
final class Outbox<T> {

    private final int capacity;
    private final Deque<T> waiting = new ArrayDeque<>();
    private final Map<Long, T> onTheWay = new LinkedHashMap<>();

    private int window;
    private long lastTicket;

    /** One entry on the way, under the number by which its answer is matched. */
    record Ticket<T>(long number, T entry) {}

    Outbox(int capacity, int window) {
        this.capacity = capacity;
        this.window = window;
    }

    /** Sets how many may be on the way at once. */
    void window(int size) {
        window = size;
    }

    /** Stores an entry behind all others; false when there is no room. */
    boolean offer(T entry) {
        if (size() >= capacity) {
            return false;
        }
        waiting.addLast(entry);
        return true;
    }

    /** Stores an entry before all others, whatever room there is. */
    void putFirst(T entry) {
        waiting.addFirst(entry);
    }

    /** Puts the next entry on the way; empty when there is none or the window is full. */
    Optional<Ticket<T>> next() {
        if (waiting.isEmpty() || onTheWay.size() >= window) {
            return Optional.empty();
        }
        Ticket<T> ticket = new Ticket<>(++lastTicket, waiting.removeFirst());
        onTheWay.put(ticket.number(), ticket.entry());
        return Optional.of(ticket);
    }

    /** Takes an answered entry off the way; empty when it is not on the way (any more). */
    Optional<T> answered(long ticket) {
        return Optional.ofNullable(onTheWay.remove(ticket));
    }

    /** Puts everything on the way back in front, in its old order. */
    void returnUnanswered() {
        List<T> unanswered = new ArrayList<>(onTheWay.values());
        onTheWay.clear();
        for (int i = unanswered.size() - 1; i >= 0; i--) {
            waiting.addFirst(unanswered.get(i));
        }
    }

    /** Forgets waiting entries. */
    void forget(Predicate<T> which) {
        waiting.removeIf(which);
    }

    /** Entries waiting or on the way. */
    int size() {
        return waiting.size() + onTheWay.size();
    }
}

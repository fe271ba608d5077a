package org.wardlight.station.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command sent again with the same key is answered as before and not done again. Keeps the last answers in memory; what
 * failed is not kept, so it may be tried again.
 */
final class Idempotency {

    private static final int KEPT = 1_000;
    private static final int LONGEST_KEY = 200;

    private final Map<Asked, Answered> answers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Answered> eldest) {
            return size() > KEPT;
        }
    };

    /** One command at a time: commands are rare, and the same key twice at once must be done once. */
    synchronized <T> T once(Asked asked, String request, Class<T> type, Command<T> command) {
        String key = asked.key();
        if (key == null) {
            return command.run();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.invalid("An Idempotency-Key has 1 to " + LONGEST_KEY + " characters.");
        }
        Answered before = answers.get(asked);
        if (before != null && !before.request().equals(request)) {
            throw new Problem(409, "This key was used before.", "It belongs to another request; take a new one.");
        }
        T answer = before == null ? command.run() : type.cast(before.answer());
        answers.put(asked, new Answered(request, answer));
        return answer;
    }

    /** Does what was asked. */
    @FunctionalInterface
    interface Command<T> {
        T run();
    }

    /** Whose key it is. */
    record Asked(String actor, @Nullable String key) {}

    private record Answered(String request, Object answer) {}
}

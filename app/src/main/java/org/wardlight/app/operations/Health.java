package org.wardlight.app.operations;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/** What is wrong in this process, asked of every role when somebody wants to know. */
public final class Health {

    private final Map<String, Supplier<Map<String, String>>> roles = new ConcurrentSkipListMap<>();

    /**
     * Adds a role.
     *
     * @param role its name, {@code ingest}
     * @param problems what is wrong with it now: part to sentence, empty when nothing is
     */
    public void watch(String role, Supplier<Map<String, String>> problems) {
        roles.put(role, problems);
    }

    /** Every problem now, {@code role.part} to sentence; empty when all is well. */
    public Map<String, String> problems() {
        Map<String, String> found = new LinkedHashMap<>();
        roles.forEach((role, problems) ->
                new TreeMap<>(ask(problems)).forEach((part, sentence) -> found.put(role + "." + part, sentence)));
        return found;
    }

    /** A role that cannot even answer is not healthy. */
    private static Map<String, String> ask(Supplier<Map<String, String>> problems) {
        try {
            return problems.get();
        } catch (RuntimeException e) {
            return Map.of("health", "does not answer: " + e);
        }
    }
}

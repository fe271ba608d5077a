package org.wardlight.alerting.health;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What does not work at the moment: part to one sentence. Empty means healthy. */
public final class Problems {

    private final Map<String, String> byPart = new ConcurrentHashMap<>();

    /** A part does not work. */
    public void report(String part, String sentence) {
        byPart.put(part, sentence);
    }

    /** A part works, again or still. */
    public void clear(String part) {
        byPart.remove(part);
    }

    /** A copy of what does not work now. */
    public Map<String, String> all() {
        return new TreeMap<>(byPart);
    }
}

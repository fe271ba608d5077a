package org.wardlight.app.roles;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wardlight.app.configuration.ConfigurationRefused;

/**
 * Collects what is wrong with the settings of one role: what is missing, and what the role's own record says about the
 * values, under the keys that stand in the file.
 */
final class RoleProblems {

    private static final Pattern SEPARATOR = Pattern.compile("; |\\n");
    private static final Pattern KEY_AND_REST = Pattern.compile("([A-Za-z0-9.-]+):? (.*)");
    private static final String SHARED_KAFKA = "wardlight.kafka.bootstrap-servers";

    private final String role;
    private final List<String> found = new ArrayList<>();

    RoleProblems(String role) {
        this.role = role;
    }

    /** The value, or a note that it is missing and something harmless to go on with. */
    <T> T required(Optional<T> value, String key, T otherwise) {
        if (value.isEmpty()) {
            found.add("wardlight." + role + "." + key + " is required");
        }
        return value.orElse(otherwise);
    }

    /** Notes a problem of one key. */
    void add(String key, String sentence) {
        found.add("wardlight." + role + "." + key + " " + sentence);
    }

    /** Notes two keys of which only one can be given. */
    void excludes(String key, String other) {
        add(key, "excludes wardlight." + role + "." + other);
    }

    /** Notes a problem of a key that is not the role's own. */
    void addShared(String key, String sentence) {
        found.add("wardlight." + key + " " + sentence);
    }

    /** A part of the record whose words are keys already; its problems are noted, and null goes on for it. */
    <T> @Nullable T checkShared(Supplier<T> part) {
        try {
            return part.get();
        } catch (IllegalArgumentException e) {
            SEPARATOR
                    .splitAsStream(String.valueOf(e.getMessage()))
                    .map(String::strip)
                    .filter(problem -> !problem.isEmpty() && !problem.endsWith(":"))
                    .forEach(problem -> found.add("wardlight." + problem));
            return null;
        }
    }

    /**
     * Makes the record, unless something is wrong already.
     *
     * @throws ConfigurationRefused with everything that is wrong
     */
    <T> T check(Supplier<T> record) {
        if (!found.isEmpty()) {
            throw new ConfigurationRefused(found);
        }
        try {
            return record.get();
        } catch (IllegalArgumentException e) {
            throw new ConfigurationRefused(translated(String.valueOf(e.getMessage())));
        }
    }

    /** From the role's words to the keys of the file. */
    private List<String> translated(String message) {
        return SEPARATOR
                .splitAsStream(message)
                .map(String::strip)
                .filter(part -> !part.isEmpty() && !part.endsWith(":"))
                .map(this::withKey)
                .toList();
    }

    private String withKey(String problem) {
        Matcher matcher = KEY_AND_REST.matcher(problem);
        if (!matcher.matches() || !matcher.group(1).startsWith(role + ".")) {
            return "wardlight." + role + ": " + problem;
        }
        String key = matcher.group(1).replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
        String full = key.startsWith(role + ".kafka") ? SHARED_KAFKA : "wardlight." + key;
        return full + " " + matcher.group(2);
    }
}

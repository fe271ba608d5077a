package org.wardlight.database;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where a role keeps its own data. */
public sealed interface DatabaseSettings {

    /** What is wrong with these settings, each problem with its key. */
    List<String> problems(String prefix);

    /**
     * A file that one process owns.
     *
     * @param file the SQLite file; created with its directory when it is not there
     */
    record SqliteFile(Path file) implements DatabaseSettings {
        @Override
        public List<String> problems(String prefix) {
            return file.toString().isBlank() ? List.of(prefix + ".file: must not be empty") : List.of();
        }
    }

    /**
     * A PostgreSQL database, 14 or newer. The password is never printed.
     *
     * @param url {@code jdbc:postgresql://host:port/name}, with {@code ?sslmode=verify-full} beyond one's own machine
     */
    record Postgresql(String url, String user, String password) implements DatabaseSettings {

        private static final String PREFIX = "jdbc:postgresql:";

        @Override
        public List<String> problems(String prefix) {
            List<String> problems = new ArrayList<>();
            if (!url.startsWith(PREFIX)) {
                problems.add(prefix + ".url: must begin with " + PREFIX);
            }
            if (url.contains("password=")) {
                problems.add(prefix + ".url: must not hold the password; it has a key of its own");
            }
            if (user.isBlank()) {
                problems.add(prefix + ".user: is missing");
            }
            return problems;
        }

        @Override
        public String toString() {
            return "Postgresql[url=" + url + ", user=" + user + ", password=***]";
        }
    }
}

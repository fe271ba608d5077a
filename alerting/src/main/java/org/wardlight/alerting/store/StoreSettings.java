package org.wardlight.alerting.store;

import java.nio.file.Path;
import java.util.List;

/**
 * Where alarms are kept.
 *
 * @param file the SQLite file; created with its directory when it is not there
 */
public record StoreSettings(Path file) {

    /** What is wrong with these settings, each problem with its key. */
    public List<String> problems(String prefix) {
        return file.toString().isBlank() ? List.of(prefix + ".file: must not be empty") : List.of();
    }
}

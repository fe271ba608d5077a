package org.wardlight.app.roles;

import java.nio.file.Path;
import org.wardlight.app.configuration.DatabaseKeys;
import org.wardlight.database.DatabaseSettings;
import org.wardlight.database.DatabaseSettings.Postgresql;
import org.wardlight.database.DatabaseSettings.SqliteFile;

/** From settings to the database of a role. */
final class RoleDatabase {

    private RoleDatabase() {}

    /**
     * The file or PostgreSQL; what is wrong goes to the problems.
     *
     * @param key of the role's database, as {@code store}
     */
    static DatabaseSettings of(DatabaseKeys keys, String key, RoleProblems problems) {
        if (keys.url().isEmpty()) {
            return new SqliteFile(problems.required(keys.file(), key + ".file", Path.of("")));
        }
        if (keys.file().isPresent()) {
            problems.excludes(key + ".file", key + ".url");
        }
        return new Postgresql(
                keys.url().get(), keys.user().orElse(""), keys.password().orElse(""));
    }
}

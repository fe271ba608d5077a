package org.wardlight.app.configuration;

import java.nio.file.Path;
import java.util.Optional;

/** Where a role keeps its own data: a file of its own or PostgreSQL. */
public interface DatabaseKeys {

    /** SQLite file. */
    @Doc("SQLite file of this role, for one process; created when missing. The role needs this or `url` beside it.")
    Optional<Path> file();

    /** PostgreSQL. */
    @Doc(
            "PostgreSQL to use instead, `jdbc:postgresql://host:port/name`; beyond this machine with `?sslmode=verify-full`. Several processes may share it.")
    Optional<String> url();

    /** Name. */
    @Doc("User name at PostgreSQL; it may create a schema.")
    Optional<String> user();

    /** Password. */
    @Doc(value = "Password at PostgreSQL.", secret = true)
    Optional<String> password();
}

/**
 * Opens the database of a role: one SQLite file, or PostgreSQL. In come settings and the name of a schema, whose migrations
 * stand on the classpath as {@code db/<name>/sqlite} and {@code db/<name>/postgresql}; out comes SQL on a pool. Knows no
 * table. Read {@link org.wardlight.database.Databases} first.
 */
@NullMarked
package org.wardlight.database;

import org.jspecify.annotations.NullMarked;

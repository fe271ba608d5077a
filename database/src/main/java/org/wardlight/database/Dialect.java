package org.wardlight.database;

/** Which product a database is, where SQL has to know. */
public enum Dialect {
    SQLITE("sqlite", "cast(unixepoch('subsec') * 1000 as integer)"),
    POSTGRESQL("postgresql", "cast(extract(epoch from clock_timestamp()) * 1000 as bigint)");

    private final String folder;
    private final String nowMillis;

    Dialect(String folder, String nowMillis) {
        this.folder = folder;
        this.nowMillis = nowMillis;
    }

    /**
     * An SQL expression: ms since 1970 by the database's own clock, which is the same for every process that asks, whatever
     * their clocks say.
     */
    public String nowMillis() {
        return nowMillis;
    }

    /** The last part of the place where this product's migrations stand. */
    String folder() {
        return folder;
    }
}

package org.wardlight.database;

/** Which product a database is, where SQL has to know. */
public enum Dialect {
    SQLITE("sqlite"),
    POSTGRESQL("postgresql");

    private final String folder;

    Dialect(String folder) {
        this.folder = folder;
    }

    /** The last part of the place where this product's migrations stand. */
    String folder() {
        return folder;
    }
}

package org.wardlight.trends.writing;

import java.util.Locale;

/** Why a record did not become a row of the store. */
enum Rejection {
    /** There is nothing in the record. */
    EMPTY,
    /** The record is not what its topic says. */
    MALFORMED,
    /** The record says too little to become a row that can be found again. */
    INCOMPLETE,
    /** The store does not take the row. */
    REFUSED;

    /** As it stands in metrics and headers. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.wardlight.trends.store;

import java.time.Instant;

/** What a kind of store needs besides rows. */
sealed interface Upkeep permits InfluxBucket, QuestDbTables {

    /**
     * Makes the store ready for rows; harmless when it is.
     *
     * @return the organisation that rows are written under
     * @throws StoreTrouble when it is not to be had at the moment
     */
    String prepare();

    /**
     * Removes ten-second windows that have been kept long enough.
     *
     * @throws StoreTrouble when that does not work at the moment
     */
    void prune(Instant now);
}

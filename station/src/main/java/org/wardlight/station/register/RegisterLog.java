package org.wardlight.station.register;

import java.io.IOException;
import java.util.List;

/** Where register records are kept. Returns when all of them are; after an exception some of them may be. */
@FunctionalInterface
public interface RegisterLog {

    /**
     * Keeps the records.
     *
     * @throws IOException when not all of them could be kept
     */
    void append(List<RegisterRecord> records) throws IOException;
}

package org.wardlight.models.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** How a data set writes a stay. */
interface StayFormat {

    /** The stay that a file of this name holds, if it holds one. */
    Optional<String> idOf(String fileName);

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException naming the stay and what is wrong with it
     */
    Stay read(String id, InputStream content) throws IOException;
}

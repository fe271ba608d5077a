package org.wardlight.simulators.recording;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A published data set whose zip can be played as it is. */
interface DataSet {

    /** All that are known; a zip belongs to the first one that finds a recording in it. */
    List<DataSet> KNOWN = List.of(new BidmcNumerics(), new WristbandFiles(), new IcuStays());

    /** A file such as its zip holds, and its name. */
    String example();

    /** What its recordings declare. */
    RecordedProfile profile();

    /** The id of the recording that this file begins, if it does; folders in the zip do not matter. */
    Optional<String> idOf(String fileName);

    /**
     * Reads one recording.
     *
     * @throws IllegalArgumentException saying in one sentence what is wrong with the content
     */
    Recording read(String id, ZipFile zip, ZipEntry entry) throws IOException;
}

package org.wardlight.simulators.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The recordings in the zip of a published data set, in the order of their ids. Known so far: the numerics of the BIDMC PPG
 * and Respiration data set (Pimentel et al., IEEE Trans Biomed Eng 2017;64(8):1914-1923, doi 10.13026/C2208R). Whatever
 * else lies in the zip is not read.
 */
public final class Recordings {

    private final List<Recording> recordings;

    private Recordings(List<Recording> recordings) {
        this.recordings = List.copyOf(recordings);
    }

    /**
     * Reads every recording of a zip.
     *
     * @throws IllegalArgumentException saying in one sentence why there is nothing to play
     */
    public static Recordings open(Path zip) {
        try (ZipFile file = existing(zip)) {
            List<Recording> recordings = new ArrayList<>();
            for (Map.Entry<String, ZipEntry> known : known(file, zip).entrySet()) {
                try (InputStream csv = file.getInputStream(known.getValue())) {
                    recordings.add(BidmcNumerics.read(known.getKey(), csv));
                }
            }
            return new Recordings(recordings);
        } catch (IOException e) {
            throw unreadable(zip, e);
        }
    }

    /**
     * How many recordings a zip holds, without reading them: as many beds can play it.
     *
     * @throws IllegalArgumentException when the zip cannot be read or holds no known recording
     */
    public static int count(Path zip) {
        try (ZipFile file = existing(zip)) {
            return known(file, zip).size();
        } catch (IOException e) {
            throw unreadable(zip, e);
        }
    }

    /** How many there are, at least one. */
    public int size() {
        return recordings.size();
    }

    /** One of them, 0 for the first. */
    public Recording get(int index) {
        return recordings.get(index);
    }

    @Override
    public String toString() {
        return recordings.size() + " recordings";
    }

    private static ZipFile existing(Path zip) throws IOException {
        if (!Files.isRegularFile(zip)) {
            throw new IllegalArgumentException("There is no file " + zip + ".");
        }
        return new ZipFile(zip.toFile());
    }

    private static SortedMap<String, ZipEntry> known(ZipFile file, Path zip) {
        SortedMap<String, ZipEntry> known = new TreeMap<>();
        file.stream().forEach(entry -> BidmcNumerics.idOf(entry.getName()).ifPresent(id -> {
            if (known.put(id, entry) != null) {
                throw new IllegalArgumentException("The zip " + zip + " holds the recording " + id + " twice.");
            }
        }));
        if (known.isEmpty()) {
            throw new IllegalArgumentException("The zip " + zip + " holds no known recording; known are files such as "
                    + BidmcNumerics.EXAMPLE + " of the BIDMC PPG and Respiration data set.");
        }
        return known;
    }

    private static IllegalArgumentException unreadable(Path zip, IOException cause) {
        return new IllegalArgumentException(
                "The recordings in " + zip + " cannot be read as a zip (" + cause.getMessage() + ").", cause);
    }
}

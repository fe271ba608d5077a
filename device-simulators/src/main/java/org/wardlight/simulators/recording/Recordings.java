package org.wardlight.simulators.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Recordings to be played: those in the zip of a published data set, in the order of their ids, found by what the zip holds;
 * or tables of one's own, in the order in which a mapping file names them. Whatever else lies in a zip is not read.
 */
public final class Recordings {

    private final RecordedProfile profile;
    private final List<Recording> recordings;

    private Recordings(RecordedProfile profile, List<Recording> recordings) {
        this.profile = profile;
        this.recordings = List.copyOf(recordings);
    }

    /**
     * Reads the first recordings of a zip as it was published, or of a mapping file.
     *
     * @param most no more than these are read: a zip may hold ten thousands
     * @throws IllegalArgumentException saying in one sentence why there is nothing to play
     */
    public static Recordings open(Path source, int most) {
        if (isMapping(source)) {
            CsvMapping mapping = CsvMapping.load(source);
            return ofTables(
                    mapping, mapping.filesBeside(source).stream().limit(most).toList());
        }
        try (ZipFile zip = existing(source)) {
            Found found = found(zip, source);
            List<Recording> recordings = new ArrayList<>();
            for (Map.Entry<String, ZipEntry> each : found.entries.entrySet()) {
                if (recordings.size() == most) {
                    break;
                }
                recordings.add(found.set.read(each.getKey(), zip, each.getValue()));
            }
            return new Recordings(found.set.profile(), recordings);
        } catch (IOException e) {
            throw unreadable(source, e);
        }
    }

    /**
     * Reads one table of one's own.
     *
     * @param mapping the file that says what its columns mean
     * @throws IllegalArgumentException saying in one sentence why there is nothing to play
     */
    public static Recordings open(Path table, Path mapping) {
        return ofTables(CsvMapping.load(mapping), List.of(table));
    }

    /**
     * How many recordings there are, without reading them: as many beds can play them.
     *
     * @throws IllegalArgumentException when the file cannot be read or holds no known recording
     */
    public static int count(Path source) {
        if (isMapping(source)) {
            return CsvMapping.load(source).filesBeside(source).size();
        }
        try (ZipFile zip = existing(source)) {
            return found(zip, source).entries.size();
        } catch (IOException e) {
            throw unreadable(source, e);
        }
    }

    /**
     * What its recordings declare of the device that plays them, without reading them.
     *
     * @throws IllegalArgumentException when the file cannot be read or holds no known recording
     */
    public static RecordedProfile profile(Path source) {
        if (isMapping(source)) {
            return CsvMapping.load(source).profile();
        }
        try (ZipFile zip = existing(source)) {
            return found(zip, source).set.profile();
        } catch (IOException e) {
            throw unreadable(source, e);
        }
    }

    /** What they declare of the device that plays them. */
    public RecordedProfile profile() {
        return profile;
    }

    /** How many were read, at least one. */
    public int size() {
        return recordings.size();
    }

    /** One of them, 0 for the first. */
    public Recording get(int index) {
        return recordings.get(index);
    }

    /** How long the longest of them lasts. */
    public Duration longest() {
        return recordings.stream()
                .map(Recording::length)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    @Override
    public String toString() {
        return recordings.size() + " recordings";
    }

    private static Recordings ofTables(CsvMapping mapping, List<Path> tables) {
        return new Recordings(
                mapping.profile(), tables.stream().map(mapping::read).toList());
    }

    private static boolean isMapping(Path source) {
        String name = source.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private static ZipFile existing(Path zip) throws IOException {
        if (!Files.isRegularFile(zip)) {
            throw new IllegalArgumentException("There is no file " + zip + ".");
        }
        return new ZipFile(zip.toFile());
    }

    private record Found(DataSet set, SortedMap<String, ZipEntry> entries) {}

    private static Found found(ZipFile zip, Path file) {
        return DataSet.KNOWN.stream()
                .map(set -> new Found(set, entries(set, zip, file)))
                .filter(found -> !found.entries.isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The zip " + file
                        + " holds no known recording; known are files such as "
                        + DataSet.KNOWN.stream().map(DataSet::example).collect(Collectors.joining(", or "))
                        + "."));
    }

    private static SortedMap<String, ZipEntry> entries(DataSet set, ZipFile zip, Path file) {
        SortedMap<String, ZipEntry> entries = new TreeMap<>();
        zip.stream().forEach(entry -> {
            Optional<String> id = set.idOf(entry.getName());
            if (id.isPresent() && entries.put(id.get(), entry) != null) {
                throw new IllegalArgumentException("The zip " + file + " holds the recording " + id.get() + " twice.");
            }
        });
        return entries;
    }

    private static IllegalArgumentException unreadable(Path zip, IOException cause) {
        return new IllegalArgumentException(
                "The recordings in " + zip + " cannot be read as a zip (" + cause.getMessage() + ").", cause);
    }
}

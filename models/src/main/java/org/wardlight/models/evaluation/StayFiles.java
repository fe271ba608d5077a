package org.wardlight.models.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads the stays of a published data set, from its zip or from a folder of its files, in the order of their ids. */
public final class StayFiles {

    private static final List<StayFormat> FORMATS = List.of(new HourlyStays(), new EventStays());

    private StayFiles() {}

    /**
     * Reads each stay and hands it on.
     *
     * @return how many there were
     * @throws IllegalArgumentException saying in one sentence why there is nothing to read, or which file is broken
     */
    public static int forEach(Path source, Consumer<Stay> each) throws IOException {
        if (Files.isDirectory(source)) {
            return folder(source, each);
        }
        if (!Files.isRegularFile(source)) {
            throw new IllegalArgumentException("There is no file or folder " + source + ".");
        }
        return zip(source, each);
    }

    private static int zip(Path source, Consumer<Stay> each) throws IOException {
        try (ZipFile zip = new ZipFile(source.toFile())) {
            SortedMap<String, ZipEntry> entries = new TreeMap<>();
            zip.stream().forEach(entry -> entries.put(entry.getName(), entry));
            int stays = 0;
            for (Map.Entry<String, ZipEntry> entry : entries.entrySet()) {
                stays += read(entry.getKey(), () -> zip.getInputStream(entry.getValue()), each);
            }
            return some(stays, source);
        }
    }

    private static int folder(Path source, Consumer<Stay> each) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            int stays = 0;
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                stays += read(String.valueOf(file.getFileName()), () -> Files.newInputStream(file), each);
            }
            return some(stays, source);
        }
    }

    private static int some(int stays, Path source) {
        if (stays == 0) {
            throw new IllegalArgumentException(
                    "There is no stay in " + source
                            + "; known are files such as p000001.psv of the Challenge 2019, or 132539.txt of the Challenge 2012.");
        }
        return stays;
    }

    private static int read(String name, Opening content, Consumer<Stay> each) throws IOException {
        for (StayFormat format : FORMATS) {
            Optional<String> id = format.idOf(name);
            if (id.isPresent()) {
                try (InputStream in = content.open()) {
                    each.accept(format.read(id.get(), in));
                }
                return 1;
            }
        }
        return 0;
    }

    private interface Opening {
        InputStream open() throws IOException;
    }
}

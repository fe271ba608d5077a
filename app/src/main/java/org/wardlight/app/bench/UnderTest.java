package org.wardlight.app.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wardlight.bench.lane.WardProcess;

/** Starts what is measured in a process of its own, from the same class path, with the flags of production. */
final class UnderTest {

    private static final String LANE_COMMAND = "bench";

    private final String heap;
    private final Path folder;

    /**
     * Wards with this heap.
     *
     * @param heap as Java takes it, such as 2g
     * @param folder receives their data and logs
     */
    UnderTest(String heap, Path folder) {
        this.heap = heap;
        this.folder = folder;
    }

    /** The whole product. */
    WardProcess ward(int beds, URI pages) throws IOException {
        return start("ward", beds, pages);
    }

    /** The floor. */
    WardProcess floor(int beds, URI pages) throws IOException {
        return start("floor", beds, pages);
    }

    Path log(String lane) {
        return folder.resolve(lane + ".log");
    }

    private WardProcess start(String lane, int beds, URI pages) throws IOException {
        Path data = Files.createDirectories(folder.resolve(lane));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseG1GC",
                "-Dlogback.configurationFile=wardlight-logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                "org.wardlight.app.Main"));
        command.addAll(List.of(
                LANE_COMMAND,
                lane,
                "--beds",
                Integer.toString(beds),
                "--pages",
                pages.toString(),
                "--data",
                data.toString()));
        return WardProcess.start(command, log(lane));
    }
}

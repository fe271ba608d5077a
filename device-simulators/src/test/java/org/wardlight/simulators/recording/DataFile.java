package org.wardlight.simulators.recording;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Finds published data sets, which are not part of the project. */
final class DataFile {

    private DataFile() {}

    /** The file in the folder that WARDLIGHT_DATA names; without it the test is skipped, and says so. */
    static Path orSkip(String name) {
        String data = Objects.requireNonNullElse(System.getenv("WARDLIGHT_DATA"), "../shared/data");
        Path file = Path.of("..").resolve(data).resolve(name);
        String reason = "Skipped: the recordings are not at " + file + "; WARDLIGHT_DATA says where the data lies.";
        if (!Files.exists(file)) {
            System.out.println(reason);
        }
        assumeTrue(Files.exists(file), reason);
        return file;
    }
}

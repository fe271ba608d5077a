package org.wardlight.simulators.recording;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a zip of invented recordings in the spelling of the BIDMC data set. */
public final class RecordingZip {

    static final String HEADER = "Time [s], HR, PULSE, RESP, SpO2";

    private final Map<String, String> files = new LinkedHashMap<>();

    /** Two patients of three seconds, told apart by their heart rates 61-63 and 71-73. */
    public static Path ofTwoPatients(Path folder) throws IOException {
        return new RecordingZip()
                .with("bidmc_02_Numerics.csv", HEADER, "0,71,70,14,98", "1,72,71,14,98", "2,73,72,14,98")
                .with("bidmc_01_Numerics.csv", HEADER, "0,61,60,12,97", "1,62,,12,97", "2,63,62,12,NaN")
                .with("bidmc_01_Signals.csv", "Time [s], RESP", "0,0.5")
                .writtenTo(folder.resolve("two-patients.zip"));
    }

    RecordingZip with(String name, String... lines) {
        files.put(name, String.join("\n", lines) + "\n");
        return this;
    }

    Path writtenTo(Path zip) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return zip;
    }
}

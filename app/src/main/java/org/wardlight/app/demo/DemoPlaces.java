package org.wardlight.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.wardlight.app.embedded.FreePorts;
import org.wardlight.app.embedded.FreePorts.FreePort;
import org.wardlight.app.running.PersonalFolders;
import org.wardlight.app.terminal.CommandFailure;

/**
 * The folder and the ports of one demonstration, decided before anything starts.
 *
 * @param data folder of everything that is written
 * @param temporary whether the folder goes with the demonstration
 * @param usedBefore whether an earlier demonstration left its data in the folder
 */
record DemoPlaces(
        Path data,
        boolean temporary,
        boolean usedBefore,
        FreePort mqtt,
        FreePort kafka,
        int kafkaController,
        int alerting,
        int trends,
        FreePort station) {

    private static final int USUAL_MQTT = 1883;
    private static final int USUAL_KAFKA = 9092;

    /** @throws CommandFailure when the folder cannot be written to, or no port is free */
    static DemoPlaces choose(DemoOptions options) {
        FreePorts ports = new FreePorts();
        FreePort station = ports.atOrAfter(options.port());
        FreePort mqtt = ports.atOrAfter(USUAL_MQTT);
        FreePort kafka = ports.atOrAfter(USUAL_KAFKA);
        Path wanted = options.data();
        return new DemoPlaces(
                wanted == null ? temporaryFolder() : keptFolder(wanted),
                wanted == null,
                wanted != null && Files.exists(wanted.resolve("trends")),
                mqtt,
                kafka,
                ports.any(),
                ports.any(),
                ports.any(),
                station);
    }

    /** What a person should know about ports that had to move. */
    List<String> notices() {
        return Stream.of(
                        station.moved() ? station.explanation("the board") : "",
                        mqtt.moved() ? mqtt.explanation("MQTT") : "",
                        kafka.moved() ? kafka.explanation("Kafka") : "")
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Folder of the models that the job opens. */
    Path models() {
        return data.resolve("models");
    }

    /** Removes a temporary folder; a kept one stays. */
    void clean() {
        if (!temporary) {
            return;
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            throw CommandFailure.notReady(
                    "The temporary folder " + data + " could not be removed.", "Remove it by hand: it is not needed.");
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory(PersonalFolders.temporary(), "wardlight-demo-");
        } catch (IOException e) {
            throw CommandFailure.notReady(
                    "No temporary folder can be made: " + e.getMessage() + ".",
                    "Free some space, or name a folder with --data DIR.");
        }
    }

    private static Path keptFolder(Path wanted) {
        try {
            Path folder = Files.createDirectories(wanted.toAbsolutePath());
            Path probe = Files.createTempFile(folder, "probe", "");
            Files.delete(probe);
            return folder;
        } catch (IOException e) {
            throw CommandFailure.notReady(
                    "The data folder " + wanted + " is not writable.",
                    "Choose another with --data DIR, or leave it out.");
        }
    }
}

package org.wardlight.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunningDemoFileTest {

    private static final RunningDemo DEMO = new RunningDemo(
            "127.0.0.1:9093",
            "tcp://127.0.0.1:1884",
            "http://127.0.0.1:8080",
            "http://127.0.0.1:8081",
            "/tmp/x.log",
            "k7fm-2mqx");

    @TempDir
    Path folder;

    private Path home;
    private RunningDemoFile file;

    @BeforeEach
    void chooseHome() {
        home = folder.resolve("wardlight-demo-1000");
        file = new RunningDemoFile(home);
    }

    @Test
    void findsTheDemoThatRuns() throws IOException {
        file.write(DEMO);

        assertThat(file.find()).contains(DEMO);
    }

    @Test
    void keepsTheFileToItsOwner() throws IOException {
        file.write(DEMO);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("endpoints.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void ignoresADemoWhoseProcessIsGone() throws IOException {
        file.write(DEMO);
        Properties stale = DEMO.toProperties();
        stale.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
        stale.setProperty("started", "12345");
        try (var writer = Files.newBufferedWriter(home.resolve("endpoints.properties"))) {
            stale.store(writer, null);
        }

        assertThat(file.find()).isEmpty();
    }

    @Test
    void leavesNothingBehind() throws IOException {
        file.write(DEMO);

        file.delete();

        assertThat(file.find()).isEmpty();
        assertThat(home).doesNotExist();
    }

    @Test
    void findsNothingWhereNothingIs() {
        assertThat(file.find()).isEmpty();
    }
}

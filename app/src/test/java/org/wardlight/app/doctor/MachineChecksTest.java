package org.wardlight.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MachineChecksTest {

    @TempDir
    Path folder;

    @Test
    void asksForANewerJava() {
        assertThat(MachineChecks.java(17, "17.0.15").good()).isTrue();
        assertThat(MachineChecks.java(11, "11.0.2").fix()).contains("JDK 17");
    }

    @Test
    void knowsWhatTheNativeLibrariesRunOn() {
        assertThat(MachineChecks.system("Linux", "amd64", false).good()).isTrue();
        assertThat(MachineChecks.system("Mac OS X", "aarch64", false).good()).isTrue();
        assertThat(MachineChecks.system("Linux", "amd64", true).fix()).contains("glibc");
        assertThat(MachineChecks.system("Linux", "riscv64", false).good()).isFalse();
    }

    @Test
    void namesAFolderThatCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));

        Finding finding = MachineChecks.folder(file.resolve("below"));

        assertThat(finding.good()).isFalse();
        assertThat(finding.detail()).contains("not writable");
        assertThat(finding.fix()).contains("--data");
    }

    @Test
    void leavesNothingInAFolderItTried() {
        assertThat(MachineChecks.folder(folder).good()).isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void wantsTwoGigabytes() {
        assertThat(MachineChecks.memory(1L << 30).good()).isFalse();
        assertThat(MachineChecks.memory(4L << 30).good()).isTrue();
    }
}

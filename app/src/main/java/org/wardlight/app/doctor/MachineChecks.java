package org.wardlight.app.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.wardlight.app.embedded.FreePorts;

/** Java, processor, memory, disk, folders and ports of this machine. */
final class MachineChecks {

    private static final int OLDEST_JAVA = 17;
    private static final long ENOUGH_MEMORY = 2L << 30;
    private static final long ENOUGH_DISK = 1L << 30;
    private static final int[] USUAL_PORTS = {1883, 8080, 8081, 9092};

    private MachineChecks() {}

    static List<Finding> all(List<Path> folders) {
        List<Finding> findings = new ArrayList<>();
        findings.add(java(Runtime.version().feature(), Runtime.version().toString()));
        findings.add(system(System.getProperty("os.name"), System.getProperty("os.arch"), hasMusl()));
        findings.add(memory(
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize()));
        folders.forEach(folder -> findings.add(folder(folder)));
        findings.add(ports());
        return findings;
    }

    static Finding java(int feature, String version) {
        return feature >= OLDEST_JAVA
                ? Finding.good("java", version)
                : Finding.bad("java", version, "Install a JDK 17 or newer and point JAVA_HOME at it.");
    }

    /** The MQTT broker and the database bring native libraries. */
    static Finding system(String name, String processor, boolean musl) {
        String detail = name + " " + processor + (musl ? " with musl" : "");
        if (musl) {
            return Finding.bad("system", detail, "Use a system with glibc, such as Debian, Ubuntu or Fedora.");
        }
        boolean known = List.of("amd64", "x86_64", "aarch64", "arm64").contains(processor.toLowerCase(Locale.ROOT));
        return known
                ? Finding.good("system", detail)
                : Finding.bad("system", detail, "Use a 64-bit Intel, AMD or ARM machine.");
    }

    static Finding memory(long bytes) {
        String detail = gigabytes(bytes);
        return bytes >= ENOUGH_MEMORY
                ? Finding.good("memory", detail)
                : Finding.bad("memory", detail, "The demo needs 2 GB; use a larger machine or fewer beds (--beds).");
    }

    static Finding folder(Path folder) {
        String check = "folder";
        try {
            Path probe = Files.createTempFile(Files.createDirectories(folder), "wardlight", ".probe");
            Files.delete(probe);
            long free = Files.getFileStore(folder).getUsableSpace();
            String detail = folder + ", " + gigabytes(free) + " free";
            return free >= ENOUGH_DISK
                    ? Finding.good(check, detail)
                    : Finding.bad(check, detail, "Make 1 GB of room, or choose another folder (--data, TMPDIR).");
        } catch (IOException e) {
            return Finding.bad(
                    check, folder + " is not writable", "Change its permissions, or choose another (--data, TMPDIR).");
        }
    }

    /** Busy ports are no harm: the demo takes the next free one. */
    private static Finding ports() {
        List<String> busy = new ArrayList<>();
        for (int port : USUAL_PORTS) {
            if (!FreePorts.isFree(port)) {
                busy.add(Integer.toString(port));
            }
        }
        return Finding.good(
                "ports",
                busy.isEmpty()
                        ? "1883, 8080, 8081, 9092 are free"
                        : String.join(", ", busy) + " in use; a demo takes the next free one");
    }

    private static boolean hasMusl() {
        try (Stream<Path> libraries = Files.list(Path.of("/lib"))) {
            return Files.notExists(Path.of("/lib64/ld-linux-x86-64.so.2"))
                    && Files.notExists(Path.of("/lib/ld-linux-aarch64.so.1"))
                    && libraries.anyMatch(
                            library -> library.getFileName().toString().startsWith("ld-musl"));
        } catch (IOException notLinux) {
            return false;
        }
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}

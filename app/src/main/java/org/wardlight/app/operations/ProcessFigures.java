package org.wardlight.app.operations;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** What this process has used: processor time, and memory as the system sees it (Linux only). */
public final class ProcessFigures {

    private static final Path STATUS = Path.of("/proc/self/status");

    private ProcessFigures() {}

    /** Processor time of all threads since the process began. */
    public static Duration processorTime() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return Duration.ofNanos(Math.max(0, system.getProcessCpuTime()));
    }

    /** Memory in use now, bytes. */
    public static OptionalLong residentBytes() {
        return kilobytes("VmRSS:");
    }

    /** The most memory that was ever in use, bytes. */
    public static OptionalLong peakResidentBytes() {
        return kilobytes("VmHWM:");
    }

    private static OptionalLong kilobytes(String name) {
        try {
            List<String> lines = Files.readAllLines(STATUS, StandardCharsets.UTF_8);
            return lines.stream()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException notLinux) {
            return OptionalLong.empty();
        }
    }
}

package org.wardlight.app.demo;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The classes of this test's class path as a shared archive of the JVM, so that a process that is started a hundred times
 * starts in half the time. The JVM archives jars only; folders become jars first.
 */
final class ClassArchive {

    private final String classPath;
    private final Path archive;

    private ClassArchive(String classPath, Path archive) {
        this.classPath = classPath;
        this.archive = archive;
    }

    /** Runs the process once, until it is ready, and keeps the classes that it has loaded. */
    static ClassArchive of(
            Path folder, List<String> mainAndArguments, Map<String, String> environment, BooleanSupplier isReady)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        ClassArchive archive = new ClassArchive(jarsOnly(folder), folder.resolve("classes.jsa"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:ArchiveClassesAtExit=" + archive.archive,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                archive.classPath));
        command.addAll(mainAndArguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("archiving.out").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        for (int i = 0; i < 600 && !isReady.getAsBoolean(); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return archive;
    }

    /** Options for a JVM; without the archive where none could be made. */
    List<String> options() {
        List<String> options = new ArrayList<>(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        if (Files.exists(archive)) {
            options.add("-XX:SharedArchiveFile=" + archive);
        }
        options.addAll(List.of("-cp", classPath));
        return options;
    }

    private static String jarsOnly(Path folder) {
        List<String> entries = List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1));
        return entries.stream()
                .filter(entry -> Files.exists(Path.of(entry)))
                .map(entry -> Files.isDirectory(Path.of(entry))
                        ? jar(Path.of(entry), folder.resolve("classes-" + entries.indexOf(entry) + ".jar"))
                        : entry)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String jar(Path directory, Path jar) {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> files = Files.walk(directory)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(directory.relativize(each).toString()));
                Files.copy(each, out);
            }
            return jar.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.wardlight.app.running;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file in which a demonstration says where it is. Written when it is ready, deleted when it ends; one that was killed
 * leaves a stale file, recognised because its process is gone. Readable by its owner only, and never read from a folder
 * that belongs to somebody else.
 */
public final class RunningDemoFile {

    private static final Logger LOG = LoggerFactory.getLogger(RunningDemoFile.class);
    private static final FileAttribute<?> OWNER_ONLY_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> OWNER_ONLY_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path directory;
    private final Path file;

    RunningDemoFile(Path directory) {
        this.directory = directory;
        this.file = directory.resolve("endpoints.properties");
    }

    /** The file of the person who runs this process. */
    public static RunningDemoFile ofThisUser() {
        return new RunningDemoFile(PersonalFolders.temporary().resolve("wardlight-demo-" + PersonalFolders.userId()));
    }

    /** Says where this process's demonstration is. An older file is replaced: the last one started is found. */
    public void write(RunningDemo demo) throws IOException {
        createDirectory();
        Properties properties = demo.toProperties();
        ProcessHandle self = ProcessHandle.current();
        properties.setProperty("pid", Long.toString(self.pid()));
        properties.setProperty("started", startOf(self));
        Files.deleteIfExists(file);
        Files.createFile(file, OWNER_ONLY_FILE);
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            properties.store(writer, "A running Wardlight demonstration");
        }
    }

    /** The demonstration that runs now, if there is one. */
    public Optional<RunningDemo> find() {
        return read().filter(RunningDemoFile::isAlive).map(RunningDemo::of);
    }

    /** Removes the file and its folder, if this process wrote it. */
    public void delete() {
        boolean ours = read().map(properties -> properties.getProperty("pid", ""))
                .filter(pid -> pid.equals(Long.toString(ProcessHandle.current().pid())))
                .isPresent();
        if (ours) {
            try {
                Files.deleteIfExists(file);
                Files.deleteIfExists(directory);
            } catch (IOException e) {
                LOG.warn("action=delete-demo-file outcome=failed", e);
            }
        }
    }

    private Optional<Properties> read() {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !isOurs(directory)) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
            return Optional.of(properties);
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private void createDirectory() throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(directory, OWNER_ONLY_DIRECTORY);
        }
        if (!isOurs(directory)) {
            throw new IOException(directory + " belongs to somebody else");
        }
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }

    /** In a shared temporary folder anybody may have been there first. */
    private static boolean isOurs(Path directory) throws IOException {
        return PersonalFolders.ownerOf(directory).equals(PersonalFolders.userId());
    }

    private static boolean isAlive(Properties properties) {
        try {
            long pid = Long.parseLong(properties.getProperty("pid", ""));
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> startOf(process).equals(properties.getProperty("started")))
                    .isPresent();
        } catch (NumberFormatException notWrittenByUs) {
            return false;
        }
    }

    /** Process ids are used again; with the start time they are unique. */
    private static String startOf(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> Long.toString(start.toEpochMilli()))
                .orElse("");
    }
}

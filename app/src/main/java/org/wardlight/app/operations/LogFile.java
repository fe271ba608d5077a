package org.wardlight.app.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.wardlight.app.running.PersonalFolders;

/**
 * Where the log goes: a file, so that the terminal stays readable. Must be decided before the first logger is made, and
 * names our own settings, because the MQTT broker's library brings a file of the same usual name.
 */
public final class LogFile {

    private static final String PATH = "wardlight.log";
    private static final String STDERR_LEVEL = "wardlight.log.stderr";
    private static final String SETTINGS = "logback.configurationFile";

    /** Commands that run long enough for a log of their own. */
    private static final Set<String> LASTING = Set.of("demo", "run", "sim");

    private LogFile() {}

    /**
     * Decides for this process: system property {@code wardlight.log}, else {@code WARDLIGHT_LOG}, else a file in the
     * folder for logs, named after the command if that is a lasting one.
     *
     * @param command the first word on the command line
     * @return the path
     */
    public static Path decide(String command) {
        setUnlessSet(SETTINGS, "wardlight-logback.xml");
        setUnlessSet(PATH, chosenOrUsual(command));
        setUnlessSet(STDERR_LEVEL, command.equals("run") ? "WARN" : "OFF");
        return path();
    }

    /** Where the log of this process is. */
    public static Path path() {
        return Path.of(System.getProperty(PATH, "wardlight.log")).toAbsolutePath();
    }

    /** Sends what libraries say through java.util.logging to the same file. */
    public static void takeOverJavaLogging() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    private static String chosenOrUsual(String command) {
        String chosen = System.getenv("WARDLIGHT_LOG");
        if (chosen != null && !chosen.isEmpty()) {
            return chosen;
        }
        String name = (LASTING.contains(command) ? command : "tools") + ".log";
        Path usual = PersonalFolders.logs();
        try {
            Files.createDirectories(usual);
            if (Files.isWritable(usual)) {
                return usual.resolve(name).toString();
            }
        } catch (IOException notThere) {
            // A home that cannot be written to is common in containers.
        }
        return PersonalFolders.temporary().resolve("wardlight-" + name).toString();
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}

package org.wardlight.app.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Which Wardlight this is.
 *
 * @param version of the build, {@code 0.1.0-SNAPSHOT}
 * @param java version of the running JVM
 * @param system operating system and processor
 */
public record BuildInfo(String version, String java, String system) {

    /** Of the running process. */
    public static BuildInfo current() {
        Properties build = new Properties();
        try (InputStream in = BuildInfo.class.getResourceAsStream("/wardlight-build.properties")) {
            if (in == null) {
                throw new IllegalStateException("missing resource wardlight-build.properties");
            }
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read wardlight-build.properties", e);
        }
        return new BuildInfo(
                build.getProperty("version", "unknown"),
                Runtime.version().toString(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }

    /** For a program. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("version", version);
        fields.put("java", java);
        fields.put("system", system);
        return fields;
    }
}

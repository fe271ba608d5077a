package org.wardlight.events;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Files that say what must not change, beside the tests. */
final class GoldenText {

    private GoldenText() {}

    static String read(String name) {
        try (InputStream in = GoldenText.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing test resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + name, e);
        }
    }

    /** The lines, without comments. */
    static List<String> lines(String name) {
        return read(name)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
    }

    /** The cells of each line. */
    static List<List<String>> table(String name) {
        return lines(name).stream()
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .toList();
    }

    static byte[] bytes(String name) {
        return HexFormat.of().parseHex(lines(name).stream().collect(Collectors.joining()));
    }
}

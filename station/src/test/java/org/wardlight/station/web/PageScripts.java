package org.wardlight.station.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The scripts of the pages, copied to where Node finds them, with an empty Lit: what they decide, not what they draw. */
final class PageScripts {

    private static final String LIT = "export const html = () => null; export const nothing = null;"
            + " export const css = () => null; export class LitElement {}";

    private final Path folder;

    private PageScripts(Path folder) {
        this.folder = folder;
    }

    /** Skips the tests where there is no Node. */
    static PageScripts copiedTo(Path folder) throws Exception {
        assumeTrue(hasNode(), "no Node here");
        URL web = Objects.requireNonNull(PageScripts.class.getResource("/web/ward-state.js"));
        try (Stream<Path> files = Files.list(Path.of(web.toURI()).resolveSibling("."))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".js")).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Files.writeString(folder.resolve("package.json"), "{\"type\":\"module\"}");
        Path lit = Files.createDirectories(folder.resolve("node_modules/lit"));
        Files.writeString(lit.resolve("package.json"), "{\"type\":\"module\",\"exports\":\"./index.js\"}");
        Files.writeString(lit.resolve("index.js"), LIT);
        return new PageScripts(folder);
    }

    /** The lines that a script says, and what Node says when it breaks. */
    List<String> run(String script) throws Exception {
        Files.writeString(folder.resolve("test.js"), script);
        Process node = new ProcessBuilder("node", "test.js")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try (InputStream said = node.getInputStream()) {
            List<String> lines = new String(said.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(node.waitFor(10, TimeUnit.SECONDS)).isTrue();
            return lines;
        }
    }

    private static boolean hasNode() throws InterruptedException {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
